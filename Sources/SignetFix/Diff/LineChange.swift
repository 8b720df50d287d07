/// Lines of a file that others take the place of.
struct LineChange {
    /// The lines that go, numbered from 0.
    var old: Range<Int>
    /// The lines of the result that come.
    var new: Range<Int>

    /// The changes that the edits of a file make, in order and apart from each other.
    static func changes(
        of file: FileEdits,
        _ old: LineTable,
        _ new: LineTable
    ) -> [LineChange] {
        var changes: [LineChange] = []
        for (edit, start) in zip(file.edits, file.starts) {
            let written = start..<(start + edit.replacement.count)
            let lines = whole(edit.range, old, written, new)
            // At the end of a file, edits of different old lines can meet in one new line.
            if let last = changes.last,
                lines.old.lowerBound < last.old.upperBound
                    || lines.new.lowerBound < last.new.upperBound
            {
                changes[changes.count - 1].old = last.old.lowerBound..<lines.old.upperBound
                changes[changes.count - 1].new = last.new.lowerBound..<lines.new.upperBound
            } else {
                changes.append(lines)
            }
        }
        return changes.compactMap { $0.trimmed(old, new) }
    }

    /// The lines that an edit touches on both sides.
    private static func whole(
        _ range: Range<Int>,
        _ old: LineTable,
        _ written: Range<Int>,
        _ new: LineTable
    ) -> LineChange {
        let first = old.line(at: range.lowerBound)
        let begins = old.starts[first] == range.lowerBound
        let last = old.line(at: range.upperBound)
        let ends = old.starts[last] == range.upperBound
        // Whole lines in the place of whole lines leave the next line alone.
        let isWhole =
            begins && ends
            && (written.isEmpty || new.bytes[written.upperBound - 1] == UInt8(ascii: "\n"))
        let end = isWhole ? last : min(last + 1, old.count)
        let newStart = written.lowerBound - (range.lowerBound - old.starts[first])
        let newEnd = written.upperBound + (old.starts[end] - range.upperBound)
        let newFirst = new.line(at: newStart)
        let newLast = newEnd == newStart ? newFirst : new.line(at: newEnd - 1) + 1
        return LineChange(old: first..<end, new: newFirst..<newLast)
    }

    /// Without the lines at both ends that are the same; `nil` if nothing is left.
    private func trimmed(_ old: LineTable, _ new: LineTable) -> LineChange? {
        var change = self
        while let left = change.old.first, let right = change.new.first, old[left] == new[right] {
            change.old.removeFirst()
            change.new.removeFirst()
        }
        while let left = change.old.last, let right = change.new.last, old[left] == new[right] {
            change.old.removeLast()
            change.new.removeLast()
        }
        return change.old.isEmpty && change.new.isEmpty ? nil : change
    }
}
