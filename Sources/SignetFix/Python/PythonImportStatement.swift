import SignetScan

/// One import statement of a file.
struct PythonImportStatement {
    /// One name that the statement binds.
    struct Element {
        /// The tokens from the name, or path, to its alias.
        var tokens: Range<Int>
        /// The token that is bound: the alias, else the first of the path.
        var bound: Int
        /// The path of `import a.b`, or the name of `from a import b`.
        var name: String
    }

    /// The tokens of the statement, without what ends it.
    var tokens: Range<Int>
    /// Whether it is `from … import …`.
    var isFrom: Bool
    /// The module behind `from`, or the first path of `import`.
    var module: String
    /// Whether the module is given relative to the file's own.
    var isRelative: Bool
    /// What it binds; empty for a star.
    var elements: [Element]
    /// How many blocks are around it.
    var depth: Int

    /// All statements of a file that stand at the beginning of a line or behind a semicolon.
    static func all(in source: PythonSource) -> [Self] {
        let outline = source.outline
        var statements: [Self] = []
        var depth = 0
        for index in outline.tokens.indices {
            switch outline.tokens[index].kind {
            case .indent: depth += 1
            case .dedent: depth -= 1
            case .name
            where (outline.isWord(.import, at: index) || outline.isWord(.from, at: index))
                && outline.startsStatement(index):
                statements.append(Self(at: index, depth, source))
            default: break
            }
        }
        return statements
    }

    private init(at start: Int, _ depth: Int, _ source: PythonSource) {
        let outline = source.outline
        var end = start + 1
        while !Self.ends(end, outline) { end = outline.behind(end) }
        tokens = start..<end
        self.depth = depth
        isFrom = outline.isWord(.from, at: start)
        isRelative =
            isFrom && (outline.isOp(.dot, at: start + 1) || outline.isOp(.ellipsis, at: start + 1))
        elements = []
        var index = start + 1
        if isFrom {
            while index < end, !outline.isWord(.import, at: index) { index += 1 }
            module = source.text(of: start + 1..<index)
            index += 1
            if outline.isOp(.leftParen, at: index) { index += 1 }
        } else {
            module = ""
        }
        while index < end {
            guard outline.isName(at: index) else {
                index += 1
                continue
            }
            let element = Self.element(at: index, source)
            elements.append(element)
            index = element.tokens.upperBound
        }
        if !isFrom { module = elements.first?.name ?? "" }
    }

    private static func element(at start: Int, _ source: PythonSource) -> Element {
        let outline = source.outline
        var end = start + 1
        while outline.isOp(.dot, at: end), outline.isName(at: end + 1) { end += 2 }
        let name = source.text(of: start..<end)
        guard outline.isWord(.as, at: end), outline.isName(at: end + 1) else {
            return Element(tokens: start..<end, bound: start, name: name)
        }
        return Element(tokens: start..<end + 2, bound: end + 1, name: name)
    }

    private static func ends(_ index: Int, _ outline: PythonOutline) -> Bool {
        let token = outline.tokens[index]
        return token.kind == .newline || token.kind == .endMarker || token.op == .semicolon
    }
}
