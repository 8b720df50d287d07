import SignetScan

/// Finds where a file imports the runtime: in the group of other packages, in the file's order.
struct PythonImportPlace {
    let outline: PythonOutline
    let lines: PythonLines
    /// The statements outside of all blocks that begin their lines.
    let statements: [PythonImportStatement]
    /// The packages that the project itself consists of.
    let ownPackages: Set<String>

    /// What stands at the beginning of which groups (PEP 8, "Imports").
    private enum Group: Int {
        case future
        case standard
        case other
        case own
    }

    /// Whether the file imports other packages.
    var hasOthers: Bool { statements.contains { group(of: $0) == .other } }

    /// The edit that inserts `line`, such as `import signet`.
    func insertion(of line: String) -> SourceEdit {
        let others = statements.filter { group(of: $0) == .other }
        let plain = others.filter { !$0.isFrom }
        if let next = plain.first(where: { $0.module.lowercased() > "signet" }) {
            return before(next, line + lines.end)
        }
        if let last = plain.last { return after(last, line + lines.end) }
        if let first = others.first { return before(first, line + lines.end) }
        if let own = statements.first(where: { group(of: $0) == .own }) {
            return before(own, line + lines.end + lines.end)
        }
        if let last = statements.last { return after(last, lines.end + line + lines.end) }
        return first(line)
    }

    /// Behind the docstring, else before the first statement.
    private func first(_ line: String) -> SourceEdit {
        var index = 0
        while outline.tokens[index].kind == .newline { index += 1 }
        if outline.tokens[index].kind == .string {
            var end = index
            while outline.tokens[end].kind == .string { end += 1 }
            if outline.tokens[end].kind == .newline {
                let offset = lines.next(after: Int(outline.tokens[end - 1].end))
                let lead = lines.isEnded(before: offset) ? lines.end : lines.end + lines.end
                return SourceEdit(at: offset, insert: lead + line + lines.end)
            }
        }
        let offset = lines.start(of: Int(outline.tokens[index].start))
        // Two blank lines stand before a definition (PEP 8, "Blank Lines").
        let isDefinition =
            outline.isOp(.at, at: index)
            || [.def, .class, .async].contains { outline.isWord($0, at: index) }
        let blank = isDefinition ? lines.end + lines.end : lines.end
        return SourceEdit(at: offset, insert: line + lines.end + blank)
    }

    private func before(_ statement: PythonImportStatement, _ text: String) -> SourceEdit {
        let start = Int(outline.tokens[statement.tokens.lowerBound].start)
        return SourceEdit(at: lines.start(of: start), insert: text)
    }

    private func after(_ statement: PythonImportStatement, _ text: String) -> SourceEdit {
        let end = outline.endOfLine(statement.tokens.upperBound)
        let offset = lines.next(after: Int(outline.tokens[end - 1].end))
        // The last line of a file may have no end.
        let lead = lines.isEnded(before: offset) ? "" : lines.end
        return SourceEdit(at: offset, insert: lead + text)
    }

    private func group(of statement: PythonImportStatement) -> Group {
        let package = String(statement.module.prefix { $0 != "." })
        if statement.isRelative || ownPackages.contains(package) { return .own }
        if package == "__future__" { return .future }
        return PythonStandardModules.names.contains(package) ? .standard : .other
    }
}

extension PythonOutline {
    /// The token that ends the logical line in which the token at `index` is.
    func endOfLine(_ index: Int) -> Int {
        var end = index
        while tokens[end].kind != .newline, tokens[end].kind != .endMarker { end += 1 }
        return end
    }
}
