/// How long to wait before trying again: twice as long each time, half of it at random.
///
/// The random half keeps the many clients of a server that comes back from coming all at once.
package struct Backoff: Sendable {
    private let first: Duration
    private let longest: Duration

    /// Creates a rule.
    ///
    /// - Parameters:
    ///   - first: The longest wait after the first failure.
    ///   - longest: What no wait exceeds.
    package init(first: Duration = .milliseconds(20), longest: Duration = .seconds(1)) {
        self.first = first
        self.longest = longest
    }

    /// The wait after a number of failures, counted from 1.
    package func delay(after failures: Int) -> Duration {
        let whole = min(longest, first * (1 << min(max(failures - 1, 0), 20)))
        return whole * Double.random(in: 0.5...1)
    }
}
