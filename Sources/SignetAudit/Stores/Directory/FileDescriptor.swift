#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An open file, closed when it goes out of scope.
package struct FileDescriptor: ~Copyable {
    private let number: Int32
    private let path: String

    /// What a file is and how long.
    struct Status: Equatable {
        let inode: UInt64
        let size: UInt64
        let isDirectory: Bool
    }

    /// Opens a file.
    ///
    /// - Throws: ``AuditError/Code-swift.struct/notFound`` when there is none,
    ///   ``AuditError/Code-swift.struct/storeFailed`` otherwise.
    package init(_ path: String, _ flags: Int32) throws(AuditError) {
        number = unsafe open(path, flags | O_CLOEXEC, 0o600)
        self.path = path
        guard number >= 0 else {
            let code: AuditError.Code = errno == ENOENT ? .notFound : .storeFailed
            throw FileSystem.failure("cannot be opened", path, code)
        }
    }

    deinit { close(number) }

    /// Waits until no other process has the file, and keeps it until it is closed.
    package func lock() throws(AuditError) {
        while flock(number, LOCK_EX) != 0 {
            guard errno == EINTR else { throw FileSystem.failure("cannot be locked", path) }
        }
    }

    /// What the file is.
    func status() throws(AuditError) -> Status {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else {
            throw FileSystem.failure("cannot be looked at", path)
        }
        return Status(
            inode: UInt64(status.st_ino),
            size: UInt64(max(status.st_size, 0)),
            isDirectory: status.st_mode & S_IFMT == S_IFDIR
        )
    }

    /// Reads some bytes from an offset on into a buffer, behind those that are kept.
    ///
    /// - Returns: How many; 0 at the end.
    func read(
        into buffer: inout [UInt8],
        at start: Int,
        from offset: UInt64
    ) throws(AuditError) -> Int {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
                return unsafe pread(number, rest.baseAddress, rest.count, off_t(offset))
            }
            if count >= 0 { return count }
            guard errno == EINTR else { throw FileSystem.failure("cannot be read", path) }
        }
    }

    /// Writes bytes, all of them.
    func write(_ bytes: Span<UInt8>) throws(AuditError) {
        let failure = unsafe bytes.withUnsafeBufferPointer { buffer -> Int32 in
            var start = 0
            while start < buffer.count {
                let rest = unsafe UnsafeRawBufferPointer(
                    UnsafeBufferPointer(rebasing: buffer[start...])
                )
                let count = unsafe FileSystem.write(number, rest)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno }
                start += count
            }
            return 0
        }
        guard failure == 0 else {
            throw FileSystem.failure("cannot be written", path, reason: failure)
        }
    }

    /// Cuts the file.
    func truncate(to size: UInt64) throws(AuditError) {
        guard ftruncate(number, off_t(size)) == 0 else {
            throw FileSystem.failure("cannot be cut", path)
        }
    }

    /// Waits until what was written is on the disk.
    func synchronize() throws(AuditError) {
        guard fsync(number) == 0 else {
            throw FileSystem.failure("cannot be brought to the disk", path)
        }
    }
}
