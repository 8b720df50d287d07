import Synchronization

/// One operation on a connection, which its task may cancel from any thread.
///
/// Tickets are what keeps the cancellation of one operation from ending the next on the same
/// connection: the bell only wakes, the ticket says whether it was meant.
package final class Ticket: Sendable {
    private let bell: Bell
    private let isRaised = Atomic(false)

    /// A ticket whose holder listens to a bell.
    package init(bell: Bell) {
        self.bell = bell
    }

    /// Whether the operation shall end.
    package var isCancelled: Bool { isRaised.load(ordering: .acquiring) }

    /// Asks the operation to end and wakes its thread.
    package func cancel() {
        isRaised.store(true, ordering: .releasing)
        bell.ring()
    }
}
