extension PythonUseAnalyzer {
    /// Adds a value that is made once for all.
    mutating func share(
        _ name: ValueName,
        _ range: Range<Int>,
        _ generator: Int,
        _ source: Span<UInt8>
    ) {
        analysis.placeholders.append(
            Placeholder(
                range: range,
                form: .shared,
                name: name,
                text: text(generator, source),
                function: function(source)
            )
        )
    }

    /// An attribute of a class: one for all instances, unless it says so with capitals.
    mutating func shareInClass(
        _ name: Int,
        _ range: Range<Int>,
        _ generator: Int,
        _ source: Span<UInt8>
    ) {
        let text = text(name, source)
        let isMeant =
            outline.isOp(.colon, at: name + 1) && outline.isName(at: name + 2)
            && source.extracting(outline.tokens[name + 2].range).equals("ClassVar")
        guard !isMeant, text.utf8.contains(where: { $0 &- 0x61 < 26 }) else { return }
        share(ValueName(text, .variable), range, generator, source)
    }

    /// Whether the keyword at `name` gives all rows or instances their default.
    mutating func isDefault(_ name: Int, of callee: Int, _ source: Span<UInt8>) -> Bool {
        let keyword = source.extracting(outline.tokens[name].range)
        guard keyword.equals("default") || keyword.equals("insert_default") else { return false }
        if role(at: callee, source) == .column { return true }
        let function = source.extracting(outline.tokens[callee].range)
        return function.ends(with: "Field") || function.equals("field")
            || function.equals("attrib") || function.equals("ib")
    }

    /// What the field or column that is made by `callee` is called.
    func declared(_ callee: Int, _ keyword: Int, _ source: Span<UInt8>) -> ValueName {
        let start = outline.startOfChain(callee)
        if outline.isOp(.equal, at: start - 1), let name = outline.target(before: start - 1),
            outline.isName(at: name)
        {
            return ValueName(text(name, source), .variable)
        }
        return ValueName(text(keyword, source), .keyword, callee: text(callee, source))
    }
}
