import Logging
import Synchronization

/// Keeps what is logged.
final class LogNotes: Sendable {
    private let state = Mutex<[Logger.Metadata]>([])

    /// The metadata of each line.
    var lines: [Logger.Metadata] { state.withLock { $0 } }

    /// A logger that writes here.
    var logger: Logger { Logger(label: "test") { _ in Handler(notes: self) } }

    private struct Handler: LogHandler {
        let notes: LogNotes
        var metadata = Logger.Metadata()
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            notes.state.withLock { $0.append(event.metadata ?? [:]) }
        }
    }
}
