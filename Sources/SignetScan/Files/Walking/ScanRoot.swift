#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A path that the user named, in the form in which it is opened and the form in which it is shown.
package struct ScanRoot: Sendable {
    /// The absolute path without symbolic links and without a slash at the end; empty for `/`.
    package let absolute: [UInt8]
    /// The path as findings show it: relative to the working directory where the user's was, or
    /// where it lies below; empty for the working directory itself.
    package let shown: [UInt8]
    /// Whether it is a directory.
    package let isDirectory: Bool

    /// Looks up `path`, following symbolic links.
    package init(_ path: String, workingDirectory: [UInt8]) throws(SystemError) {
        let given = Self.simplified(Array(path.utf8))
        let isAbsolute = given.first == UInt8(ascii: "/")
        let full = isAbsolute ? given : workingDirectory + [UInt8(ascii: "/")] + given
        let zeroTerminated = (full.isEmpty ? [UInt8(ascii: "/")] : full) + [0]
        var status = stat()
        let resolved = unsafe zeroTerminated.span.withCString { name -> [UInt8]? in
            guard unsafe stat(name, &status) == 0, let real = unsafe realpath(name, nil) else {
                return nil
            }
            defer { unsafe free(real) }
            let length = unsafe strlen(real)
            return unsafe UnsafeRawBufferPointer(start: real, count: length).map { $0 }
        }
        guard let resolved else { throw .last }
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        absolute = resolved == [UInt8(ascii: "/")] ? [] : resolved
        shown = Self.relative(given, isAbsolute: isAbsolute, to: workingDirectory)
    }

    /// The path of a file or directory below this root as findings show it.
    package func shownPath(of path: Span<UInt8>) -> String {
        var bytes = shown
        for index in absolute.count..<path.count {
            if bytes.isEmpty && path[index] == UInt8(ascii: "/") && !isFileSystemRoot { continue }
            bytes.append(path[index])
        }
        return bytes.isEmpty ? "." : String(decoding: bytes, as: UTF8.self)
    }

    /// The first folder below this root on the way to `path`, or `nil` for a file directly in it.
    package func topFolder(of path: Span<UInt8>) -> String? {
        let start = absolute.count + 1
        guard start < path.count else { return nil }
        var end = start
        while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
        guard end < path.count else { return nil }
        var bytes: [UInt8] = []
        for index in start..<end { bytes.append(path[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the root is `/`, named as such.
    private var isFileSystemRoot: Bool { absolute.isEmpty }

    /// The path without `.` components, doubled slashes and a slash at the end.
    private static func simplified(_ path: [UInt8]) -> [UInt8] {
        let parts = path.split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
        let joined = Array(parts.joined(separator: [UInt8(ascii: "/")]))
        return path.first == UInt8(ascii: "/") ? [UInt8(ascii: "/")] + joined : joined
    }

    /// The simplified path `given` as seen from the working directory, if it lies below it.
    private static func relative(
        _ given: [UInt8],
        isAbsolute: Bool,
        to workingDirectory: [UInt8]
    ) -> [UInt8] {
        guard isAbsolute else { return given }
        if given == workingDirectory { return [] }
        let base = workingDirectory + [UInt8(ascii: "/")]
        if given.span.starts(with: base.span) { return Array(given[base.count...]) }
        return given == [UInt8(ascii: "/")] ? [] : given
    }
}
