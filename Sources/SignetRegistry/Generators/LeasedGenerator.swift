public import Signet
import Synchronization

/// A generator whose IDs hold a number that no other process has, as long as its lease lasts.
///
/// The number fills the first 16 bits of the tail, so that two processes cannot make one core, not
/// even by chance. When the lease could not be renewed in time the generator refuses: somebody else
/// may have the number by then. The deadline is counted from before the store was asked, on a clock
/// that nobody sets.
///
/// ```swift
/// let generator = try await LeasedGenerator.lease(from: store)
/// let task = Task { try await generator.run() }
/// let run = try generator.mint(.run)
/// ```
public final class LeasedGenerator: Sendable {
    /// The pool that the numbers are of.
    public static let pool = "generator"
    /// How many numbers there are.
    public static let maximumCount = 65_536
    /// How long a lease lasts unless it is renewed.
    public static let defaultTerm = Duration.seconds(60)

    private let store: any LeaseStore
    private let term: Duration
    private let clock: WallClock
    private let entropy: Entropy
    private let state: Mutex<State>

    private struct State {
        var lease: Lease
        var generator: Generator
        /// On the clock that nobody sets, in milliseconds.
        var deadline: UInt64
    }

    private init(
        _ state: State,
        _ store: any LeaseStore,
        _ term: Duration,
        _ clock: WallClock,
        _ entropy: Entropy
    ) {
        self.state = Mutex(state)
        self.store = store
        self.term = term
        self.clock = clock
        self.entropy = entropy
    }

    /// Leases a number and makes a generator with it.
    ///
    /// - Parameters:
    ///   - store: Where the processes agree on numbers.
    ///   - term: How long the lease lasts unless it is renewed.
    ///   - count: How many processes there may be at once, at most 65,536.
    ///   - clock: The clock of the generator; it has an uptime.
    ///   - entropy: The random bits of the generator.
    /// - Returns: The generator; run it, so that the lease is renewed.
    /// - Throws: ``RegistryError/Code-swift.struct/limitReached`` when all numbers are taken.
    public static func lease(
        from store: any LeaseStore,
        for term: Duration = defaultTerm,
        count: Int = maximumCount,
        clock: WallClock = .system,
        entropy: Entropy = .system
    ) async throws(RegistryError) -> LeasedGenerator {
        let state = try await acquire(store, term, min(count, maximumCount), clock, entropy)
        return LeasedGenerator(state, store, term, clock, entropy)
    }

    private static func acquire(
        _ store: any LeaseStore,
        _ term: Duration,
        _ count: Int,
        _ clock: WallClock,
        _ entropy: Entropy
    ) async throws(RegistryError) -> State {
        guard let asked = clock.uptime() else { throw RegistryError(.noUptime) }
        guard let lease = try await store.acquire(pool: pool, count: count, for: term),
            let number = UInt16(exactly: lease.number)
        else { throw RegistryError(.limitReached) }
        return State(
            lease: lease,
            generator: Generator(mode: .leased(number), clock: clock, entropy: entropy),
            deadline: asked + term.milliseconds
        )
    }

    /// The number and the token that fences off earlier holders of it.
    public var lease: Lease { state.withLock { $0.lease } }

    /// Mints an ID.
    ///
    /// - Parameter kind: What it names.
    /// - Returns: The ID.
    /// - Throws: ``RegistryError/Code-swift.struct/leaseLost`` when the lease is over;
    ///   ``RegistryError/Code-swift.struct/notMinted``.
    public func mint(_ kind: Kind) throws(RegistryError) -> AnyID {
        let (generator, deadline) = state.withLock { ($0.generator, $0.deadline) }
        guard let now = clock.uptime(), now < deadline else { throw RegistryError(.leaseLost) }
        do throws(IDError) { return try generator.mint(kind) } catch {
            throw RegistryError(.notMinted, kind: kind, cause: error)
        }
    }

    /// Renews the lease, or takes another number if it is over.
    ///
    /// - Throws: What the store says; the generator works on until its deadline.
    public func renew() async throws(RegistryError) {
        guard let asked = clock.uptime() else { throw RegistryError(.noUptime) }
        if let lease = try await store.renew(lease, for: term) {
            state.withLock { state in
                state.lease = lease
                state.deadline = asked + term.milliseconds
            }
            return
        }
        let fresh = try await Self.acquire(store, term, Self.maximumCount, clock, entropy)
        state.withLock { $0 = fresh }
    }

    /// Renews the lease until the task is cancelled, and gives it back then.
    public func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: term / 4)
            // A store that cannot be reached is asked again; until then the deadline holds.
            if !Task.isCancelled { try? await renew() }
        }
        // From here on nobody mints: the number may be somebody else's at once.
        let lease = state.withLock { state in
            state.deadline = 0
            return state.lease
        }
        let store = store
        await Task { try? await store.giveBack(lease) }.value
    }
}
