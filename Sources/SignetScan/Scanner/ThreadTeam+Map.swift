import Synchronization

extension ThreadTeam {
    /// What `body` gives for each number below `count`, worked out on several threads.
    ///
    /// - Parameters:
    ///   - count: How many results there are.
    ///   - threads: How many threads to use at most.
    ///   - batch: How many numbers that follow each other a thread takes at a time.
    ///   - state: Makes what a thread has for itself.
    ///   - body: Gives the result for a number.
    /// - Returns: The results by number.
    package static func map<State: ~Copyable, Result: Sendable>(
        _ count: Int,
        threads: Int = processors,
        batch: Int = 1,
        state: @autoclosure @escaping @Sendable () -> State,
        _ body: @escaping @Sendable (Int, inout State) -> Result
    ) -> [Result] {
        let next = Atomic(0)
        let done = Mutex<[(start: Int, results: [Result])]>([])
        run(count: min(threads, (count + batch - 1) / batch)) {
            var state = state()
            var own: [(start: Int, results: [Result])] = []
            while true {
                let start = next.wrappingAdd(batch, ordering: .relaxed).oldValue
                guard start < count else { break }
                var results: [Result] = []
                for number in start..<min(start + batch, count) {
                    results.append(body(number, &state))
                }
                own.append((start, results))
            }
            done.withLock { $0 += own }
        }
        return done.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.results)
    }

    /// What `body` gives for each number below `count`, by threads that keep nothing for
    /// themselves.
    package static func map<Result: Sendable>(
        _ count: Int,
        threads: Int = processors,
        batch: Int = 1,
        _ body: @escaping @Sendable (Int) -> Result
    ) -> [Result] {
        map(count, threads: threads, batch: batch, state: ()) { number, _ in body(number) }
    }
}
