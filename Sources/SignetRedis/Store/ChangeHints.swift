import SignetRegistry
import Synchronization

/// Publishes that there are changes, hears it from other processes, and wakes those of this one who
/// follow.
final class ChangeHints: Sendable {
    private let pool: RedisPool
    private let channel: String
    private let watchers: WakeUps
    private let state = Mutex(State())

    private struct State {
        var isDirty = false
        var isSending = false
        var isStopped = false
        var listener: Task<Void, Never>?
    }

    init(pool: RedisPool, channel: String, watchers: WakeUps) {
        self.pool = pool
        self.channel = channel
        self.watchers = watchers
    }

    deinit {
        stop()
    }

    /// Something has changed.
    ///
    /// One message is sent for all changes that come meanwhile.
    func publish() {
        watchers.wake()
        let shallStart = state.withLock { state in
            state.isDirty = true
            defer { state.isSending = true }
            return !state.isSending && !state.isStopped
        }
        if shallStart { Task { await self.send() } }
    }

    /// Hears from now on.
    func listen() {
        state.withLock { state in
            guard state.listener == nil, !state.isStopped else { return }
            let events = pool.messages(on: [channel])
            state.listener = Task { [watchers] in
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

    /// Publishes and hears nothing any more.
    func stop() {
        let listener = state.withLock { state in
            state.isStopped = true
            defer { state.listener = nil }
            return state.listener
        }
        listener?.cancel()
    }

    private func send() async {
        while state.withLock({ state in
            defer { state.isDirty = false }
            state.isSending = state.isDirty && !state.isStopped
            return state.isSending
        }) {
            _ = try? await pool.send(RedisCommand("PUBLISH", channel, ""), isIdempotent: true)
        }
    }
}
