import AllocationCounter
import Benchmark

extension BenchmarkMetric {
    /// Blocks of memory that the operation allocates on its thread.
    static let allocations = BenchmarkMetric.custom("Allocations", useScalingFactor: true)
}

/// Measures one operation, a thousand times a sample.
///
/// Both sides of a comparison go through here, so that the loop, the call and the black hole cost
/// both the same.
///
/// - Parameters:
///   - name: The name by which the report finds the figures.
///   - operation: What is measured; it is given the number of the repetition, 0 to 999.
@inline(__always)
func measure<Value>(_ name: String, _ operation: @escaping @Sendable (Int) throws -> Value) {
    Benchmark(name) { benchmark in
        let before = allocation_count()
        for index in benchmark.scaledIterations { blackHole(try operation(index)) }
        benchmark.measurement(.allocations, Int(allocation_count() - before))
    }
}
