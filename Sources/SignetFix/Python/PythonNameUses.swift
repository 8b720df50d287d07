import SignetScan

/// Where the names that a file imports are used, scope by scope.
struct PythonNameUses {
    /// A name and a scope that binds it.
    private struct Bound: Comparable {
        let symbol: UInt32
        let scope: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.symbol, left.scope) < (right.symbol, right.scope)
        }
    }

    private let source: PythonSource
    /// Every name with every scope that binds it, in order.
    private let bound: [Bound]

    init(_ source: PythonSource) {
        self.source = source
        bound = source.binder.bindings.map { Bound(symbol: $0.symbol, scope: $0.scope) }.sorted()
    }

    /// The scope in which a name that is used in `scope` is bound; `nil` if no scope binds it.
    func owner(of symbol: UInt32, in scope: Int) -> Int? {
        let scopes = source.binder.scopes
        var current = scope
        while true {
            let isVisible = scopes[current].kind != .class || current == scope
            if isVisible, binds(symbol, current) { return current }
            if current == PythonScope.module { return nil }
            current = scopes[current].parent
        }
    }

    /// The scope around a class in which a name is bound that its body binds as well.
    ///
    /// What a body reads before it binds it comes from there: `uuid = Field(default=uuid.uuid4)`.
    func ownerAround(_ symbol: UInt32, of scope: Int) -> Int? {
        let scopes = source.binder.scopes
        guard scopes[scope].kind == .class else { return nil }
        var outer = scopes[scope].parent
        while scopes[outer].kind == .class { outer = scopes[outer].parent }
        return owner(of: symbol, in: outer)
    }

    private func binds(_ symbol: UInt32, _ scope: Int) -> Bool {
        let wanted = Bound(symbol: symbol, scope: scope)
        var (low, high) = (0, bound.count)
        while low < high {
            let middle = (low + high) / 2
            if bound[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < bound.count && bound[low] == wanted
    }

    /// The scopes in which uses of `symbol` remain that none of `replaced` covers.
    func remaining(of symbol: UInt32, outside replaced: [Range<Int>]) -> Set<Int> {
        var scopes: Set<Int> = []
        for reference in source.binder.references
        where source.outline.symbol(at: Int(reference.token)) == symbol {
            let token = Int(reference.token)
            if replaced.contains(where: { $0.contains(token) }) { continue }
            let scope = Int(reference.scope)
            if let owner = owner(of: symbol, in: scope) { scopes.insert(owner) }
            if let owner = ownerAround(symbol, of: scope) { scopes.insert(owner) }
        }
        return scopes
    }

    /// Whether a text mentions `name` as code does: a name of `__all__`, or a type of the module
    /// in quotes or in a comment, such as `"Optional[uuid.UUID]"`.
    func isMentioned(_ name: String) -> Bool {
        let word = Array(name.utf8)
        let exports = source.symbol(named: "__all__") != nil
        let (outline, bytes) = (source.outline, source.text)
        let text = bytes.span
        for index in outline.tokens.indices where outline.tokens[index].kind == .string {
            // No text that is shorter than the name mentions it.
            guard outline.tokens[index].range.count > word.count,
                let content = outline.anyContent(ofString: index, text)
            else { continue }
            if exports, text.extracting(content).equals(name) { return true }
            if mayBeType(index, content), Self.hasType(of: word.span, in: text.extracting(content))
            {
                return true
            }
        }
        return mentionsInTypeComment(word.span)
    }

    /// Whether a text stands where a type may: as an annotation or part of one, or as an argument
    /// such as that of `cast`; sentences are none.
    private func mayBeType(_ index: Int, _ content: Range<Int>) -> Bool {
        guard index > 0, content.count < 200 else { return false }
        switch source.outline.tokens[index - 1].op {
        case .colon, .arrow, .leftBracket, .comma, .bar: return true
        case .leftParen, .equal:
            let text = source.text[content]
            return !text.contains(0x20) || text.contains(0x5b)
        default: return false
        }
    }

    private static let typeComment = ByteSearch("# type:")

    /// Whether a comment that gives a type (PEP 484) has one of the module `word`.
    private func mentionsInTypeComment(_ word: Span<UInt8>) -> Bool {
        let bytes = source.text
        let text = bytes.span
        var start = 0
        while let offset = Self.typeComment.firstOffset(in: text, from: start) {
            start = offset
            while start < text.count, text[start] != 0x0a, text[start] != 0x0d { start += 1 }
            let comment = text.extracting(offset + 7..<start)
            if Self.hasType(of: word, in: comment) { return true }
        }
        return false
    }

    /// Whether `text` has the module `word` with one of its classes, whose names begin with
    /// capitals.
    private static func hasType(of word: Span<UInt8>, in text: Span<UInt8>) -> Bool {
        var offset = 0
        while offset + word.count + 2 <= text.count {
            let end = offset + word.count
            let isWhole = offset == 0 || !isName(text[offset - 1])
            if text[end] == 0x2e, (0x41...0x5a).contains(text[end + 1]), isWhole,
                text.extracting(offset...).starts(with: word)
            {
                return true
            }
            offset += 1
        }
        return false
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte == 0x5f
            || byte == 0x2e
    }
}
