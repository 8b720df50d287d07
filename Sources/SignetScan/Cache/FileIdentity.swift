#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the file system says of a file without opening it: as long as it stays the same, so does
/// the content.
///
/// A program can set the time of modification back, but not the time of change, which follows
/// every write, rename and exchange. As in git's index, a file that has changed within the
/// granularity of the clock before it was looked at cannot be told from one that changes right
/// after; see `isSettled`.
struct FileIdentity: Equatable {
    /// The coarsest granularity of file times that is in use, that of FAT: two seconds.
    private static let granularity = 2_000_000_000

    private let device: UInt64
    private let inode: UInt64
    private let modified: Int
    private let changed: Int
    /// How many bytes the file has.
    let size: Int

    /// Looks up a name in a directory; `nil` if it is no regular file.
    ///
    /// - Parameters:
    ///   - name: The name or path with its terminating zero.
    ///   - directory: Where a relative name starts; the working directory if `nil`.
    ///   - followLinks: Whether a symbolic link at the end is followed.
    init?(name: Span<UInt8>, in directory: DirectoryHandle?, followLinks: Bool) {
        var status = stat()
        let base = directory?.descriptor ?? AT_FDCWD
        let flags = followLinks ? 0 : AT_SYMLINK_NOFOLLOW
        let result = unsafe name.withCString { unsafe fstatat(base, $0, &status, flags) }
        guard result == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int(status.st_size)
        #if canImport(Darwin)
        modified = Self.nanoseconds(status.st_mtimespec)
        changed = Self.nanoseconds(status.st_ctimespec)
        #else
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
        #endif
    }

    private static func nanoseconds(_ time: timespec) -> Int {
        Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    }

    /// Whether the file had been left alone for so long at `now` that a later change shows.
    ///
    /// - Parameter now: The time before the file was looked at, in nanoseconds since 1970.
    /// - Returns: Whether the times of the file can be relied on.
    func isSettled(at now: Int) -> Bool { max(modified, changed) < now - Self.granularity }

    /// Everything in one number, never zero.
    func digest(_ hash: ContentHash) -> UInt128 {
        var bytes = ByteWriter()
        for field in [device, inode] { bytes.fixed(field) }
        for field in [modified, changed, size] { bytes.fixed(UInt64(bitPattern: Int64(field))) }
        return max(1, hash.hash(bytes.bytes.span))
    }
}
