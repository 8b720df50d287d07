import Synchronization

/// Mints cores: unique, strictly increasing, from any thread.
///
/// One atomic word holds the time in milliseconds and an 18-bit counter. Minting either installs
/// the clock's time with a counter that starts from 17 random bits (RFC 9562, section 6.2,
/// method 1), or adds one; a counter that overflows borrows the next millisecond. Each core ends
/// with a tail of 56 fresh random bits.
///
/// ```swift
/// let session: ID<Kind.Session> = try Generator.shared.mint()
/// ```
public final class Generator: Sendable {
    /// How far the clock may be ahead of what the uptime explains, or jump where there is none.
    enum Leap {
        static let tolerance: UInt64 = 3_600_000
        static let toleranceWithoutUptime: UInt64 = 24 * 3_600_000
    }

    /// How this generator keeps its IDs apart from those of others.
    public let mode: Mode

    /// `time << 18 | counter` of the next core, unless the clock is ahead of it.
    ///
    /// It has its cache line to itself: what stands beside it is read for every ID, and would be
    /// fetched anew whenever another thread mints.
    private let word: LoneWord
    private let clock: WallClock
    private let entropy: Entropy
    /// Clock minus uptime when the generator was made: what tells a jump from a long sleep.
    private let offset: UInt64?
    private let generation = ProcessGeneration.current

    /// Creates a generator.
    ///
    /// - Parameters:
    ///   - mode: How it keeps its IDs apart from those of others.
    ///   - clock: Where the time comes from.
    ///   - entropy: Where the random bits come from.
    public init(mode: Mode = .process, clock: WallClock, entropy: Entropy) {
        self.mode = mode
        self.clock = clock
        self.entropy = entropy
        word = LoneWord()
        if let time = try? clock.milliseconds(), let uptime = clock.uptime() {
            offset = time &- uptime
        } else {
            offset = nil
        }
    }

    /// How far the newest ID is ahead of the clock.
    ///
    /// It is ahead when the clock went back, or when more IDs were minted than milliseconds hold.
    /// That does no harm; a large value wants a look at the clock.
    ///
    /// - Throws: ``IDError/Code-swift.struct/clockOutOfRange``.
    public func lead() throws(IDError) -> Duration {
        let newest = word.value.load(ordering: .relaxed) >> 18
        let now = try clock.milliseconds()
        return .milliseconds(newest > now ? newest - now : 0)
    }

    // MARK: Minting

    /// Mints one core.
    ///
    /// - Throws: ``IDError`` when the entropy or the clock fails; no weak core is ever made.
    public func mintCore() throws(IDError) -> Core {
        let sequence = try advance(by: 1)
        return Core(sequence: sequence, tail: try tail())
    }

    /// Claims `count` successive values of the word and gives the first of them.
    ///
    /// The word is added to before anybody looks at it: one access, so that threads that mint at
    /// the same time pass its cache line around once an ID. When the values turn out to be of a
    /// past millisecond they are left unused.
    func advance(by count: UInt64) throws(IDError) -> UInt64 {
        if mode.node != nil, ProcessGeneration.current != generation {
            throw IDError(.leaseLost)
        }
        let now = try clock.milliseconds()
        let claimed = word.value.add(count, ordering: .relaxed).oldValue
        if claimed >> 18 >= now { return claimed }
        try install(now)
        return word.value.add(count, ordering: .relaxed).oldValue
    }

    /// Moves the word to a later millisecond, unless another thread has done so meanwhile.
    private func install(_ now: UInt64) throws(IDError) {
        var current = word.value.load(ordering: .relaxed)
        try checkLeap(to: now, from: current >> 18)
        let start = if let counter = mode.counter { UInt64(counter) } else { try entropy.bits(17) }
        while current >> 18 < now {
            let (exchanged, original) = word.value.weakCompareExchange(
                expected: current,
                desired: now << 18 | start,
                ordering: .relaxed
            )
            if exchanged { return }
            current = original
        }
    }

    /// Refuses a clock that leaves the past, or the uptime, far behind.
    private func checkLeap(to now: UInt64, from newest: UInt64) throws(IDError) {
        // Another thread may have moved the word past this one's time meanwhile.
        guard now > newest, now - newest > Leap.tolerance else { return }
        if let offset, let uptime = clock.uptime() {
            let explained = uptime &+ offset
            guard now <= max(explained, newest) + Leap.tolerance else {
                throw IDError(.clockFarAhead)
            }
        } else if newest > 0, now - newest > Leap.toleranceWithoutUptime {
            throw IDError(.clockFarAhead)
        }
    }

    func tail() throws(IDError) -> UInt64 {
        guard let node = mode.node else { return try entropy.bits(56) }
        return UInt64(node) << 40 | (try entropy.bits(40))
    }
}
