#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The few things that a store does with directories.
package enum FileSystem {
    /// The error of a call that has just failed.
    static func failure(
        _ what: String,
        _ path: String,
        _ code: AuditError.Code = .storeFailed,
        reason: Int32 = errno
    ) -> AuditError {
        let reason = unsafe String(cString: strerror(reason))
        return AuditError(code, "the file \(what): \(reason)", file: path)
    }

    /// The names in a directory, in no order, without those that begin with a dot; none when there
    /// is no such directory.
    package static func names(in path: String) throws(AuditError) -> [String] {
        guard let directory = unsafe opendir(path) else {
            if errno == ENOENT { return [] }
            throw failure("cannot be listed", path)
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                    unsafe String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    /// Makes a directory that only its owner may look into, unless there is one.
    package static func makeDirectory(_ path: String) throws(AuditError) {
        guard unsafe mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw failure("cannot be made", path)
    }

    /// Whether there is a directory.
    static func isDirectory(_ path: String) throws(AuditError) -> Bool {
        try FileDescriptor(path, O_RDONLY).status().isDirectory
    }

    /// Puts a whole file in its place in one step.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - directory: The directory that it is in.
    ///   - bytes: All that it is to hold.
    ///   - isDurable: Whether to wait until it is on the disk.
    /// - Throws: ``AuditError/Code-swift.struct/storeFailed``.
    package static func replace(
        _ path: String,
        in directory: String,
        with bytes: Span<UInt8>,
        isDurable: Bool
    ) throws(AuditError) {
        let scratch = path + ".new"
        do {
            let file = try FileDescriptor(scratch, O_WRONLY | O_CREAT | O_TRUNC)
            try file.write(bytes)
            if isDurable { try file.synchronize() }
        }
        try rename(scratch, to: path, in: directory, isDurable: isDurable)
    }

    /// Gives a file another's name.
    static func rename(
        _ old: String,
        to new: String,
        in directory: String,
        isDurable: Bool
    ) throws(AuditError) {
        #if canImport(Glibc)
        let status = unsafe Glibc.rename(old, new)
        #elseif canImport(Musl)
        let status = unsafe Musl.rename(old, new)
        #else
        let status = unsafe Darwin.rename(old, new)
        #endif
        guard status == 0 else { throw failure("cannot be put in its place", new) }
        if isDurable { try synchronizeDirectory(directory) }
    }

    /// All bytes of a file; nil when there is none.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: How many bytes it may have.
    /// - Returns: The bytes.
    /// - Throws: ``AuditError/Code-swift.struct/storeFailed`` or
    ///   ``AuditError/Code-swift.struct/corrupted`` for a longer file.
    package static func contents(
        of path: String,
        limit: Int
    ) throws(AuditError) -> [UInt8]? {
        do throws(AuditError) {
            let file = try FileDescriptor(path, O_RDONLY)
            let size = try file.status().size
            guard size <= UInt64(limit) else {
                throw AuditError(.corrupted, "the file is too long", file: path)
            }
            var bytes = [UInt8](repeating: 0, count: Int(size))
            var end = 0
            while end < bytes.count {
                let count = try file.read(into: &bytes, at: end, from: UInt64(end))
                guard count > 0 else { break }
                end += count
            }
            return Array(bytes.prefix(end))
        } catch  where error.code == .notFound {
            return nil
        }
    }

    /// Removes a file.
    package static func remove(_ path: String) throws(AuditError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw failure("cannot be removed", path)
        }
    }

    /// Waits until the names in a directory are on the disk.
    static func synchronizeDirectory(_ path: String) throws(AuditError) {
        try FileDescriptor(path, O_RDONLY).synchronize()
    }

    /// `write(2)`, which a method of the same name hides.
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}
