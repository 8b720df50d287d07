import Synchronization

/// Asks a running scan to stop; the files in hand are finished first.
package final class CancellationFlag: Sendable {
    private let flag = Atomic(false)

    /// Creates a flag that is not set.
    package init() {}

    /// Whether the scan has been asked to stop.
    package var isSet: Bool { flag.load(ordering: .relaxed) }

    /// Asks the scan to stop.
    package func set() { flag.store(true, ordering: .relaxed) }
}
