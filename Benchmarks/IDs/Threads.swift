import Benchmark
import Dispatch
import Signet

/// Minting from one thread and from two at a time, a million cores a thread and sample.
///
/// Arithmetic that shares nothing tells what two threads can reach on a machine that may be busy.
func threads() {
    let shared = Generator.shared
    measureThreads("one thread", [shared], Generator.mintMany)
    measureThreads("two threads, one generator", [shared, shared], Generator.mintMany)
    measureThreads("one thread, leased", [leased(1)], Generator.mintMany)
    measureThreads(
        "two threads, a leased generator each",
        [leased(1), leased(2)],
        Generator.mintMany
    )
    measureThreads("one thread, arithmetic only", [1], multiply)
    measureThreads("two threads, arithmetic only", [1, 2], multiply)
}

extension Generator {
    @Sendable fileprivate static func mintMany(_ generator: Generator, _ count: Int) {
        for _ in 0..<count { blackHole(try? generator.mintCore()) }
    }
}

@Sendable private func multiply(_ seed: UInt64, _ count: Int) {
    for _ in 0..<count {
        var state = seed
        for _ in 0..<32 { state = identity(state) &* 0x9e37_79b9_7f4a_7c15 }
        blackHole(state)
    }
}

private func leased(_ node: UInt16) -> Generator {
    Generator(mode: .leased(node), clock: .system, entropy: .system)
}

/// Does an operation a million times on a thread for each of the subjects.
///
/// The operation repeats itself: a call for each would count a reference to the subject, and two
/// threads that count the same references wait for each other.
private func measureThreads<Subject: Sendable>(
    _ name: String,
    _ subjects: [Subject],
    _ operation: @escaping @Sendable (Subject, Int) -> Void
) {
    let configuration = Benchmark.Configuration(
        metrics: [.wallClock, .throughput],
        warmupIterations: 2,
        scalingFactor: .mega,
        maxDuration: .seconds(3),
        maxIterations: 40
    )
    let queues = subjects.indices.map { DispatchQueue(label: "\(name) \($0)") }
    Benchmark(name, configuration: configuration) { benchmark in
        let count = benchmark.scaledIterations.count
        let group = DispatchGroup()
        for (queue, subject) in zip(queues, subjects) {
            queue.async(group: group) { operation(subject, count) }
        }
        group.wait()
    }
}
