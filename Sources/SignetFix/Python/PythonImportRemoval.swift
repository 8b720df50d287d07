import SignetScan

/// Removes imports that nothing uses any more.
struct PythonImportRemoval {
    let outline: PythonOutline
    let source: [UInt8]
    let lines: PythonLines

    /// The edit that removes some elements of a statement; `line`, if given, takes its place.
    ///
    /// - Parameters:
    ///   - dead: The indices of the elements to remove.
    ///   - line: What stands there instead if none is left.
    func edit(
        _ statement: PythonImportStatement,
        without dead: Set<Int>,
        replacedBy line: String? = nil
    ) -> SourceEdit {
        let kept = statement.elements.indices.filter { !dead.contains($0) }
        if !kept.isEmpty { return shortened(statement, to: kept) }
        let range = bytes(of: statement.tokens)
        if let line { return SourceEdit(range: range, text: line) }
        return whole(statement, range)
    }

    /// Whether the statement has its lines for itself.
    func isAlone(_ statement: PythonImportStatement) -> Bool {
        !outline.isOp(.semicolon, at: statement.tokens.lowerBound - 1)
            && !outline.isOp(.semicolon, at: statement.tokens.upperBound)
    }

    /// Whether no other statement stands on the lines around `statement`.
    func isGroup(_ statement: PythonImportStatement) -> Bool {
        let range = bytes(of: statement.tokens)
        let (start, next) = (lines.start(of: range.lowerBound), lines.next(after: range.upperBound))
        let isFirst = start == 0 || !lines.blanks(before: start).isEmpty
        return isFirst && (next == source.count || !lines.blanks(after: next).isEmpty)
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
        // Of the blank lines on both sides, those that divide more stay.
        if !below.isEmpty, start == 0 || !above.isEmpty {
            if above.count >= below.count || start == 0 {
                end = below.upperBound
            } else {
                start = above.lowerBound
            }
        }
        return SourceEdit(range: start..<end, text: "")
    }

    private func shortened(_ statement: PythonImportStatement, to kept: [Int]) -> SourceEdit {
        let elements = statement.elements
        let dead = elements.indices.filter { !kept.contains($0) }
        if dead.count == 1, let line = ownLine(of: elements[dead[0]]) {
            return SourceEdit(range: line, text: "")
        }
        let range = bytes(
            of: elements[0].tokens.lowerBound..<elements[elements.count - 1].tokens.upperBound
        )
        let texts = kept.map {
            String(decoding: source[bytes(of: elements[$0].tokens)], as: UTF8.self)
        }
        return SourceEdit(range: range, text: texts.joined(separator: ", "))
    }

    /// The line of an element that has one for itself, with its comma.
    private func ownLine(of element: PythonImportStatement.Element) -> Range<Int>? {
        let (first, last) = (element.tokens.lowerBound, element.tokens.upperBound)
        let range = bytes(of: element.tokens)
        guard lines.indentation(before: range.lowerBound) != nil,
            outline.isOp(.comma, at: last)
        else { return nil }
        let (start, next) = (lines.start(of: range.lowerBound), lines.next(after: range.upperBound))
        guard Int(outline.tokens[first - 1].end) <= start,
            Int(outline.tokens[last + 1].start) >= next
        else { return nil }
        return start..<next
    }

    private func bytes(of tokens: Range<Int>) -> Range<Int> {
        Int(
            outline.tokens[tokens.lowerBound].start
        )..<Int(outline.tokens[tokens.upperBound - 1].end)
    }
}
