import SignetRegistry
import Synchronization

/// Tells other processes that there are changes, and hears it from them.
///
/// Steps do not send `NOTIFY` themselves: it would let only one of all transactions of the
/// database be stored at a time. One task sends it soon after, once for all steps in between. A
/// process that dies in between leaves the others to find the change when they next look by
/// themselves.
final class ChangeNotifier: Sendable {
    private static let channel = "signet_change"

    private let pool: PostgresPool
    private let watchers: WakeUps
    private let state = Mutex(State())

    private struct State {
        var isDirty = false
        var isSending = false
        var listener: Task<Void, Never>?
        var isStopped = false
    }

    init(pool: PostgresPool, watchers: WakeUps) {
        self.pool = pool
        self.watchers = watchers
    }

    deinit {
        stop()
    }

    /// Something has changed.
    func note() {
        watchers.wake()
        let shallStart = state.withLock { state in
            state.isDirty = true
            defer { state.isSending = true }
            return !state.isSending && !state.isStopped
        }
        if shallStart { Task { await self.send() } }
    }

    /// Hears of others from now on.
    func listen() {
        state.withLock { state in
            guard state.listener == nil, !state.isStopped else { return }
            let events = pool.notifications(on: [Self.channel])
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

    /// Tells and hears nothing any more.
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
            _ = try? await pool.query(
                "SELECT pg_notify($1, '')",
                [.text(Self.channel)],
                isIdempotent: true
            )
        }
    }
}
