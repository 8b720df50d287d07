import SignetScan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the operating system says of a path; equal as long as nobody has touched the file.
struct FileStatus: Sendable, Equatable {
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
    let links: Int
    private let device: UInt64
    private let inode: UInt64
    private let size: Int
    private let times: [Int]

    /// Asks about a path; a link at its end is not followed.
    init(_ path: String) throws(SystemError) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { throw .last }
        mode = UInt32(status.st_mode)
        owner = status.st_uid
        group = status.st_gid
        links = Int(status.st_nlink)
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int(status.st_size)
        #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        times = [modified.tv_sec, Int(modified.tv_nsec), changed.tv_sec, Int(changed.tv_nsec)]
    }

    /// Whether it is a regular file.
    var isRegular: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }

    /// Whether it is a directory of this user in which nobody else can write.
    var isOwnDirectory: Bool {
        mode & UInt32(S_IFMT) == UInt32(S_IFDIR) && owner == geteuid() && mode & 0o022 == 0
    }

    /// Whether no one at all may write it.
    ///
    /// For the superuser every file is writable, but a file without any permission to write is
    /// meant to stay as it is.
    var isWriteProtected: Bool { mode & 0o222 == 0 }

    /// Gives an open file the same owner, group and mode, as far as this user may.
    ///
    /// A new file belongs to who makes it. Only the superuser can give it away, others can at most
    /// choose one of their groups; without it, the mode still is the same.
    func apply(to descriptor: Int32) throws(SystemError) {
        if owner != geteuid() || group != getegid() {
            if fchown(descriptor, owner, group) != 0 { _ = fchown(descriptor, uid_t.max, group) }
        }
        // After the owner, because a change of that clears bits of the mode.
        if fchmod(descriptor, mode_t(mode & 0o7777)) != 0 { throw .last }
    }
}
