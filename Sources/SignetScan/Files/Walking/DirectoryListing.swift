#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The entries of one directory, in one buffer that is used again for the next.
///
/// `readdir` says of each entry what it is, so nothing but the rare file system that does not
/// fill in `d_type` costs a further call.
package struct DirectoryListing: ~Copyable {
    /// One entry.
    package struct Entry: Sendable {
        /// Where the name starts in `names`; a zero byte ends it.
        package let start: Int
        /// How many bytes the name has.
        package let count: Int
        /// Whether it is a directory; a regular file if not.
        package let isDirectory: Bool
    }

    /// All names, each with a zero byte after it.
    package private(set) var names: [UInt8] = []
    /// Directories and regular files; links and other things are left out.
    package private(set) var entries: [Entry] = []
    /// Whether `.gitignore` is among the names.
    package private(set) var hasGitIgnore = false
    /// Whether `.ignore` is among the names.
    package private(set) var hasIgnore = false
    /// Whether `.rgignore` is among the names.
    package private(set) var hasRipgrepIgnore = false
    /// Whether `.git` is among the names.
    package private(set) var hasGit = false

    /// Creates an empty listing.
    package init() {}

    /// Lists `directory`, keeping all directories and those files whose names `wants` accepts.
    package mutating func read(
        _ directory: DirectoryHandle,
        wants: (Span<UInt8>) -> Bool
    ) throws(SystemError) {
        reset()
        let copy = fcntl(directory.descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw .last }
        guard let stream = unsafe fdopendir(copy) else {
            let error = SystemError.last
            close(copy)
            throw error
        }
        defer { unsafe closedir(stream) }
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { throw .last }
                return
            }
            unsafe append(entry, of: directory, wants: wants)
        }
    }

    private mutating func reset() {
        names.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        hasGitIgnore = false
        hasIgnore = false
        hasRipgrepIgnore = false
        hasGit = false
    }

    private mutating func append(
        _ entry: UnsafeMutablePointer<dirent>,
        of directory: DirectoryHandle,
        wants: (Span<UInt8>) -> Bool
    ) {
        let start = names.count
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            guard let base = bytes.baseAddress else { return }
            let length = unsafe strlen(base.assumingMemoryBound(to: CChar.self))
            unsafe names.append(contentsOf: UnsafeRawBufferPointer(start: base, count: length + 1))
        }
        let count = names.count - start - 1
        let isDirectory = isDirectory(unsafe Int(entry.pointee.d_type), at: start, of: directory)
        if names[start] == UInt8(ascii: ".") { noteSpecial(start..<(start + count)) }
        if let isDirectory, isWanted(start..<(start + count), isDirectory, wants) {
            entries.append(Entry(start: start, count: count, isDirectory: isDirectory))
        } else {
            names.removeLast(count + 1)
        }
    }

    private func isWanted(
        _ range: Range<Int>,
        _ isDirectory: Bool,
        _ wants: (Span<UInt8>) -> Bool
    ) -> Bool {
        let name = names.span.extracting(range)
        return isDirectory ? !name.equals(".") && !name.equals("..") : wants(name)
    }

    /// Remembers the names that bring rules with them.
    private mutating func noteSpecial(_ range: Range<Int>) {
        let names = names
        let name = names.span.extracting(range)
        hasGitIgnore = hasGitIgnore || name.equals(".gitignore")
        hasIgnore = hasIgnore || name.equals(".ignore")
        hasRipgrepIgnore = hasRipgrepIgnore || name.equals(".rgignore")
        hasGit = hasGit || name.equals(".git")
    }

    /// Whether an entry of type `type` is a directory, or `nil` if it is no regular file either.
    private func isDirectory(_ type: Int, at start: Int, of directory: DirectoryHandle) -> Bool? {
        switch type {
        case Int(DT_DIR): return true
        case Int(DT_REG): return false
        case Int(DT_UNKNOWN):
            var status = stat()
            let result = unsafe names.span.extracting(start...).withCString {
                unsafe fstatat(directory.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
            }
            guard result == 0 else { return nil }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: return true
            case S_IFREG: return false
            default: return nil
            }
        default: return nil
        }
    }
}
