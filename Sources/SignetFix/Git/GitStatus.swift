/// What differs from the last commit in a working tree, by paths relative to its root.
package struct GitStatus: Sendable, Hashable {
    /// Files under git that are changed, staged, renamed, in conflict or gone.
    package var changed: [String] = []
    /// Files that git does not know.
    package var untracked: [String] = []

    /// Whether nothing is in the way of a commit of `edited`.
    ///
    /// A file that git does not know matters only if it is edited itself: its old content would be
    /// in no commit.
    package func isClean(for edited: some Sequence<String>) -> Bool {
        changed.isEmpty && Set(untracked).isDisjoint(with: edited)
    }

    /// Reads what `git status --porcelain=v2 -z` writes (git-status(1), Porcelain Format Version 2).
    ///
    /// - Returns: `nil` if it is not understood.
    init?(parsing output: [UInt8]) {
        var fields = output.split(separator: 0, omittingEmptySubsequences: false)[...]
        if fields.last?.isEmpty == true { fields.removeLast() }
        while let field = fields.popFirst() {
            // How many blanks stand before the path of a line that begins so.
            let count: Int
            switch field.first {
            case UInt8(ascii: "1"): count = 8
            case UInt8(ascii: "2"): count = 9
            case UInt8(ascii: "u"): count = 10
            case UInt8(ascii: "?"): count = 1
            case UInt8(ascii: "#"), UInt8(ascii: "!"): continue
            default: return nil
            }
            let parts = field.split(
                separator: UInt8(ascii: " "),
                maxSplits: count,
                omittingEmptySubsequences: false
            )
            guard parts.count == count + 1, let path = parts.last else { return nil }
            let name = String(decoding: path, as: UTF8.self)
            if field.first == UInt8(ascii: "?") {
                untracked.append(name)
            } else {
                changed.append(name)
            }
            if field.first == UInt8(ascii: "2") {
                // The path before the renaming is a field of its own.
                guard let origin = fields.popFirst() else { return nil }
                changed.append(String(decoding: origin, as: UTF8.self))
            }
        }
    }
}
