import SignetScan

/// Removes imports that nothing uses any more.
struct PythonImportRemoval {
    let source: PythonSource
    let lines: PythonLines

    private var outline: PythonOutline { source.outline }

    /// The edits that remove some elements of a statement, of which at least one is left.
    func edits(_ statement: PythonImportStatement, without dead: Set<Int>) -> [SourceEdit] {
        let kept = statement.elements.indices.filter { !dead.contains($0) }
        let lines = dead.sorted().compactMap { ownLine(of: statement.elements[$0]) }
        if lines.count == dead.count { return lines.map { SourceEdit(range: $0, text: "") } }
        if dead.count == 1, let index = dead.first {
            return [SourceEdit(range: place(of: index, in: statement.elements), text: "")]
        }
        let elements = statement.elements
        let range = source.bytes(
            of: elements[0].tokens.lowerBound..<elements[elements.count - 1].tokens.upperBound
        )
        let texts = kept.map {
            String(decoding: source.text[source.bytes(of: elements[$0].tokens)], as: UTF8.self)
        }
        return [SourceEdit(range: range, text: texts.joined(separator: ", "))]
    }

    /// The edit that removes statements which follow each other line by line, or a single one;
    /// `line`, if given, stands there instead.
    func edit(_ statements: [PythonImportStatement], replacedBy line: String?) -> SourceEdit {
        let last = statements[statements.count - 1].tokens
        let range = source.bytes(of: statements[0].tokens.lowerBound..<last.upperBound)
        if let line { return SourceEdit(range: range, text: line) }
        return whole(statements[0], range)
    }

    /// Whether `next` stands on the line below `statement`, and both have their lines for
    /// themselves.
    func follows(_ next: PythonImportStatement, _ statement: PythonImportStatement) -> Bool {
        isAlone(statement) && isAlone(next) && touches(statement, next)
    }

    /// Whether `next` begins on the line below the one on which `statement` ends.
    func touches(_ statement: PythonImportStatement, _ next: PythonImportStatement) -> Bool {
        lines.next(after: source.bytes(of: statement.tokens).upperBound)
            == lines.start(of: source.bytes(of: next.tokens).lowerBound)
    }

    /// Whether the statement has its lines for itself.
    func isAlone(_ statement: PythonImportStatement) -> Bool {
        !outline.isOp(.semicolon, at: statement.tokens.lowerBound - 1)
            && !outline.isOp(.semicolon, at: statement.tokens.upperBound)
    }

    private func whole(_ statement: PythonImportStatement, _ range: Range<Int>) -> SourceEdit {
        if outline.isOp(.semicolon, at: statement.tokens.upperBound) {
            let next = Int(outline.tokens[statement.tokens.upperBound + 1].start)
            return SourceEdit(range: range.lowerBound..<max(next, range.upperBound), text: "")
        }
        if outline.isOp(.semicolon, at: statement.tokens.lowerBound - 1) {
            let before = Int(outline.tokens[statement.tokens.lowerBound - 2].end)
            return SourceEdit(range: before..<range.upperBound, text: "")
        }
        var start = lines.start(of: range.lowerBound)
        var end = lines.next(after: range.upperBound)
        let above = lines.blanks(before: start)
        let below = lines.blanks(after: end)
        let first = statement.tokens.lowerBound
        let isFirst = start == 0 || first > 0 && outline.tokens[first - 1].kind == .indent
        // Of the blank lines on both sides, those that divide more stay.
        if !below.isEmpty, isFirst || !above.isEmpty {
            if above.count >= below.count || isFirst {
                end = below.upperBound
            } else {
                start = above.lowerBound
            }
        }
        return SourceEdit(range: start..<end, text: "")
    }

    /// The bytes of one element with one of the commas beside it; comments stay.
    private func place(
        of index: Int,
        in elements: [PythonImportStatement.Element]
    ) -> Range<Int> {
        let own = source.bytes(of: elements[index].tokens)
        let before = index > 0 ? source.bytes(of: elements[index - 1].tokens).upperBound : nil
        guard index + 1 < elements.count else { return (before ?? own.lowerBound)..<own.upperBound }
        let comma = Int(outline.tokens[elements[index].tokens.upperBound].end)
        if index > 0, lines.start(of: own.lowerBound) <= before ?? 0 {
            return Int(outline.tokens[elements[index].tokens.lowerBound - 1].end)..<comma
        }
        let next = Int(outline.tokens[elements[index + 1].tokens.lowerBound].start)
        return own.lowerBound..<(lines.start(of: next) <= comma ? next : comma)
    }

    /// The line of an element that has one for itself, with its comma.
    private func ownLine(of element: PythonImportStatement.Element) -> Range<Int>? {
        let (first, last) = (element.tokens.lowerBound, element.tokens.upperBound)
        let range = source.bytes(of: element.tokens)
        guard lines.indentation(before: range.lowerBound) != nil,
            outline.isOp(.comma, at: last)
        else { return nil }
        let (start, next) = (lines.start(of: range.lowerBound), lines.next(after: range.upperBound))
        guard Int(outline.tokens[first - 1].end) <= start,
            Int(outline.tokens[last + 1].start) >= next
        else { return nil }
        return start..<next
    }
}
