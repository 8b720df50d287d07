package import SignetScan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension SystemError {
    /// What is wrong when a file was to be written and, where something can be done, what to do.
    package var writingReason: String {
        switch code {
        case EACCES, EPERM: "no permission to write it"
        case EROFS: "its file system is read-only"
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EIO: "the disk failed to write it"
        default: reason
        }
    }
}
