/// Tells at each token what a name stands for there, while it walks through the source.
///
/// Declarations come into force where their block begins and go out of force where it ends; an
/// inner one hides an outer one.
struct ScriptResolver {
    private let outline: ScriptOutline
    private let catalog: ScriptCatalog
    private let declarations: ContiguousArray<ScriptDeclaration>
    private var next = 0
    /// Indices into `bindings` by symbol; -1 for names that are not known.
    private var current: ContiguousArray<Int32>
    private var bindings: ContiguousArray<ScriptBinding> = []
    private var undo: [(end: Int, symbol: Int, binding: Int32)] = []

    /// Prepares a walk.
    init(
        _ outline: ScriptOutline,
        _ declarations: ContiguousArray<ScriptDeclaration>,
        _ catalog: ScriptCatalog
    ) {
        self.outline = outline
        self.catalog = catalog
        self.declarations = declarations
        current = ContiguousArray(repeating: -1, count: outline.symbolCount)
        for (symbol, node) in catalog.globalNames {
            bindings.append(.node(node))
            current[Int(symbol)] = Int32(bindings.count - 1)
        }
    }

    /// Goes on to the token at `index`.
    @inline(__always)
    mutating func advance(to index: Int) {
        while let last = undo.last, last.end <= index {
            current[last.symbol] = last.binding
            undo.removeLast()
        }
        while next < declarations.count, declarations[next].tokens.lowerBound <= index {
            let declaration = declarations[next]
            next += 1
            if declaration.tokens.upperBound > index {
                bind(declaration.symbol, declaration.binding, until: declaration.tokens.upperBound)
            }
        }
    }

    /// Binds a name up to the token at `end`.
    mutating func bind(_ symbol: UInt32, _ binding: ScriptBinding, until end: Int) {
        undo.append((end, Int(symbol), current[Int(symbol)]))
        bindings.append(binding)
        current[Int(symbol)] = Int32(truncatingIfNeeded: bindings.count - 1)
    }

    /// Gives a name another meaning up to the end of its declaration.
    mutating func rebind(_ symbol: UInt32, _ binding: ScriptBinding) {
        bindings.append(binding)
        current[Int(symbol)] = Int32(truncatingIfNeeded: bindings.count - 1)
    }

    /// What the free name with this symbol stands for.
    @inline(__always)
    func binding(of symbol: UInt32) -> ScriptBinding? {
        let index = current[Int(symbol)]
        return index < 0 ? nil : bindings[Int(index)]
    }

    /// The generator at a place in the catalog.
    func generator(at node: ScriptCatalog.Node) -> ScriptGenerator? { catalog.generator(at: node) }

    /// Whether a place in the catalog has members.
    func hasMembers(_ node: ScriptCatalog.Node) -> Bool { catalog.hasMembers(node) }

    /// A place in the catalog, and the last token of the expression that leads to it.
    struct Place {
        var node: ScriptCatalog.Node
        var last: Int
        /// Whether what the node is a factory of has been made already.
        var isMade = false
    }

    /// The place to which the expression that begins with the name at `index` leads.
    ///
    /// - Parameters:
    ///   - index: The name.
    ///   - depth: How many aliases have been followed; chains of them end.
    /// - Returns: The place; nil if the name stands for nothing in the catalog.
    func place(at index: Int, depth: Int = 0) -> Place? {
        var start = index
        while outline.isWord(.await, at: start) || outline.op(at: start) == .leftParen {
            start += 1
            if start > index + 4 { return nil }
        }
        guard var place = root(at: start, depth) else { return nil }
        while true {
            var next = place.last + 1
            if outline.op(at: next) == .rightParen, start > index,
                let open = outline.partner(of: next), open >= index
            {
                place.last = next
                next += 1
            }
            guard outline.op(at: next).isAccess, outline.kind(at: next + 1) == .name,
                let child = catalog.member(outline.symbol(at: next + 1), of: place.node)
            else { return place }
            place.node = child
            place.last = next + 1
        }
    }

    private func root(at index: Int, _ depth: Int) -> Place? {
        guard outline.kind(at: index) == .name else { return nil }
        let isLoader =
            outline.isWord(.require, at: index) || outline.isWord(.import, at: index)
        if isLoader, outline.op(at: index + 1) == .leftParen,
            outline.kind(at: index + 2) == .string, outline.op(at: index + 3) == .rightParen
        {
            return catalog.module(outline.text(at: index + 2)).map {
                Place(node: $0, last: index + 3)
            }
        }
        switch binding(of: outline.symbol(at: index)) {
        case .node(let node): return Place(node: node, last: index)
        case .alias(let token, let members):
            guard depth < 4, token != index, let found = place(at: token, depth: depth + 1) else {
                return nil
            }
            return aliased(found, members, index)
        default: return nil
        }
    }

    /// The place behind an alias whose value leads to `found`.
    private func aliased(_ found: Place, _ members: [UInt32], _ index: Int) -> Place? {
        var node = found.node
        let next = found.last + 1
        var isMade = found.isMade
        if outline.op(at: next) == .leftParen {
            // `const newId = customAlphabet(…)` makes a generator; other calls give a value.
            guard catalog.generator(at: node)?.use == .factory, !isMade else { return nil }
            isMade = true
        } else if outline.op(at: next).isAccess {
            return nil
        }
        for member in members {
            guard let child = catalog.member(member, of: node) else { return nil }
            node = child
        }
        return Place(node: node, last: index, isMade: isMade)
    }
}
