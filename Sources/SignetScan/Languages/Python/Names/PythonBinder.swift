/// Finds the scopes, bindings and uses of names in an outline, in one pass over its statements.
///
/// Nothing is resolved here: a name may be bound behind its use. The pass never fails; source that
/// is not Python gives scopes and bindings that make the best of it.
///
/// What is asked in each statement and changes nothing is always inlined: for a call from a method
/// that changes something, the compiler would copy all of the binder first.
package struct PythonBinder: Sendable {
    /// A suite of statements that is being read.
    struct Block {
        /// Whether the suite ends with its line; else with a dedent.
        var isInline: Bool
        var isMatch: Bool
        var outerScope: Int
        var outerConditions: Int
        /// The class binding that takes effect when the suite ends.
        var binding: Int?
    }

    /// Nested scopes deeper than this are taken as one, so that look-ups stay short.
    static let maximumDepth = 100

    package let outline: PythonOutline
    package let catalog: PythonCatalog
    package internal(set) var scopes: [PythonScope] = []
    package internal(set) var bindings: [PythonBinding] = []
    package internal(set) var declarations: [PythonDeclaration] = []
    package internal(set) var references: ContiguousArray<PythonReference> = []
    package internal(set) var contexts: [PythonContext] = []

    /// The names that loops over `range(…)` and `enumerate(…)` count with.
    package internal(set) var counters: [UInt32] = []
    /// The names that other loops give to the elements of something.
    package internal(set) var elements: [UInt32] = []
    /// The last names of what `+= 1` is done to.
    package internal(set) var tallies: [UInt32] = []

    var blocks: [Block] = []
    var awaitsIndent = false
    var scope = PythonScope.module
    /// How many conditional suites of the current scope stand around the statement.
    var conditions = 0
    var expression = ExpressionState()

    /// Reads all statements of `outline`; imports are matched with the paths of `catalog`.
    package init(_ outline: PythonOutline, _ catalog: PythonCatalog) {
        self.outline = outline
        self.catalog = catalog
        reserve(outline.tokens.count)
        scopes.append(PythonScope(kind: .module, parent: 0, name: nil, depth: 0))
        contexts.append(PythonContext(kind: .statement, parent: 0, tokens: 0..<0))
        var index = 0
        while index < outline.tokens.count { index = step(index) }
    }

    /// Makes room for what that many tokens mostly hold.
    private mutating func reserve(_ count: Int) {
        references.reserveCapacity(count / 4)
        bindings.reserveCapacity(count / 16)
        contexts.reserveCapacity(count / 8)
        scopes.reserveCapacity(count / 64)
    }

    /// Reads one statement or block mark; returns the index behind it.
    private mutating func step(_ index: Int) -> Int {
        switch outline.tokens[index].kind {
        case .newline:
            while blocks.last?.isInline == true { closeBlock(at: index) }
        case .indent:
            if !awaitsIndent { openBlock(colon: index, isConditional: false) }
            awaitsIndent = false
            return index + 1
        case .dedent:
            while blocks.last?.isInline == true { closeBlock(at: index) }
            closeBlock(at: index)
        case .endMarker:
            while !blocks.isEmpty { closeBlock(at: index) }
        case .op where outline.tokens[index].op == .semicolon: break
        default:
            if awaitsIndent {
                awaitsIndent = false
                closeBlock(at: index)
            }
            return max(statement(at: index), index + 1)
        }
        return index + 1
    }

    /// Adds a scope inside the current one.
    mutating func addScope(_ kind: PythonScope.Kind, name: Int? = nil) -> Int {
        let depth = scopes[scope].depth + 1
        guard depth <= Self.maximumDepth else { return scope }
        scopes.append(PythonScope(kind: kind, parent: scope, name: name, depth: depth))
        return scopes.count - 1
    }

    /// Adds a context inside `parent` that names its value by `tokens`.
    mutating func addContext(
        _ kind: PythonContext.Kind,
        _ tokens: Range<Int>,
        parent: Int32 = PythonContext.none
    ) -> Int32 {
        let range = Int32(tokens.lowerBound)..<Int32(tokens.upperBound)
        contexts.append(PythonContext(kind: kind, parent: parent, tokens: range))
        return Int32(contexts.count - 1)
    }

    /// Binds the name at `token` in `scope`, or in the current one.
    mutating func bind(
        _ token: Int,
        _ value: PythonBinding.Value = .opaque,
        at position: Int,
        in target: Int? = nil,
        isConditional: Bool = false
    ) {
        bindings.append(
            PythonBinding(
                scope: target ?? scope,
                symbol: outline.symbol(at: token),
                position: position,
                isConditional: isConditional || (target == nil && conditions > 0),
                value: value
            )
        )
    }

    /// Opens the suite behind the colon at `colon`, in a scope of its own if `inner` is given.
    mutating func openBlock(
        colon: Int,
        scope inner: Int? = nil,
        isConditional: Bool = true,
        isMatch: Bool = false,
        binding: Int? = nil
    ) {
        let isIndented = outline.tokens[colon].kind == .indent
        let isInline =
            !isIndented && colon + 1 < outline.tokens.count
            && outline.tokens[colon + 1].kind != .newline
        blocks.append(
            Block(
                isInline: isInline,
                isMatch: isMatch,
                outerScope: scope,
                outerConditions: conditions,
                binding: binding
            )
        )
        if let inner {
            scope = inner
            conditions = 0
        } else if isConditional {
            conditions += 1
        }
        awaitsIndent = !isInline && !isIndented
    }

    /// Notes the name behind the `for` at `index` if it counts.
    mutating func noteCounter(_ index: Int) {
        guard outline.isName(at: index + 1) else { return }
        let isPair = outline.isOp(.comma, at: index + 2)
        var end = index + 2
        // Targets are short; others are looked at no further.
        for _ in 0..<8 where !outline.isWord(.in, at: end) { end = outline.behind(end) }
        guard outline.isWord(.in, at: end) else { return }
        if outline.isWord(isPair ? .enumerate : .range, at: end + 1) {
            counters.append(outline.symbol(at: index + 1))
        } else if !isPair {
            elements.append(outline.symbol(at: index + 1))
        }
    }

    private mutating func closeBlock(at index: Int) {
        guard let block = blocks.popLast() else { return }
        scope = block.outerScope
        conditions = block.outerConditions
        if let binding = block.binding { bindings[binding].position = index }
    }
}
