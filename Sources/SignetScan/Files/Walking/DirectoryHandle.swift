#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open directory, shared by all who still read files in it and closed after the last.
package final class DirectoryHandle: Sendable {
    let descriptor: Int32

    /// Opens the directory at `path`, which ends in zero.
    package init(path: [UInt8], followLinks: Bool) throws(SystemError) {
        let flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW)
        descriptor = unsafe path.span.withCString { unsafe open($0, flags) }
        if descriptor < 0 { throw .last }
    }

    deinit {
        close(descriptor)
    }
}
