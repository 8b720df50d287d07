import Foundation
import Signet
import SignetPostgres
import SignetRegistry
import SignetSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process among several that keep their resources in one store.
///
/// It says on standard output, line by line, what the store has confirmed, for its test to judge:
/// `issued ID`, `adopted TEXT ID`, `ended ID`, `lease NUMBER TOKEN FROM UNTIL`,
/// `back NUMBER TOKEN TIME` before it gives a lease back, `open ID` for what
/// may or may not be recorded.
final class StoreProbe {
    private let store: any Store

    /// A store of all that the probe does.
    private typealias Store = RegistryStore & LeaseStore

    private let owner: Owner
    private var holder: Holder?
    private var lease: Lease?

    private static let term: UInt64 = 1500
    private static let retries = 1000

    private init(store: any Store, owner: Owner) {
        self.store = store
        self.owner = owner
    }

    /// Whether standard input is still open.
    private static var mayGoOn: Bool {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 0) == 0
    }

    /// Opens `sqlite:PATH` or `postgres://…`.
    private static func open(_ url: String) async throws -> any Store {
        if url.hasPrefix("sqlite:") { return try SQLiteStore(path: String(url.dropFirst(7))) }
        return try await PostgresStore(url: url)
    }

    /// Works on the store of the argument until standard input ends.
    static func run(_ arguments: [String]) async throws {
        guard let url = arguments.first else { exit(2) }
        let store = try await retrying { try await open(url) }
        let owner = try Owner("shared", tenant: "acme")
        let probe = StoreProbe(store: store, owner: owner)
        var round = 0
        while mayGoOn {
            try await probe.step(round)
            round += 1
        }
        try await probe.finish()
        await (store as? PostgresStore)?.close()
    }

    /// Does again what could not be done, as any caller would.
    private static func retrying<Value>(
        isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws -> Value
    ) async throws -> Value {
        for _ in 0..<retries {
            do { return try await body() } catch let error as RegistryError {
                guard error.code == .unavailable else { throw error }
            }
        }
        return try await body()
    }

    private func now() throws -> UInt64 { try WallClock.system.milliseconds() }

    private func node(_ kind: Kind, under parents: [AnyID], heldBy holder: Holder?) throws -> Node {
        Node(
            id: try Generator.shared.mint(kind),
            owner: owner,
            parents: parents,
            metadata: ["process": "\(getpid())"],
            holder: holder,
            lifetime: 3_600_000,
            created: try now()
        )
    }

    private func step(_ round: Int) async throws {
        if round.isMultiple(of: 4) { try await keep() }
        let session = try node(.session, under: [], heldBy: nil)
        let connection = try node(.wsConn, under: [session.id], heldBy: holder)
        guard try await issue([session, connection]) else { return }
        try await adopt("thread_chat_\(round % 20)_ab12cd34")
        if round.isMultiple(of: 2) {
            let ended = try await Self.retrying {
                try await store.release(session.id, in: .owned(by: owner), at: try now())
            }
            Probe.write(ended.map { "ended \($0.id.compact)" })
        }
    }

    /// Records nodes; false when the holder was too slow, and is a new one now.
    private func issue(_ nodes: [Node]) async throws -> Bool {
        do {
            _ = try await Self.retrying {
                try await store.insert(nodes, aliases: [], adopting: false)
            }
            Probe.write(nodes.map { "issued \($0.id.compact)" })
            return true
        } catch let error as RegistryError where error.code == .holderLost {
            holder = nil
            try await keep()
            return false
        } catch let error as RegistryError where error.code == .outcomeUnknown {
            Probe.write(nodes.map { "open \($0.id.compact)" })
            return true
        }
    }

    private func adopt(_ text: String) async throws {
        // Every process derives the same ID, and only one of them makes the node.
        let digits = UInt64(text.utf8.reduce(0) { $0 &* 31 &+ UInt32($1) })
        let core = try Core(adopting: 0x1234_5678_0000_8000, 1 << 63 | digits)
        let thread = Node(
            id: AnyID(.thread, core),
            owner: owner,
            lifetime: 3_600_000,
            created: try now()
        )
        let alias = Alias(original: text, id: thread.id, family: "counter")
        let given = try await Self.retrying {
            try await store.insert([thread], aliases: [alias], adopting: true)
        }
        Probe.write(["adopted \(text) \(given[0].id.compact)"])
    }

    /// Keeps the holder and the lease, or gets new ones, and sweeps what others left.
    private func keep() async throws {
        let time = try now()
        if let current = holder {
            let isThere = try await Self.retrying {
                try await store.hold(current, until: time + Self.term, joining: false, at: time)
            }
            if !isThere { holder = nil }
        }
        if holder == nil {
            let fresh = Holder(try Generator.shared.mintCore())
            let isThere = try await Self.retrying {
                try await store.hold(fresh, until: time + Self.term, joining: true, at: time)
            }
            if isThere { holder = fresh }
        }
        try await keepLease()
        let sweep = try await Self.retrying { try await store.sweep(at: try now(), limit: 100) }
        Probe.write(sweep.ended.map { "ended \($0.id.compact)" })
    }

    private func keepLease() async throws {
        let term = Duration.milliseconds(Self.term)
        if let current = lease {
            lease = try await Self.retrying { try await store.renew(current, for: term) }
        }
        if lease == nil {
            lease = try await Self.retrying {
                try await store.acquire(pool: "node", count: 8, for: term)
            }
        }
        guard let lease else { return }
        Probe.write([
            "lease \(lease.number) \(lease.token) \(lease.deadline - Self.term) \(lease.deadline)"
        ])
    }

    private func finish() async throws {
        if let holder {
            let ended = try await Self.retrying { try await store.leave(holder, at: try now()) }
            Probe.write(ended.map { "ended \($0.id.compact)" })
        }
        if let lease {
            Probe.write(["back \(lease.number) \(lease.token) \(try now())"])
            try await Self.retrying { try await store.giveBack(lease) }
        }
        Probe.write(["done"])
    }
}
