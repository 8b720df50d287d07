import Signet
import SignetAudit
import SignetRegistry
import SignetTesting
import Synchronization
import Testing

/// A registry in memory with a clock of its own.
struct RegistryUnderTest {
    let clock = ManualClock(milliseconds: 1_726_234_567_890)
    let registry: Registry

    init(policy: RegistryPolicy = RegistryPolicy(), seed: UInt64 = 1) {
        registry = Registry(
            store: MemoryStore(policy: policy),
            generator: .fixed(clock: clock, seed: seed),
            clock: clock.wallClock
        )
    }

    /// The context of a user's first request in a new session.
    func context(_ user: String) async throws -> UserContext {
        let owner = try Owner(user)
        let session = try await registry.openSession(of: owner)
        return try await registry.context(of: owner, session: session)
    }
}

/// An audit log that a test looks into, or that refuses.
final class AuditNotes: AuditSink {
    private let events = Mutex<[AuditEvent]>([])
    private let isBroken: Bool

    init(isBroken: Bool = false) { self.isBroken = isBroken }

    var all: [AuditEvent] { events.withLock { $0 } }

    func record(_ event: AuditEvent) async throws(AuditError) {
        if isBroken { throw AuditError(.storeFailed) }
        events.withLock { $0.append(event) }
    }
}

@Suite("The registry")
struct RegistryTests {
    @Test("gives what a user issues to that user only")
    func isolation() async throws {
        let test = RegistryUnderTest()
        let alice = try await test.context("alice")
        let alicia = try await test.context("alice2")
        let tool = try await test.registry.issue(.tool, in: alice, under: [alice.run.erased])
        #expect(try await test.registry.node(tool.id, in: alice) == tool)
        await #expect(throws: RegistryError.self) {
            try await test.registry.node(tool.id, in: alicia)
        }
        await #expect(throws: RegistryError.self) {
            try await test.registry.tree(of: alice.thread.erased, in: alicia)
        }
        await #expect(throws: RegistryError.self) {
            try await test.registry.names(of: tool.id, in: alicia)
        }
        await #expect(throws: RegistryError.self) {
            try await test.registry.resolve(tool.id.compact, in: alicia)
        }
        await #expect(throws: RegistryError.self) {
            try await test.registry.issue(.tool, in: alicia, under: [alice.run.erased])
        }
        #expect(try await test.registry.release(tool.id, in: alicia).isEmpty)
        #expect(try await test.registry.node(tool.id, in: alice).state == .active)
    }

    @Test("gives the whole tree of a run in one call")
    func tree() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let run = context.run.erased
        let execution = try await test.registry.issue(.exec, in: context, under: [run])
        var expected: Set<AnyID> = [execution.id]
        for kind: Kind in [.tool, .state, .report, .timing] {
            expected.insert(
                try await test.registry.issue(kind, in: context, under: [execution.id]).id
            )
        }
        let tree = try await test.registry.tree(of: run, in: context)
        #expect(tree.node.id == run)
        #expect(Set(tree.children.map { $0.node.id.kind }) == [.req, .exec])
        let executions = tree.children.filter { $0.node.id.kind == .exec }
        let below = executions.flatMap { $0.children.map { $0.node.id } } + [execution.id]
        #expect(Set(below) == expected)
    }

    @Test("finds every name of a resource, whichever is asked for")
    func names() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let legacy = "thread_chat_42_ab12cd34"
        let node = try await test.registry.adopt(legacy, in: context)
        #expect(node.id.uuid == "40afea2f-206f-8317-ac0a-d026b495ea0a")
        for name in [legacy, node.id.compact] {
            #expect(try await test.registry.resolve(name, in: context).id == node.id)
        }
        #expect(try await test.registry.resolve(node.id.uuid, in: context).id == node.id)
        let run = try await test.registry.adopt(node.id.uuid, as: .run, in: context)
        await #expect(throws: RegistryError.self) {
            // The thread and the run have one UUID.
            try await test.registry.resolve(node.id.uuid, in: context)
        }
        let names = try await test.registry.names(of: node.id, in: context)
        #expect(names.map { $0.text } == [node.id.compact, node.id.uuid, legacy, run.id.compact])
        #expect(names.map { $0.relation } == [.same, .same, .same, .sibling])
    }

    @Test("takes a name back to the same node in all spellings of its UUID")
    func spellings() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let upper = "5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F"
        let node = try await test.registry.adopt(upper, as: .session, in: context)
        let plain = "5f0c6a523b1e4c9a9d2f0a1b2c3d4e5f"
        #expect(try await test.registry.resolve(plain, in: context).id == node.id)
        #expect(try await test.registry.resolve(plain, as: .session, in: context).id == node.id)
        let names = try await test.registry.names(of: node.id, in: context).map { $0.text }
        #expect(names.contains(upper))
        await #expect(throws: RegistryError.self) {
            try await test.registry.adopt(plain, in: context)
        }
    }

    @Test("shows what has expired as expired, before any sweep")
    func expiry() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let node = try await test.registry.issue(
            .tool,
            in: context,
            lifetime: .seconds(10)
        )
        test.clock.advance(by: 9_999)
        #expect(try await test.registry.node(node.id, in: context).state == .active)
        test.clock.advance(by: 1)
        #expect(try await test.registry.node(node.id, in: context).state == .expired)
        await #expect(throws: RegistryError.self) {
            try await test.registry.touch(node.id, in: context)
        }
        await #expect(throws: RegistryError.self) {
            try await test.registry.issue(.tool, in: context, under: [node.id])
        }
        #expect(try await test.registry.sweep().ended == 1)
    }

    @Test("refuses what is too large or not declared, and says why")
    func bounds() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let long = String(repeating: "x", count: 2049)
        let many = Dictionary(uniqueKeysWithValues: (0..<17).map { ("key\($0)", "") })
        for metadata in [["key": long], many] {
            let error = await #expect(throws: RegistryError.self) {
                try await test.registry.issue(.tool, in: context, metadata: metadata)
            }
            #expect(error?.code == .tooLarge)
        }
        let error = await #expect(throws: RegistryError.self) {
            try await test.registry.issue("never_declared", in: context)
        }
        #expect(error?.code == .undeclaredKind)
        for user in ["", String(repeating: "u", count: 257), "a\u{0}b"] {
            #expect(throws: RegistryError.self) { try Owner(user) }
        }
    }

    @Test("lets operators across owners, and records it first")
    func crossing() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        let notes = AuditNotes()
        let admin = try test.registry.administer(as: "olga", reason: "case 7", audit: notes)
        let tree = try await admin.tree(of: context.thread.erased)
        #expect(tree.node.owner.user == "alice")
        #expect(try await admin.statistics().total == 4)
        #expect(try await admin.release(context.thread.erased).count == 3)
        #expect(
            notes.all.map { $0.action } == [
                "registry.tree", "registry.statistics", "registry.release",
            ]
        )
        #expect(notes.all.allSatisfy { $0.actor == "olga" && $0.details["reason"] == "case 7" })
        #expect(notes.all[0].resource == context.thread.erased)

        let broken = try test.registry.administer(
            as: "olga",
            reason: "case 7",
            audit: AuditNotes(isBroken: true)
        )
        let error = await #expect(throws: RegistryError.self) {
            try await broken.release(context.session.erased)
        }
        #expect(error?.code == .notAudited)
        #expect(try await test.registry.node(context.session.erased, in: context).state == .active)
        #expect(throws: RegistryError.self) {
            try test.registry.administer(as: "olga", reason: "", audit: notes)
        }
    }
}
