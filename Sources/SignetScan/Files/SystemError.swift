#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An error number of the operating system, with words for people.
package struct SystemError: Error, Sendable, Equatable {
    /// The value of `errno`.
    package let code: Int32

    /// Takes the error of the last call of this thread.
    package static var last: SystemError { SystemError(code: errno) }

    /// What is wrong and, where something can be done, what to do.
    package var reason: String {
        switch code {
        case EACCES, EPERM: "no permission to read it"
        case ENOENT: "it does not exist"
        case ELOOP: "its symbolic links form a loop"
        case ENAMETOOLONG: "its path is too long for the operating system"
        case ENOTDIR: "a part of its path is no directory"
        case EMFILE, ENFILE: "too many files are open; raise the limit (ulimit -n)"
        case ENXIO: "it is a socket or a pipe that nobody writes to"
        case EIO: "the disk failed to read it"
        default: "the operating system refused it (error \(code))"
        }
    }
}
