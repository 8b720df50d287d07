import Synchronization

/// Keeps sources that make identifiers, from the scan that reads them until somebody edits them.
///
/// What a source was read into takes about eight times as much memory as the source, so only so
/// many bytes are kept; others are read again.
package final class SourceStore: Sendable {
    private struct Content {
        var bytesLeft: Int
        /// By path.
        var sources: [String: ScannedSource] = [:]
    }

    private let content: Mutex<Content>

    /// Creates a store with room for sources of `limit` bytes together.
    package init(limit: Int) { content = Mutex(Content(bytesLeft: limit)) }

    /// Keeps the source at `path`, if there is room for it.
    func keep(_ path: String, _ source: ScannedSource) {
        content.withLock { content in
            guard content.bytesLeft >= source.raw.count else { return }
            content.bytesLeft -= source.raw.count
            content.sources[path] = source
        }
    }

    /// Gives away the source at `path`; `nil` if it is not here, or not any more.
    package func take(_ path: String) -> ScannedSource? {
        content.withLock { $0.sources.removeValue(forKey: path) }
    }
}
