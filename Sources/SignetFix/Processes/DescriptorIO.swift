#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reading and writing of sockets that do not block.
enum DescriptorIO {
    /// What a call has done.
    enum Outcome {
        /// So many bytes went through.
        case bytes(Int)
        /// Nothing can be done now.
        case wouldBlock
        /// The other side is gone.
        case ended
    }

    /// Appends what can be read, at most 64 KiB.
    static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Outcome {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe buffer.withUnsafeMutableBytes {
            unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
        }
        if count > 0 {
            bytes.append(contentsOf: buffer[..<count])
            return .bytes(count)
        }
        return count < 0 && isTransient ? .wouldBlock : .ended
    }

    /// Writes what can be written of the bytes from `start` on.
    static func write(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Outcome {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        let count = unsafe bytes.span.extracting(start...).withUnsafeBytes {
            unsafe send(descriptor, $0.baseAddress, $0.count, flags)
        }
        if count >= 0 { return .bytes(count) }
        return isTransient ? .wouldBlock : .ended
    }

    /// Waits until one of the descriptors can be used.
    ///
    /// - Parameters:
    ///   - descriptors: The descriptors, and for each whether it is to be written or read.
    ///   - milliseconds: How long at most.
    /// - Returns: For each whether it can be used; also where the other side is gone.
    static func wait(
        _ descriptors: [(descriptor: Int32, writes: Bool)],
        milliseconds: Int
    ) -> [Bool] {
        var polls = descriptors.map {
            pollfd(fd: $0.descriptor, events: Int16($0.writes ? POLLOUT : POLLIN), revents: 0)
        }
        let limit = Int32(clamping: milliseconds)
        let count = nfds_t(polls.count)
        guard unsafe poll(&polls, count, limit) > 0 else {
            return descriptors.map { _ in false }
        }
        return polls.map { $0.revents != 0 }
    }

    private static var isTransient: Bool {
        errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR
    }
}
