extension GitDirectory {
    /// The commit that is checked out in the nearest working tree that holds `path`.
    ///
    /// Git is not run. `HEAD` names the commit or a branch, and the branch is a file of its own or a
    /// line of `packed-refs` (gitrepository-layout(5)).
    ///
    /// - Parameter path: An absolute path without a slash at its end.
    /// - Returns: Hexadecimal digits, or `nil` without a repository or a first commit.
    package static func commit(above path: [UInt8]) -> String? {
        var folder = path
        while !exists(in: folder) {
            guard let slash = folder.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            folder.removeSubrange(slash...)
        }
        let entry = folder + Array("/.git".utf8)
        let own = target(of: entry, after: "gitdir: ", in: folder) ?? entry
        let common = target(of: own + Array("/commondir".utf8), after: "", in: own) ?? own
        let head = own + Array("/HEAD".utf8)
        guard let branch = target(of: head, after: "ref: ", in: []) else {
            return firstLine(of: head).flatMap(hash)
        }
        // The branch was read as a path that begins at no folder, so it has a slash before it.
        return [own, common].lazy.compactMap { firstLine(of: $0 + branch).flatMap(hash) }.first
            ?? packed(branch.dropFirst(), in: common)
    }

    private static func firstLine(of file: [UInt8]) -> ArraySlice<UInt8>? {
        guard let text = OpenFile.content(of: file, limit: 1 << 16) else { return nil }
        return text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    }

    private static func packed(_ branch: ArraySlice<UInt8>, in folder: [UInt8]) -> String? {
        let file = folder + Array("/packed-refs".utf8)
        guard let text = OpenFile.content(of: file, limit: 1 << 24) else { return nil }
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
            if parts.count == 2, parts[1].elementsEqual(branch) { return hash(parts[0]) }
        }
        return nil
    }

    /// The text of a hash, of SHA-1 or of SHA-256.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let isHash = text.utf8.count == 40 || text.utf8.count == 64
        return isHash && text.allSatisfy(\.isHexDigit) ? text : nil
    }
}
