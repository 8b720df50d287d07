import SignetScan

/// Where the names that a file imports are used, scope by scope.
struct PythonNameUses {
    private let file: PythonFile
    private let source: [UInt8]
    /// By symbol: the scopes that bind it.
    private var binders: [UInt32: Set<Int>] = [:]

    init(_ file: PythonFile, _ source: [UInt8]) {
        self.file = file
        self.source = source
        for binding in file.binder.bindings {
            binders[binding.symbol, default: []].insert(binding.scope)
        }
    }

    /// The scope in which a name that is used in `scope` is bound; `nil` if no scope binds it.
    func owner(of symbol: UInt32, in scope: Int) -> Int? {
        guard let bound = binders[symbol] else { return nil }
        var current = scope
        while true {
            let isVisible = file.binder.scopes[current].kind != .class || current == scope
            if isVisible, bound.contains(current) { return current }
            if current == PythonScope.module { return nil }
            current = file.binder.scopes[current].parent
        }
    }

    /// The scopes in which uses of `symbol` remain that none of `replaced` covers.
    func remaining(of symbol: UInt32, outside replaced: [Range<Int>]) -> Set<Int> {
        var scopes: Set<Int> = []
        for reference in file.binder.references
        where file.outline.symbol(at: Int(reference.token)) == symbol {
            let token = Int(reference.token)
            if replaced.contains(where: { $0.contains(token) }) { continue }
            if let scope = owner(of: symbol, in: Int(reference.scope)) { scopes.insert(scope) }
        }
        return scopes
    }

    /// Whether a text mentions `name` as code does: a name of `__all__`, or a type of the module
    /// in quotes or in a comment, such as `"Optional[uuid.UUID]"`.
    func isMentioned(_ name: String) -> Bool {
        let word = Array(name.utf8)
        let exports = file.outline.tokens.contains {
            $0.kind == .name && source[$0.range].elementsEqual("__all__".utf8)
        }
        for (index, token) in file.outline.tokens.enumerated() where token.kind == .string {
            guard let content = file.outline.anyContent(ofString: index, source.span) else {
                continue
            }
            let text = source[content]
            if exports, text.elementsEqual(word) { return true }
            if mayBeType(index, text), Self.hasType(of: word, in: text) { return true }
        }
        return typeComments.contains { Self.hasType(of: word, in: $0) }
    }

    /// Whether a text stands where a type may: as an annotation or part of one, or as an argument
    /// such as that of `cast`; sentences are none.
    private func mayBeType(_ index: Int, _ text: ArraySlice<UInt8>) -> Bool {
        guard index > 0, text.count < 200 else { return false }
        switch file.outline.tokens[index - 1].op {
        case .colon, .arrow, .leftBracket, .comma, .bar: return true
        case .leftParen, .equal: return !text.contains(0x20) || text.contains(0x5b)
        default: return false
        }
    }

    /// The comments that give types (PEP 484).
    private var typeComments: [ArraySlice<UInt8>] {
        let mark = ByteSearch("# type:")
        var comments: [ArraySlice<UInt8>] = []
        var start = 0
        while let offset = mark.firstOffset(in: source.span, from: start) {
            start = source[offset...].firstIndex { $0 == 0x0a || $0 == 0x0d } ?? source.count
            comments.append(source[offset..<start].dropFirst(7))
        }
        return comments
    }

    /// Whether `text` has the module `word` with one of its classes, whose names begin with
    /// capitals.
    private static func hasType(of word: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while let range = rest.firstRange(of: word) {
            let isWhole = range.lowerBound == text.startIndex || !isName(text[range.lowerBound - 1])
            rest = rest[range.upperBound...]
            let next = rest.prefix(2)
            if isWhole, next.first == 0x2e, let last = next.last, (0x41...0x5a).contains(last) {
                return true
            }
        }
        return false
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte == 0x5f
            || byte == 0x2e
    }
}
