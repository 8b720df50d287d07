import SignetScan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The calls to the operating system that replace files, with their errors.
enum SystemFile {
    /// The path with all links resolved (realpath(3)).
    static func resolved(_ path: String) throws(SystemError) -> String {
        guard let resolved = unsafe realpath(path, nil) else { throw .last }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Makes a directory for its owner alone; one that is there stays as it is.
    static func makeDirectory(_ path: String) throws(SystemError) {
        if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { throw .last }
    }

    /// Whether anything has the path.
    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Whether this program may write to the path.
    static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

    /// Writes a new file; on an error there is none.
    ///
    /// - Parameters:
    ///   - path: The path, at which there must be nothing.
    ///   - bytes: The content.
    ///   - attributes: Whose owner, group and mode the file gets; nobody else can read it if `nil`.
    ///   - isDurable: Whether to wait until the content is on the disk.
    /// - Throws: What the operating system says.
    static func create(
        _ path: String,
        _ bytes: [UInt8],
        like attributes: FileStatus? = nil,
        isDurable: Bool = false
    ) throws(SystemError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = unsafe open(path, flags, 0o600)
        guard descriptor >= 0 else { throw .last }
        do throws(SystemError) {
            defer { close(descriptor) }
            try write(bytes, to: descriptor)
            if let attributes { try attributes.apply(to: descriptor) }
            if isDurable, fsync(descriptor) != 0 { throw .last }
        } catch {
            remove(path)
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.span.extracting(start...).withUnsafeBufferPointer {
                unsafe systemWrite(descriptor, $0)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .last }
            start += count
        }
    }

    /// Gives a file another name, in one step; what had that name is gone.
    static func rename(_ path: String, to name: String) throws(SystemError) {
        // By descriptors, because the plain call has the name of this function.
        if unsafe renameat(AT_FDCWD, path, AT_FDCWD, name) != 0 { throw .last }
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) { _ = unsafe unlink(path) }

    /// Removes a directory with the files in it, but not one with directories in it.
    static func removeDirectory(_ path: String) {
        for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
        _ = unsafe rmdir(path)
    }

    /// The names of the files and directories in a directory, sorted.
    static func names(in path: String) throws(SystemError) -> [String] {
        let folder = try DirectoryHandle(path: Array(path.utf8) + [0], followLinks: false)
        var listing = DirectoryListing()
        try listing.read(folder) { _ in true }
        let names = listing.names
        return listing.entries.map { entry in
            String(decoding: names[entry.start..<(entry.start + entry.count)], as: UTF8.self)
        }.sorted()
    }

    /// Waits until the entries of a directory are on the disk.
    static func syncDirectory(_ path: String) throws(SystemError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        defer { close(descriptor) }
        // Some file systems cannot do it for a directory, and need not.
        if fsync(descriptor) != 0, errno != EINVAL { throw .last }
    }

    /// The content of a regular file.
    static func content(of path: String) throws(SourceReadError) -> [UInt8] {
        var reader = SourceReader(capacity: 1 << 16)
        let count = try reader.read(path: Array(path.utf8), followLinks: false)
        return Array(reader.buffer[..<count])
    }

    /// Whether a regular file has this content.
    static func holds(_ bytes: [UInt8], at path: String, _ reader: inout SourceReader) -> Bool {
        let count = try? reader.read(path: Array(path.utf8), followLinks: false)
        guard count == bytes.count else { return false }
        return reader.buffer.span.extracting(..<bytes.count).equals(bytes.span)
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe write(descriptor, bytes.baseAddress, bytes.count)
}
