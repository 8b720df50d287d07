#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Finds what Git keeps beside a working tree (gitrepository-layout(5)).
package enum GitDirectory {
    /// Whether the directory at `path` holds `.git`, be it a directory or a file.
    package static func exists(in path: [UInt8]) -> Bool {
        let name = path + Array("/.git".utf8) + [0]
        return unsafe name.span.withCString { unsafe access($0, F_OK) } == 0
    }

    /// The rules of `info/exclude` of the repository whose working tree is at `path`.
    package static func excludeRules(of path: [UInt8]) -> IgnoreRules? {
        if let rules = IgnoreScope.rules(path, "/.git/info/exclude", .git) { return rules }
        // In a linked working tree `.git` is a file that names the directory, which in turn names
        // the one it shares with the others.
        guard var directory = target(of: path + Array("/.git".utf8), after: "gitdir: ", in: path)
        else { return nil }
        let common = directory + Array("/commondir".utf8)
        if let shared = target(of: common, after: "", in: directory) { directory = shared }
        return IgnoreScope.rules(directory, "/info/exclude", .git)
    }

    /// The path in the first line of `file`, after `prefix`; a relative one starts at `base`.
    static func target(
        of file: [UInt8],
        after prefix: StaticString,
        in base: [UInt8]
    ) -> [UInt8]? {
        guard let text = OpenFile.content(of: file, limit: 1 << 16) else { return nil }
        let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let length = prefix.utf8CodeUnitCount
        guard line.count > length, Array(line[..<length]).span.equals(prefix) else { return nil }
        let path = Array(line[length...])
        return path.first == UInt8(ascii: "/") ? path : base + [UInt8(ascii: "/")] + path
    }
}
