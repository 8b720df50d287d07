import SignetRegistry
import Synchronization

/// Hears what other processes publish, and wakes those of this one who follow.
final class WakeUpListener: Sendable {
    private let pool: RedisPool
    private let channel: String
    private let watchers: WakeUps
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(pool: RedisPool, channel: String, watchers: WakeUps) {
        self.pool = pool
        self.channel = channel
        self.watchers = watchers
    }

    deinit {
        stop()
    }

    /// Hears from now on.
    func listen() {
        task.withLock { task in
            guard task == nil else { return }
            let events = pool.messages(on: [channel])
            task = Task { [watchers] in
                // What the server refuses now it may allow later; until then, who follows looks
                // by himself.
                while !Task.isCancelled {
                    do {
                        for try await _ in events { watchers.wake() }
                    } catch {
                        try? await Task.sleep(for: .seconds(5))
                    }
                }
            }
        }
    }

    /// Hears nothing any more.
    func stop() {
        task.withLock { $0 }?.cancel()
    }
}
