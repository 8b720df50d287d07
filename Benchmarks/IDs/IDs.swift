import Benchmark

/// What the plugin runs.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .instructions, .allocations],
        warmupIterations: 200,
        scalingFactor: .kilo,
        maxDuration: .seconds(1),
        maxIterations: 20_000
    )
    do {
        try generating()
        try parsing()
        threads()
    } catch {
        preconditionFailure("The benchmarks could not be prepared: \(error)")
    }
}
