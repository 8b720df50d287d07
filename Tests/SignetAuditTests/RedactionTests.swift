import Foundation
import Signet
import SignetAudit
import Testing

@Suite struct `Redaction` {
    @Test func `values and salts go, the chain stays`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(12)
        let before = try await fixture.store.records(of: "acme", from: 1, limit: 100)
        let count = try await fixture.log.redact(
            AuditRedaction(actor: "user1"),
            of: "acme",
            by: "dpo",
            reason: "request 17"
        )
        #expect(count == 4)
        let after = try await fixture.store.records(of: "acme", from: 1, limit: 100)
        #expect(after.prefix(12).map(\.hash) == before.map(\.hash))
        for record in after.prefix(12) {
            let isMeant = record.sequence % 3 == 1
            #expect(record.actor.isRedacted == isMeant)
            #expect(record.details.allSatisfy { $0.field.isRedacted == isMeant })
        }
        let account = try #require(after.last)
        #expect(account.action == "audit.redact")
        #expect(account.actor.value == "dpo")
        #expect(account.detail("sequences") == "1,4,7,10")
        #expect(account.detail("fields") == "actor,details.ip,details.note")
        #expect(account.detail("reason") == "request 17")
        let verification = try fixture.verify()
        #expect(verification.problems.isEmpty)
        #expect(verification.redactedCount == 4)
        let text = try fixture.segments().map { try String(contentsOfFile: $0, encoding: .utf8) }
        #expect(!text.joined().contains("\"user1\""))
        #expect(!text.joined().contains("192.0.2.4\""))
        #expect(text.joined().contains("192.0.2.5\""))
    }

    @Test func `one value of one record is redacted`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(5)
        let redaction = AuditRedaction(sequences: [2], fields: ["details.ip", "details.none"])
        let count = try await fixture.log.redact(redaction, of: "acme", by: "dpo", reason: "r")
        #expect(count == 1)
        let record = try await fixture.store.records(of: "acme", from: 2, limit: 1)[0]
        #expect(record.openFields == ["actor", "details.note"])
        #expect(try fixture.verify().isSound)
        // A second time there is nothing to do, and nothing is recorded.
        let again = try await fixture.log.redact(redaction, of: "acme", by: "dpo", reason: "r")
        #expect(again == 0)
        #expect(try fixture.verify().recordCount == 6)
    }

    @Test func `what the log says of itself keeps its details`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(3)
        try await fixture.log.redact(AuditRedaction(), of: "acme", by: "dpo", reason: "r")
        try await fixture.log.redact(AuditRedaction(), of: "acme", by: "dpo2", reason: "s")
        let records = try await fixture.store.records(of: "acme", from: 1, limit: 100)
        #expect(records[3].actor.isRedacted)
        #expect(records[3].detail("reason") == "r")
        #expect(records.last?.actor.value == "dpo2")
        #expect(try fixture.verify().isSound)
    }

    @Test func `a redaction that no record explains is noticed`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(6)
        let record = try await fixture.store.records(of: "acme", from: 3, limit: 1)[0]
        try await fixture.store.replace([record.redacting(["details.ip"])])
        let verification = try fixture.verify()
        #expect(verification.codes == ["unexplained_redaction"])
        #expect(verification.problems.first?.sequence == 3)
        #expect(verification.problems.first?.message.contains("details.ip") == true)
        // An account of something else explains nothing.
        try await fixture.log.redact(
            AuditRedaction(sequences: [3], fields: ["actor"]),
            of: "acme",
            by: "dpo",
            reason: "r"
        )
        #expect(try fixture.verify().codes == ["unexplained_redaction"])
    }

    @Test func `a redaction that was not finished is noticed, and done again`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(3)
        let before = try Data(contentsOf: URL(filePath: fixture.segments()[0]))
        let redaction = AuditRedaction(sequences: [2])
        try await fixture.log.redact(redaction, of: "acme", by: "dpo", reason: "r")
        // As if the process had died before the values were taken out.
        let file = try fixture.segments()[0]
        let account = try fixture.lines(file)[5...]
        let old = String(decoding: before, as: UTF8.self).split(separator: "\n").map(String.init)
        try fixture.write(old + account, to: file)
        let verification = try fixture.verify()
        #expect(Set(verification.codes) == ["unfinished_redaction"])
        #expect(verification.problems.first?.sequence == 2)
        let store = try DirectoryAuditStore(existing: fixture.path)
        let log = AuditLog(store: store, signer: fixture.signer)
        try await log.redact(redaction, of: "acme", by: "dpo", reason: "r")
        #expect(try fixture.verify().isSound)
    }

    @Test func `another value does not fit the commitment`() async throws {
        let fixture = try LogFixture()
        try await fixture.record(1)
        let record = try await fixture.store.records(of: "acme", from: 1, limit: 1)[0]
        let start = AuditPosition.start(of: "acme").hash
        #expect(record.computedHash(after: start) == record.hash)
        #expect(record.redacting(["actor"]).computedHash(after: start) == record.hash)
        let forged = record.json.replacing("[\"user1\"", with: "[\"user2\"")
        let other = try AuditRecord(json: forged, tenant: "acme")
        #expect(other.computedHash(after: start) != record.hash)
        // A name is part of the commitment: values cannot change places.
        guard case .open(let value, let salt) = record.details[0].field else { return }
        let field = AuditField.open(value: value, salt: salt)
        #expect(field.commitment(name: "details.ip") != field.commitment(name: "details.ipp"))
        #expect(
            field.commitment(name: "details.ip")
                == record.details[0].field.commitment(
                    name: "details.ip"
                )
        )
    }
}
