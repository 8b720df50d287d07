#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Waits for a socket, a moment, or a cancellation, whichever comes first.
package struct SocketWait {
    private let bell: Bell
    private let ticket: Ticket
    private let deadline: Deadline

    /// What a wait ended with.
    package enum Outcome: Sendable {
        /// The socket can be read or written, or is broken: the next operation on it tells.
        case ready
        /// The time is over.
        case timedOut
        /// The operation was cancelled.
        case cancelled
    }

    /// What to wait for on a socket.
    package struct Events: OptionSet, Sendable {
        /// As `poll` has it.
        package let rawValue: Int16

        /// Creates a set from bits of `poll`.
        package init(rawValue: Int16) {
            self.rawValue = rawValue
        }

        /// Something can be read.
        package static let read = Self(rawValue: Int16(POLLIN))
        /// Something can be written.
        package static let write = Self(rawValue: Int16(POLLOUT))
    }

    /// Creates a wait of one operation.
    ///
    /// - Parameters:
    ///   - bell: What wakes the thread early.
    ///   - ticket: The operation, which may be cancelled.
    ///   - deadline: Until when to wait.
    package init(bell: Bell, ticket: Ticket, deadline: Deadline) {
        self.bell = bell
        self.ticket = ticket
        self.deadline = deadline
    }

    /// The same operation's wait until another moment.
    package func until(_ deadline: Deadline) -> Self {
        Self(bell: bell, ticket: ticket, deadline: deadline)
    }

    /// Waits for events on a socket.
    ///
    /// - Parameters:
    ///   - socket: The descriptor; below zero to wait for time or cancellation alone.
    ///   - events: What to wait for.
    /// - Returns: What came first. Cancellation goes before time, and both before the socket.
    package func wait(for socket: Int32, _ events: Events) -> Outcome {
        while true {
            if ticket.isCancelled { return .cancelled }
            var polls: [2 of pollfd] = [
                pollfd(fd: bell.readEnd, events: Int16(POLLIN), revents: 0),
                pollfd(fd: socket, events: events.rawValue, revents: 0),
            ]
            let count = unsafe withUnsafeMutablePointer(to: &polls) {
                unsafe $0.withMemoryRebound(to: pollfd.self, capacity: 2) {
                    unsafe poll($0, 2, deadline.milliseconds)
                }
            }
            if polls[0].revents != 0 { bell.quiet() }
            if ticket.isCancelled { return .cancelled }
            if count > 0, polls[1].revents != 0 { return .ready }
            if deadline.isOver { return .timedOut }
        }
    }

    /// Whether a socket has something to read right now, the end of its stream included.
    package static func isReadable(_ socket: Int32) -> Bool {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&entry, 1, 0) > 0
    }
}
