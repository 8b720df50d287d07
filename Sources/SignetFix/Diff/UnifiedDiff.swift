package import SignetOutput

/// The changes of files as a unified diff, which `git apply` and `patch -p1` take.
///
/// The lines come from the edits themselves, so nothing is compared and a change stands exactly
/// where it was made. The format is that of diff(1) with the headings of git-diff(1): three lines
/// of context, paths quoted where they hold odd bytes, and a mark for a last line that has no line
/// feed. Carriage returns belong to their lines.
package struct UnifiedDiff {
    private static let context = 3

    private let files: [FileEdits]

    /// Shows the changes of files, in the order given; files that stay as they are give nothing.
    package init(_ files: [FileEdits]) {
        self.files = files
    }

    /// The diff as bytes, for a file or a program.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for file in files { Self.write(file) { bytes.append(contentsOf: $1) } }
        return bytes
    }

    /// The diff for people: in colours, control characters visible, carriage returns before a
    /// line feed left out.
    package func text(_ style: TerminalStyle) -> String {
        var text = ""
        for file in files {
            Self.write(file) { role, line in
                text += Self.styled(line, role, style)
            }
        }
        return text
    }

    /// What a line of the diff is.
    private enum Role {
        case heading
        case place
        case context
        case removed
        case added
        case note
    }

    private typealias Output = (Role, [UInt8]) -> Void

    private static func write(_ file: FileEdits, _ output: Output) {
        let old = LineTable(file.original)
        let new = LineTable(file.result)
        let changes = LineChange.changes(of: file, old, new)
        guard !changes.isEmpty else { return }
        let before = DiffPath.quoted("a", file.path)
        let after = DiffPath.quoted("b", file.path)
        output(.heading, Array("diff --git \(before) \(after)\n".utf8))
        output(.heading, Array("--- \(DiffPath.ended(before))\n".utf8))
        output(.heading, Array("+++ \(DiffPath.ended(after))\n".utf8))
        var rest = changes[...]
        while let first = rest.first {
            var hunk = [first]
            rest.removeFirst()
            while let next = rest.first, let last = hunk.last,
                next.old.lowerBound - last.old.upperBound <= 2 * context
            {
                hunk.append(next)
                rest.removeFirst()
            }
            write(hunk, old, new, output)
        }
    }

    private static func write(
        _ hunk: [LineChange],
        _ old: LineTable,
        _ new: LineTable,
        _ output: Output
    ) {
        guard let first = hunk.first, let last = hunk.last else { return }
        let before = min(context, first.old.lowerBound)
        let after = min(context, old.count - last.old.upperBound)
        let oldLines = (first.old.lowerBound - before)..<(last.old.upperBound + after)
        let newLines = (first.new.lowerBound - before)..<(last.new.upperBound + after)
        output(.place, Array("@@ -\(place(oldLines)) +\(place(newLines)) @@\n".utf8))
        var next = oldLines.lowerBound
        for change in hunk {
            write(old, next..<change.old.lowerBound, " ", .context, output)
            write(old, change.old, "-", .removed, output)
            write(new, change.new, "+", .added, output)
            next = change.old.upperBound
        }
        write(old, next..<oldLines.upperBound, " ", .context, output)
    }

    /// The first line, from 1, and how many; where there are none, the line before.
    private static func place(_ lines: Range<Int>) -> String {
        switch lines.count {
        case 0: "\(lines.lowerBound),0"
        case 1: "\(lines.lowerBound + 1)"
        default: "\(lines.lowerBound + 1),\(lines.count)"
        }
    }

    private static func write(
        _ table: LineTable,
        _ lines: Range<Int>,
        _ mark: Unicode.Scalar,
        _ role: Role,
        _ output: Output
    ) {
        for line in lines {
            let bytes = table[line]
            if bytes.last == UInt8(ascii: "\n") {
                output(role, [UInt8(ascii: mark)] + bytes)
            } else {
                output(role, [UInt8(ascii: mark)] + bytes + [UInt8(ascii: "\n")])
                output(.note, Array("\\ No newline at end of file\n".utf8))
            }
        }
    }

    private static func styled(_ line: [UInt8], _ role: Role, _ style: TerminalStyle) -> String {
        var content = line.dropLast()
        if content.last == UInt8(ascii: "\r") { content.removeLast() }
        // A tab only moves to the right, and much code is indented by it.
        let text = content.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { TerminalText.escaped(String(decoding: $0, as: UTF8.self)) }
            .joined(separator: "\t")
        let styled =
            switch role {
            case .heading: style.strong(text)
            case .place: style.accent(text)
            case .context: text
            case .removed: style.bad(text)
            case .added: style.good(text)
            case .note: style.quiet(text)
            }
        return styled + "\n"
    }
}
