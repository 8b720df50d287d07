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

    /// Whether a text mentions `name` as code does: an annotation in quotes, a name of `__all__`,
    /// a type in a comment.
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
            let isAnnotation =
                file.outline.isOp(.colon, at: index - 1) || file.outline.isOp(.arrow, at: index - 1)
                || file.outline.isOp(.leftBracket, at: index - 1)
                || file.outline.isOp(.comma, at: index - 1)
            guard isAnnotation, text.starts(with: word) || text.contains(0x5b) else { continue }
            if !text.elementsEqual(word), text.count < 120, Self.has(word, in: text) { return true }
        }
        return typeComments.contains { Self.has(word, in: $0) }
    }

    /// The comments that give types (PEP 484).
    private var typeComments: [ArraySlice<UInt8>] {
        let mark = ByteSearch("# type:")
        var comments: [ArraySlice<UInt8>] = []
        var start = 0
        while let offset = mark.firstOffset(in: source.span, from: start) {
            start = source[offset...].firstIndex(of: 0x0a) ?? source.count
            comments.append(source[offset..<start].dropFirst(7))
        }
        return comments
    }

    /// Whether `text` has the whole word, and no more than an annotation holds besides.
    private static func has(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split { byte in
            !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x30 && byte <= 0x39
                || byte == 0x5f)
        }
        return parts.contains { $0.elementsEqual(word) }
    }
}
