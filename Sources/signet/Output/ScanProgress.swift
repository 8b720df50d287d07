import Synchronization

/// The count of files on a terminal while a scan runs.
final class ScanProgress: Sendable {
    /// Whether there is anybody to see it.
    let isShown: Bool

    private let state = Mutex(State())

    private struct State {
        var hasPrinted = false
        var next = ContinuousClock.now + .milliseconds(500)
    }

    /// Prepares to show progress, if it is to be shown.
    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// Shows a count, ten times a second at most, and not at all in the first half second.
    func update(files: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            guard now >= state.next else { return }
            state.next = now + .milliseconds(100)
            state.hasPrinted = true
            StandardError.write("\r\u{1B}[Kscanned \(files) files")
        }
    }

    /// Takes the count away.
    func clear() {
        if state.withLock({ $0.hasPrinted }) { StandardError.write("\r\u{1B}[K") }
    }
}
