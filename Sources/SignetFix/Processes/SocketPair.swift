#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Two connected sockets: one for a program to be started, one for this one.
///
/// Both are closed with the value, but for the one that was taken.
final class SocketPair {
    /// The end for the program; it is inherited only under another number.
    let theirs: Int32

    private let ours: Int32
    private var isTaken = false

    /// Makes a pair.
    init() throws(ProcessError) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Darwin)
        guard unsafe socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { throw .broken(errno) }
        var isOn: Int32 = 1
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            let size = socklen_t(MemoryLayout<Int32>.size)
            _ = unsafe setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &isOn, size)
        }
        #elseif canImport(Musl)
        let type = SOCK_STREAM | SOCK_CLOEXEC
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .broken(errno) }
        #else
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .broken(errno) }
        #endif
        theirs = ends[0]
        ours = ends[1]
        _ = fcntl(ours, F_SETFL, fcntl(ours, F_GETFL) | O_NONBLOCK)
    }

    deinit {
        close(theirs)
        if !isTaken { close(ours) }
    }

    /// Hands over the end of this program, which does not block.
    func takeOurs() -> Int32 {
        isTaken = true
        return ours
    }
}
