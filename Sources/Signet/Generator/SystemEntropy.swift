#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
/// The operating system's random bytes, read without a file descriptor.
enum SystemEntropy {
    /// How many bytes `getentropy` gives at most (POSIX.1-2024).
    private static let portableCount = 256

    private typealias GetRandom =
        @convention(c) (UnsafeMutableRawPointer?, Int, UInt32) -> Int

    /// `getrandom(2)`, which gives a batch for the price of one system call.
    ///
    /// It is looked up at run time because the C library's module does not show it.
    private static let getRandom: GetRandom? = {
        #if canImport(Darwin)
        return nil
        #else
        guard let symbol = unsafe dlsym(nil, "getrandom") else { return nil }
        return unsafe unsafeBitCast(symbol, to: GetRandom.self)
        #endif
    }()

    /// Fills a buffer with random bytes; blocks only before the machine has gathered any.
    ///
    /// - Returns: Whether each byte was filled; if not, none of them may be used.
    static func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Bool {
        var start = 0
        while start < buffer.count {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
            let count = unsafe read(rest)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }

    /// Reads some bytes: how many, or a negative number.
    private static func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        if let getRandom = unsafe getRandom {
            return unsafe getRandom(buffer.baseAddress, buffer.count, 0)
        }
        let count = min(buffer.count, portableCount)
        return unsafe getentropy(buffer.baseAddress, count) == 0 ? count : -1
    }
}
#endif
