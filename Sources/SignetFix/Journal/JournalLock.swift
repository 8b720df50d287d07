import SignetScan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The right to write a journal, held until the value is gone or the program ends in any way.
final class JournalLock {
    private let descriptor: Int32

    /// Takes the lock of a file (flock(2)); `nil` if somebody else has it.
    init?(_ path: String) throws(SystemError) {
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
        let descriptor = unsafe open(path, flags, 0o600)
        guard descriptor >= 0 else { throw .last }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let error = SystemError.last
            close(descriptor)
            if error.code == EWOULDBLOCK { return nil }
            throw error
        }
        self.descriptor = descriptor
    }

    deinit {
        // Closing is not enough: a program that is being started by another thread holds the same
        // open file until it runs.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
