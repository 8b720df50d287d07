public import Signet

extension Generator {
    /// A generator of which everything is known beforehand.
    ///
    /// ```swift
    /// let generator = Generator.fixed(seed: 1)
    /// let first = try generator.mint(Kind.Session.self)
    /// ```
    ///
    /// - Parameters:
    ///   - time: Unix milliseconds at which the clock stands still.
    ///   - counter: The counter of the first ID, 0 to 262143.
    ///   - seed: Where the sequence of tails begins.
    /// - Returns: A new generator, at the beginning of its sequence: make another one to reset it.
    public static func fixed(
        time: UInt64 = 1_726_234_567_890,
        counter: UInt32 = 1,
        seed: UInt64 = 0
    ) -> Generator {
        fixed(counter: counter, clock: ManualClock(milliseconds: time), seed: seed)
    }

    /// A generator of which everything is known beforehand, on a clock that the test moves.
    ///
    /// - Parameters:
    ///   - counter: The counter at which every millisecond begins, 0 to 262143.
    ///   - clock: The clock.
    ///   - seed: Where the sequence of tails begins.
    /// - Returns: A new generator.
    public static func fixed(
        counter: UInt32 = 1,
        clock: ManualClock,
        seed: UInt64 = 0
    ) -> Generator {
        Generator(
            mode: .fixed(counter: counter),
            clock: clock.wallClock,
            entropy: .seeded(seed)
        )
    }
}
