import Synchronization

/// Wakes those in this process who follow changes.
package final class WakeUps: Sendable {
    private let count = Atomic<Int>(0)
    private let waiting = Mutex<(next: Int, streams: [Int: AsyncStream<Void>.Continuation])>(
        (0, [:])
    )

    /// Nobody waits yet.
    package init() {}

    /// A stream of hints until it is cancelled; those that nobody took yet become one.
    ///
    /// - Parameter pause: After what time at most there is a hint, for stores that others change
    ///   without being heard.
    /// - Returns: The hints.
    package func stream(atLeastEvery pause: Duration? = nil) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(
            bufferingPolicy: .bufferingNewest(1)
        )
        let number = waiting.withLock { waiting in
            waiting.next += 1
            waiting.streams[waiting.next] = continuation
            count.store(waiting.streams.count, ordering: .relaxed)
            return waiting.next
        }
        let ticks = pause.map { pause in
            Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: pause)
                    continuation.yield()
                }
            }
        }
        continuation.onTermination = { [weak self] _ in
            ticks?.cancel()
            self?.remove(number)
        }
        return stream
    }

    /// Tells all that there may be something new.
    package func wake() {
        guard count.load(ordering: .relaxed) > 0 else { return }
        for continuation in waiting.withLock({ Array($0.streams.values) }) { continuation.yield() }
    }

    private func remove(_ number: Int) {
        waiting.withLock { waiting in
            waiting.streams[number] = nil
            count.store(waiting.streams.count, ordering: .relaxed)
        }
    }
}
