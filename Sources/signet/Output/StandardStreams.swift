#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The three streams that a process is given.
enum StandardStreams {
    /// Makes sure that the streams are open, and that writing to a closed pipe is an error and no
    /// signal.
    ///
    /// A file that is opened while standard output is closed would take its number, and results
    /// would be written into it.
    static func prepare() {
        _ = signal(SIGPIPE, SIG_IGN)
        for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) < 0 {
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }

    /// Writes bytes to a descriptor, all of them.
    ///
    /// - Returns: 0, or the error's number.
    static func write(_ bytes: Span<UInt8>, to descriptor: Int32) -> Int32 {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                let rest = unsafe UnsafeBufferPointer(rebasing: buffer[start...])
                #if canImport(Glibc)
                let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
                #elseif canImport(Musl)
                let count = unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
                #else
                let count = unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                start += count
            }
            return 0
        }
    }
}

/// Standard error: messages, one write each.
enum StandardError {
    /// Writes a text; where standard error is gone, nothing can be said.
    static func write(_ text: String) {
        _ = StandardStreams.write(Array(text.utf8).span, to: 2)
    }
}
