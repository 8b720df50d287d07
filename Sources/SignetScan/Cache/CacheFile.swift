#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The file of one cache in a directory that only its user can enter.
///
/// It is replaced as a whole, so that two scans at once cannot spoil it: the later one wins, and
/// both are right. Whatever goes wrong, the scan is only slower.
struct CacheFile: Sendable {
    /// How many bytes all files of the directory may have: 1 GiB.
    private static let maximumTotal = 1 << 30
    /// How many files the directory may have.
    private static let maximumCount = 64

    private let directory: [UInt8]
    private let name: String

    /// Names the file; nothing is touched.
    init(directory: String, name: String) {
        self.directory = Array(directory.utf8)
        self.name = name
    }

    /// The bytes of the file, if it is there, belongs to the user and is of a sane size.
    func read() -> [UInt8]? {
        guard let folder = open(), let status = status(of: name, in: folder) else { return nil }
        guard status.st_uid == geteuid(), status.st_mode & S_IFMT == S_IFREG,
            status.st_mode & 0o022 == 0, status.st_size <= CacheImage.maximumSize
        else { return nil }
        // One byte of room behind the content lets a single read see its end.
        var reader = SourceReader(capacity: Int(status.st_size) + 1)
        let count = try? reader.read(
            name: Array(name.utf8) + [0],
            at: 0,
            in: folder,
            isKnownRegular: true
        )
        return count.map { Array(reader.buffer[..<$0]) }
    }

    /// Replaces the file, and removes the oldest ones when there are too many.
    func write(_ bytes: [UInt8]) {
        makeDirectories()
        guard let folder = open() else { return }
        let temporary = ".\(name).\(getpid()).\(UInt32.random(in: 0 ... .max))"
        guard write(bytes, to: temporary, in: folder) else { return }
        let isDone = unsafe temporary.withCString { from in
            unsafe name.withCString {
                unsafe renameat(folder.descriptor, from, folder.descriptor, $0)
            }
        }
        if isDone != 0 { remove(temporary, in: folder) }
        prune(folder)
    }

    private func write(_ bytes: [UInt8], to temporary: String, in folder: DirectoryHandle) -> Bool {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = unsafe temporary.withCString {
            unsafe openat(folder.descriptor, $0, flags, 0o600)
        }
        guard descriptor >= 0 else { return false }
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.span.extracting(start...).withUnsafeBufferPointer { rest in
                unsafe systemWrite(descriptor, rest)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            start += count
        }
        let isClosed = close(descriptor) == 0
        if start < bytes.count || !isClosed {
            remove(temporary, in: folder)
            return false
        }
        return true
    }

    /// Opens the directory if nobody else can write in it.
    private func open() -> DirectoryHandle? {
        guard let folder = try? DirectoryHandle(path: directory + [0], followLinks: true) else {
            return nil
        }
        var status = stat()
        guard unsafe fstat(folder.descriptor, &status) == 0, status.st_uid == geteuid(),
            status.st_mode & 0o022 == 0
        else { return nil }
        return folder
    }

    /// Makes the directory and those above it, for the user alone.
    private func makeDirectories() {
        for end in directory.indices.dropFirst() where directory[end] == UInt8(ascii: "/") {
            make(Array(directory[..<end]))
        }
        make(directory)
    }

    private func make(_ path: [UInt8]) {
        _ = unsafe (path + [0]).span.withCString { unsafe mkdir($0, 0o700) }
    }

    private func status(of name: String, in folder: DirectoryHandle) -> stat? {
        var status = stat()
        let result = unsafe name.withCString {
            unsafe fstatat(folder.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
        }
        return result == 0 ? status : nil
    }

    private func remove(_ name: String, in folder: DirectoryHandle) {
        _ = unsafe name.withCString { unsafe unlinkat(folder.descriptor, $0, 0) }
    }

    /// Removes the files that were written longest ago until the rest fits.
    private func prune(_ folder: DirectoryHandle) {
        var listing = DirectoryListing()
        guard (try? listing.read(folder) { _ in true }) != nil else { return }
        var files: [(name: String, time: Int, size: Int)] = []
        for entry in listing.entries where !entry.isDirectory {
            let bytes = listing.names[entry.start..<(entry.start + entry.count)]
            let name = String(decoding: bytes, as: UTF8.self)
            guard let status = status(of: name, in: folder) else { continue }
            #if canImport(Darwin)
            let time = status.st_mtimespec.tv_sec
            #else
            let time = status.st_mtim.tv_sec
            #endif
            files.append((name, Int(time), Int(status.st_size)))
        }
        var total = 0
        for (index, file) in files.sorted(by: { $0.time > $1.time }).enumerated() {
            total += file.size
            if index >= Self.maximumCount || total > Self.maximumTotal, file.name != name {
                remove(file.name, in: folder)
            }
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe write(descriptor, bytes.baseAddress, bytes.count)
}
