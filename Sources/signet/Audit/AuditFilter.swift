import ArgumentParser
import Foundation
import Signet
import SignetAudit

/// Which records of a log are wanted.
struct AuditFilterOptions: ParsableArguments {
    @Option(help: "Records of this actor.")
    var actor: String?

    @Option(help: "Records of this action; session.* is every action that begins with session.")
    var action: String?

    @Option(help: "Records with this outcome, such as refused.")
    var outcome: String?

    @Option(help: "Records about this ID, as resource, session or request.")
    var id: String?

    @Option(
        help: ArgumentHelp(
            "Records since a time, such as 2026-01-31, 2026-01-31T08:00:00Z or 12h ago as 12h.",
            valueName: "time"
        )
    )
    var since: String?

    @Option(help: ArgumentHelp("Records before a time.", valueName: "time"))
    var until: String?

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("Records from this number on.", valueName: "sequence")
    )
    var first: UInt64 = 1

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("Records up to this number.", valueName: "sequence")
    )
    var last: UInt64 = .max

    /// The filter, with its texts read.
    func filter() throws -> AuditFilter {
        let now = try CommandFailure.rethrowing { try WallClock.system.milliseconds() }
        let begin = try time(since, now) ?? 0
        let end = try time(until, now) ?? .max
        guard begin <= end, first <= last else {
            throw CommandFailure.usage("nothing is between the two: the end comes before")
        }
        return AuditFilter(
            actor: actor,
            action: action,
            outcome: outcome,
            id: try id.map { text in
                guard let id = AnyID(text) else {
                    throw CommandFailure.usage("--id takes a readable or compact ID")
                }
                return id
            },
            times: begin..<end,
            sequences: first..<(last == .max ? last : last + 1)
        )
    }

    private func time(_ text: String?, _ now: UInt64) throws -> UInt64? {
        guard let text else { return nil }
        if let ago = TimeSpan.milliseconds(text) { return now - min(ago, now) }
        let day = try? Date(text + "T00:00:00Z", strategy: .iso8601)
        guard let date = day ?? (try? Date(text, strategy: .iso8601)) else {
            throw CommandFailure.usage(
                "a time is a day, a time in UTC, or a span such as 12h or 30d"
            )
        }
        return UInt64(max(date.timeIntervalSince1970, 0) * 1000)
    }
}

/// Which records of a log are wanted.
struct AuditFilter {
    let actor: String?
    let action: String?
    let outcome: String?
    let id: AnyID?
    let times: Range<UInt64>
    let sequences: Range<UInt64>

    /// Whether a record is wanted; one whose actor was redacted is nobody's.
    func matches(_ record: AuditRecord) -> Bool {
        guard sequences.contains(record.sequence), times.contains(record.time) else { return false }
        if let actor, record.actor.value != actor { return false }
        if let outcome, record.outcome.rawValue != outcome { return false }
        if let id, ![record.resource, record.session, record.request].contains(id) { return false }
        guard let action else { return true }
        guard action.hasSuffix(".*") else { return record.action == action }
        return record.action.hasPrefix(action.dropLast())
    }

    /// Gives each wanted record of a tenant to `body`, in their order, until it returns false.
    func visit(
        _ tenant: String,
        in store: any AuditStore,
        _ body: (AuditRecord) throws -> Bool
    ) async throws {
        var next = max(sequences.lowerBound, 1)
        while next < sequences.upperBound {
            let start = next
            let page = try await AuditFailure.rethrowing { () async throws(AuditError) in
                try await store.records(of: tenant, from: start, limit: 512)
            }
            guard let last = page.last else { return }
            for record in page where matches(record) {
                guard try body(record) else { return }
            }
            next = last.sequence + 1
        }
    }
}
