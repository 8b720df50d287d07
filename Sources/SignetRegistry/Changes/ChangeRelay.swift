import Synchronization

/// Tells other processes that there are changes, hears it from them, and wakes those of this one
/// who follow.
///
/// One message is sent soon after a step, for all steps in between, and never within a step, which
/// it would slow down. A process that dies in between leaves the others to find the change when
/// they next look by themselves.
package final class ChangeRelay: Sendable {
    private let watchers: WakeUps
    private let send: @Sendable () async -> Void
    private let hear: @Sendable (WakeUps) async throws -> Void
    private let state = Mutex(State())

    private struct State {
        var isDirty = false
        var isSending = false
        var isStopped = false
        var listener: Task<Void, Never>?
    }

    /// Tells and hears nothing yet.
    ///
    /// - Parameters:
    ///   - watchers: Those of this process who follow.
    ///   - send: Sends a message; one that is lost is made up for by looking.
    ///   - hear: Wakes the watchers at each message, until its task is cancelled or the server
    ///     refuses.
    package init(
        watchers: WakeUps,
        send: @escaping @Sendable () async -> Void,
        hear: @escaping @Sendable (WakeUps) async throws -> Void
    ) {
        self.watchers = watchers
        self.send = send
        self.hear = hear
    }

    deinit {
        stop()
    }

    /// Something has changed.
    package func note() {
        watchers.wake()
        let shallStart = state.withLock { state in
            state.isDirty = true
            defer { state.isSending = true }
            return !state.isSending && !state.isStopped
        }
        if shallStart { Task { await self.sendAll() } }
    }

    /// Hears of others from now on.
    package func listen() {
        state.withLock { state in
            guard state.listener == nil, !state.isStopped else { return }
            state.listener = Task { [watchers, hear] in
                // What the server refuses now it may allow later; until then, who follows looks
                // by himself.
                while !Task.isCancelled {
                    do {
                        try await hear(watchers)
                    } catch {
                        try? await Task.sleep(for: .seconds(5))
                    }
                }
            }
        }
    }

    /// Tells and hears nothing any more.
    package func stop() {
        let listener = state.withLock { state in
            state.isStopped = true
            defer { state.listener = nil }
            return state.listener
        }
        listener?.cancel()
    }

    private func sendAll() async {
        while state.withLock({ state in
            defer { state.isDirty = false }
            state.isSending = state.isDirty && !state.isStopped
            return state.isSending
        }) {
            await send()
        }
    }
}
