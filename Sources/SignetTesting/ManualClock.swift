public import Signet
import Synchronization

/// A clock that stands still until a test moves it.
///
/// ```swift
/// let clock = ManualClock(milliseconds: 1_726_234_567_890)
/// let generator = Generator(clock: clock.wallClock, entropy: .seeded(1))
/// clock.advance(by: 1)
/// ```
public final class ManualClock: Sendable {
    private let time: Atomic<UInt64>
    private let uptime: Atomic<UInt64>

    /// Creates a clock.
    ///
    /// - Parameter milliseconds: Unix time.
    public init(milliseconds: UInt64) {
        time = Atomic(milliseconds)
        uptime = Atomic(0)
    }

    /// The time, in Unix milliseconds.
    ///
    /// Setting it leaves the uptime alone, as when somebody sets
    /// the clock of a machine.
    public var milliseconds: UInt64 {
        get { time.load(ordering: .relaxed) }
        set { time.store(newValue, ordering: .relaxed) }
    }

    /// Lets time pass: the clock and the uptime move together.
    public func advance(by milliseconds: UInt64) {
        time.add(milliseconds, ordering: .relaxed)
        uptime.add(milliseconds, ordering: .relaxed)
    }

    /// The clock to give to a generator.
    public var wallClock: WallClock {
        WallClock(
            milliseconds: { () throws(IDError) in self.milliseconds },
            uptime: { self.uptime.load(ordering: .relaxed) }
        )
    }
}
