/// The moment until which an operation may take.
package struct Deadline: Sendable {
    /// The moment.
    package let instant: ContinuousClock.Instant

    /// A moment that lies a time from now.
    package init(after limit: Duration) {
        instant = .now + limit
    }

    /// A given moment.
    package init(_ instant: ContinuousClock.Instant) {
        self.instant = instant
    }

    /// The time that is left, not below zero.
    package var remaining: Duration { max(.zero, instant - .now) }

    /// Whether no time is left.
    package var isOver: Bool { remaining == .zero }

    /// The earlier of this moment and one that lies a time from now.
    package func atMost(_ limit: Duration) -> Self {
        let other = Self(after: limit)
        return other.instant < instant ? other : self
    }

    /// What is left in milliseconds for `poll`, rounded up so that it does not wake too early.
    var milliseconds: Int32 {
        let (seconds, attoseconds) = remaining.components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(seconds) * 1000
            + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
