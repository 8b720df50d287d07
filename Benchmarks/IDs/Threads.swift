import Benchmark
import Dispatch
import Signet

/// Minting from one thread and from two at a time, a million cores a thread and sample.
func threads() {
    let generator = Generator.shared
    measureThreads("one thread", [generator])
    measureThreads("two threads, one generator", [generator, generator])
    measureThreads("two threads, a leased generator each", [leased(1), leased(2)])
    measureThreads("one thread, leased", [leased(1)])
}

private func leased(_ node: UInt16) -> Generator {
    Generator(mode: .leased(node), clock: .system, entropy: .system)
}

private func measureThreads(_ name: String, _ generators: [Generator]) {
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput],
        warmupIterations: 2,
        scalingFactor: .mega,
        maxDuration: .seconds(3),
        maxIterations: 40
    )
    Benchmark(name, configuration: configuration) { benchmark in
        let repetitions = benchmark.scaledIterations
        DispatchQueue.concurrentPerform(iterations: generators.count) { thread in
            for _ in repetitions { blackHole(try? generators[thread].mintCore()) }
        }
    }
}
