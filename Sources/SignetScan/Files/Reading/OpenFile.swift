#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open file descriptor, closed when the value ends.
package struct OpenFile: ~Copyable {
    /// What the descriptor may stand for.
    package enum Kind: Sendable {
        case regular
        case directory
        case other
    }

    private let descriptor: Int32

    /// Opens `path` to read it; a pipe or a device does not block.
    ///
    /// - Parameters:
    ///   - path: The path or name, with its terminating zero.
    ///   - directory: Where a relative path starts; the working directory if `nil`.
    ///   - followLinks: Whether a symbolic link at the end of the path is followed.
    /// - Throws: What the operating system says against it.
    package init(
        path: UnsafePointer<CChar>,
        in directory: DirectoryHandle? = nil,
        followLinks: Bool
    ) throws(SystemError) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW)
        let base = directory?.descriptor ?? AT_FDCWD
        descriptor = unsafe openat(base, path, flags)
        if descriptor < 0 { throw .last }
    }

    deinit {
        close(descriptor)
    }

    /// What the descriptor stands for, and how many bytes it holds.
    package func status() throws(SystemError) -> (kind: Kind, size: Int) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            default: .other
            }
        return (kind, Int(status.st_size))
    }

    /// Reads from the current position into `buffer` from `start` on, as far as one call goes.
    ///
    /// - Returns: How many bytes came; zero at the end of the file.
    package func read(into buffer: inout [UInt8], from start: Int) throws(SystemError) -> Int {
        while true {
            let descriptor = descriptor
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe systemRead(
                    descriptor,
                    UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
                )
            }
            if count >= 0 { return count }
            if errno != EINTR { throw .last }
        }
    }

    /// The whole content, which may have at most `limit` bytes.
    package static func content(of path: [UInt8], limit: Int) -> [UInt8]? {
        var reader = SourceReader(capacity: 4096)
        guard let count = try? reader.read(path: path, followLinks: true), count <= limit else {
            return nil
        }
        return Array(reader.buffer[..<count])
    }
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    unsafe read(descriptor, bytes.baseAddress, bytes.count)
}
