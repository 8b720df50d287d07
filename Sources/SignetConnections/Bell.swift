#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Wakes a thread that waits for a socket.
///
/// A pipe: whoever waits for the socket waits for its reading end too.
package final class Bell: Sendable {
    /// The descriptor that is readable while the bell rings.
    let readEnd: Int32
    private let writeEnd: Int32

    /// Opens the pipe.
    ///
    /// - Throws: When the process has no descriptor left.
    package init() throws(SystemFailure) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw SystemFailure(errno) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Wakes who waits, now or next.
    package func ring() {
        var byte: UInt8 = 0
        // A full pipe rings already.
        _ = unsafe write(writeEnd, &byte, 1)
    }

    /// Ends the ringing.
    func quiet() {
        var bytes: [64 of UInt8] = .init(repeating: 0)
        while unsafe read(readEnd, &bytes, 64) == 64 {}
    }
}
