/// Measures phases, or does nothing at all when nobody asks.
struct Stopwatch {
    /// Whether it measures.
    let isOn: Bool
    private var started: UInt64 = 0

    init(isOn: Bool) { self.isOn = isOn }

    /// Begins to measure.
    mutating func start() {
        if isOn { started = Clock.now }
    }

    /// Adds the time since `start` to `sum`.
    func stop(_ sum: inout UInt64) {
        if isOn { sum += Clock.now - started }
    }
}
