import Signet
import SignetRegistry
import SignetTesting

extension RegistryStoreContract {
    /// What many users do at random, on the store and on a memory store: both give the same, and
    /// nobody is given what is another's.
    ///
    /// - Parameters:
    ///   - steps: How many operations.
    ///   - seed: What the operations follow from.
    /// - Returns: The clause.
    public static func model(steps: Int, seed: UInt64) -> ContractClause<Make> {
        ContractClause("\(steps) operations at random (seed \(seed)) do what they do in memory") {
            make in
            let policy = RegistryPolicy(
                limit: 40,
                limits: [.wsConn: 5],
                retention: .milliseconds(2000)
            )
            var walk = try RegistryWalk(
                store: try await make(policy),
                model: MemoryStore(policy: policy),
                seed: seed
            )
            for _ in 0..<steps { try await walk.step() }
            try await walk.finish()
        }
    }
}

/// A walk of random operations on two stores that must not differ.
struct RegistryWalk: Sendable {
    private let store: any RegistryStore
    private let model: any RegistryStore
    private let fixture: RegistryFixture
    private let owners: [Owner]
    private let unknown: AnyID
    private var ids: [AnyID] = []
    private var holders: [Holder] = []
    private var time = RegistryFixture.start
    private let random: Dice

    private static let kinds: [Kind] = [.session, .wsConn, .thread, .run, .tool]

    init(store: any RegistryStore, model: any RegistryStore, seed: UInt64) throws {
        self.store = store
        self.model = model
        fixture = try RegistryFixture(store, seed: seed)
        unknown = try fixture.draft(.tool, of: fixture.alice).id
        owners = try (0..<4).map { try Owner("user\($0 / 2)", tenant: "tenant\($0 % 2)") }
        random = Dice(entropy: .seeded(seed))
    }

    /// Does one operation on both and compares what they give.
    mutating func step() async throws {
        time += UInt64(random.roll(30))
        let owner = owners[random.roll(owners.count)]
        let scope = NodeScope.owned(by: owner)
        let now = time
        switch random.roll(100) {
        case 0..<45: try await insert(of: owner)
        case 45..<55:
            let id = someID()
            try await same(scope) { try await $0.release(id, in: scope, at: now) }
        case 55..<62:
            let id = someID()
            try await same(scope) {
                try await $0.touch(id, in: scope, at: now).map { [$0] } ?? []
            }
        case 62..<72:
            let (id, direction) = (someID(), Direction.allCases[random.roll(4)])
            try await same(scope) { try await $0.relatives(of: id, direction, in: scope) }
        case 72..<80:
            let id = someID()
            try await same(scope) { try await $0.node(id, in: scope).map { [$0] } ?? [] }
        case 80..<86:
            let query = NodeQuery(
                kind: random.roll(2) == 0 ? nil : someKind(),
                state: random.roll(3) == 0 ? nil : .active,
                after: random.roll(2) == 0 ? nil : someID(),
                limit: 1 + random.roll(20)
            )
            try await same(scope) { try await $0.nodes(query, in: scope) }
        case 86..<92: try await same(nil) { try await $0.sweep(at: now, limit: 10_000).ended }
        case 92..<96: try await hold()
        case 96..<98:
            let core = someID().core
            try await same(scope) { try await $0.nodes(of: core, in: scope) }
        default:
            try await same(scope) { try await $0.releaseAll(of: owner, at: now) }
        }
    }

    /// Compares all that is left, and the numbers.
    func finish() async throws {
        for owner in owners {
            let scope = NodeScope.owned(by: owner)
            let query = NodeQuery(state: nil, limit: 10_000)
            try await same(scope) { try await $0.nodes(query, in: scope) }
            let counts = try await store.statistics(in: scope)
            try require(counts, is: try await model.statistics(in: scope), "the statistics")
        }
    }

    private mutating func insert(of owner: Owner) async throws {
        var nodes: [Node] = []
        for _ in 0...random.roll(3) {
            var parents: [AnyID] = []
            for _ in 0..<random.roll(3) {
                let parent = random.roll(2) == 0 ? nodes.last?.id ?? someID() : someID()
                if !parents.contains(parent) { parents.append(parent) }
            }
            let holder = random.roll(6) == 0 ? holders.last : nil
            nodes.append(
                try fixture.draft(
                    someKind(),
                    of: owner,
                    under: parents,
                    at: time,
                    lifetime: UInt64(50 + random.roll(4000)),
                    heldBy: holder
                )
            )
        }
        if random.roll(8) == 0, let last = nodes.last {
            nodes.append(last)
        }
        let batch = nodes
        let isAdopting = random.roll(4) == 0
        ids += batch.map { $0.id }
        try await same(.owned(by: owner)) {
            try await $0.insert(batch, aliases: [], adopting: isAdopting)
        }
    }

    private mutating func hold() async throws {
        let now = time
        if holders.isEmpty || random.roll(3) == 0 { holders.append(try fixture.holder()) }
        let holder = holders[random.roll(holders.count)]
        if random.roll(4) == 0 {
            try await same(nil) { try await $0.leave(holder, at: now) }
            return
        }
        let isJoining = random.roll(2) == 0
        let given = try await store.hold(holder, until: now + 300, joining: isJoining, at: now)
        let expected = try await model.hold(holder, until: now + 300, joining: isJoining, at: now)
        try require(given, is: expected, "whether the holder is there")
    }

    /// Does the same on both, and compares the nodes or the refusals, and whose they are.
    private func same(
        _ scope: NodeScope?,
        _ body: @Sendable (any RegistryStore) async throws -> [Node]
    ) async throws {
        let given = try await outcome(store, body)
        let expected = try await outcome(model, body)
        // Of several faults in one batch a store may name any.
        try require(given.code == nil, is: expected.code == nil, "the refusal at \(time)")
        try require(given.nodes, is: expected.nodes, "the nodes at \(time)")
        guard let scope else { return }
        try require(given.nodes.allSatisfy { scope.contains($0.owner) }, "another's node")
    }

    private func outcome(
        _ store: any RegistryStore,
        _ body: @Sendable (any RegistryStore) async throws -> [Node]
    ) async throws -> (nodes: [Node], code: RegistryError.Code?) {
        do { return (try await body(store), nil) } catch let error as RegistryError {
            return ([], error.code)
        }
    }

    private func someKind() -> Kind { Self.kinds[random.roll(Self.kinds.count)] }

    /// An ID that was recorded, mostly of late, or was never.
    private func someID() -> AnyID {
        guard !ids.isEmpty, random.roll(50) > 0 else { return unknown }
        return ids[ids.count - 1 - random.roll(min(ids.count, 60))]
    }
}

/// Random numbers that follow from a seed.
private struct Dice: Sendable {
    let entropy: Entropy

    /// A number from 0 up to, and without, a bound.
    func roll(_ bound: Int) -> Int {
        let bits = (try? entropy.bits(32)) ?? 0
        return Int(bits % UInt64(max(1, bound)))
    }
}
