/// Says for which path of a catalog a name stands at a place: through imports, aliases and scopes.
///
/// Follows "Resolution of names" of the language reference: the body of a class is invisible in
/// the functions inside it, a name bound in a function is local there, `global` and `nonlocal`
/// redirect. Within a scope `PythonBindingTable` has the rule. Beyond it:
/// - In a class body, a name that may not be bound yet is looked up outside, as the interpreter
///   does.
/// - What a function binds through `global` or `nonlocal` is one more alternative in the scope
///   that owns the name, never a replacement.
/// - Chains of more than 64 aliases are not followed.
package struct PythonResolver {
    private static let maximumChain = 64

    private let outline: PythonOutline
    private let catalog: PythonCatalog
    private let scopes: [PythonScope]
    private let interest: PythonInterest
    private var local: PythonBindingTable
    /// The bindings made from other scopes, under the scope that owns the name.
    private var foreign: PythonBindingTable
    /// By (scope, symbol): whether `global` (true) or `nonlocal` (false) redirects the name.
    private var redirects: [UInt64: Bool] = [:]
    /// Per local and foreign binding: what the name stands for once it holds.
    private var localNodes: ContiguousArray<Outcome>
    private var foreignNodes: ContiguousArray<Outcome>

    private struct Outcome {
        enum State: UInt8 {
            case unknown
            case pending
            case known
        }
        var state = State.unknown
        /// Whether an unconditional binding is among the alternatives.
        var isBound = false
        var node: PythonCatalog.Node?
    }

    /// Prepares the look-up of the names that `binder` has found.
    package init(_ binder: PythonBinder) {
        outline = binder.outline
        catalog = binder.catalog
        scopes = binder.scopes
        let interest = PythonInterest(binder)
        self.interest = interest
        for declaration in binder.declarations where interest.contains(declaration.symbol) {
            redirects[Self.key(declaration.scope, declaration.symbol)] = declaration.isGlobal
        }
        var own: [PythonBinding] = []
        var redirected: [PythonBinding] = []
        for binding in binder.bindings where interest.contains(binding.symbol) {
            let isOwn =
                redirects[Self.key(binding.scope, binding.symbol)] == nil
                || binding.scope == PythonScope.module
            if isOwn { own.append(binding) } else { redirected.append(binding) }
        }
        local = PythonBindingTable(own)
        foreign = PythonBindingTable([])
        localNodes = ContiguousArray(repeating: Outcome(), count: own.count)
        foreignNodes = ContiguousArray(repeating: Outcome(), count: redirected.count)
        for index in redirected.indices {
            redirected[index].isConditional = true
        }
        foreign = PythonBindingTable(redirected.map { owned($0) })
    }

    /// Whether no name of the file can stand for a path of the catalog.
    package var isEmpty: Bool { interest.isEmpty }

    /// Whether the name used by `reference` may stand for something in the catalog.
    @inline(__always)
    package func mayResolve(_ reference: PythonReference) -> Bool {
        interest.contains(outline.symbol(at: Int(reference.token)))
    }

    /// The node of the catalog for which the name used by `reference` stands.
    package mutating func node(of reference: PythonReference) -> PythonCatalog.Node? {
        resolve(
            outline.symbol(at: Int(reference.token)),
            scope: Int(reference.scope),
            position: Int(reference.token),
            depth: 0
        )
    }

    private static func key(_ scope: Int, _ symbol: UInt32) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: scope)) << 32 | UInt64(symbol)
    }

    /// The scope that owns a name which `scope` declares `global` or `nonlocal`.
    private func owner(_ symbol: UInt32, _ scope: Int, isGlobal: Bool) -> Int {
        if isGlobal { return PythonScope.module }
        var owner = scopes[scope].parent
        while owner != PythonScope.module {
            let isFunction = scopes[owner].kind != .class
            if isFunction, let further = redirects[Self.key(owner, symbol)] {
                if further { return PythonScope.module }
            } else if isFunction, local.group(owner, symbol) != nil {
                return owner
            }
            owner = scopes[owner].parent
        }
        return owner
    }

    private func owned(_ binding: PythonBinding) -> PythonBinding {
        let key = Self.key(binding.scope, binding.symbol)
        guard let isGlobal = redirects[key] else { return binding }
        var binding = binding
        binding.scope = owner(binding.symbol, binding.scope, isGlobal: isGlobal)
        return binding
    }

    private mutating func resolve(
        _ symbol: UInt32,
        scope start: Int,
        position: Int,
        depth: Int
    ) -> PythonCatalog.Node? {
        var scope = start
        var runsAtOnce = true
        while true {
            let kind = scopes[scope].kind
            if kind != .class || scope == start {
                if !redirects.isEmpty, scope != PythonScope.module,
                    let isGlobal = redirects[Self.key(scope, symbol)]
                {
                    scope = owner(symbol, scope, isGlobal: isGlobal)
                    runsAtOnce = false
                    continue
                }
                let found = lookUp(symbol, scope, runsAtOnce ? position : nil, depth)
                if found.isBound || found.node != nil { return found.node }
            }
            if scope == PythonScope.module { return nil }
            runsAtOnce = runsAtOnce && scopes[scope].runsAtOnce
            scope = scopes[scope].parent
        }
    }

    /// What `symbol` stands for in one scope; `isBound` if the search ends there.
    private mutating func lookUp(
        _ symbol: UInt32,
        _ scope: Int,
        _ position: Int?,
        _ depth: Int
    ) -> Outcome {
        var result = Outcome()
        if let group = local.group(scope, symbol) {
            let isClass = scopes[scope].kind == .class
            let last = position.map { local.last(of: group, at: $0) } ?? group.upperBound - 1
            // Outside classes a use before all bindings sees the last: a loop may have come round.
            if let index = last ?? (isClass ? nil : group.upperBound - 1) {
                result = outcome(of: index, in: group, isForeign: false, depth)
            }
            result.isBound = result.isBound || !isClass
        }
        if result.node == nil, let group = foreign.group(scope, symbol) {
            let others = outcome(of: group.upperBound - 1, in: group, isForeign: true, depth)
            result.node = others.node
            result.isBound = true
        }
        return result
    }

    /// What the alternatives up to binding `index` of `group` stand for.
    ///
    /// Each binding's answer is kept, and builds on that of the binding before it, so that all
    /// questions about a group take time linear in its length.
    private mutating func outcome(
        of index: Int,
        in group: Range<Int>,
        isForeign: Bool,
        _ depth: Int
    ) -> Outcome {
        let table = isForeign ? foreign : local
        var first = index
        while first > group.lowerBound, table[first].isConditional,
            kept(first - 1, isForeign).state == .unknown
        {
            first -= 1
        }
        if kept(index, isForeign).state != .unknown { return kept(index, isForeign) }
        for current in first...index {
            keep(Outcome(state: .pending), current, isForeign)
            let binding = table[current]
            var result = Outcome()
            if binding.isConditional, current > group.lowerBound {
                result = kept(current - 1, isForeign)
            }
            result.state = .known
            if !binding.isConditional { result.isBound = true }
            if result.node == nil { result.node = value(of: binding, depth) }
            keep(result, current, isForeign)
        }
        return kept(index, isForeign)
    }

    private func kept(_ index: Int, _ isForeign: Bool) -> Outcome {
        isForeign ? foreignNodes[index] : localNodes[index]
    }

    private mutating func keep(_ outcome: Outcome, _ index: Int, _ isForeign: Bool) {
        if isForeign { foreignNodes[index] = outcome } else { localNodes[index] = outcome }
    }

    private mutating func value(of binding: PythonBinding, _ depth: Int) -> PythonCatalog.Node? {
        switch binding.value {
        case .opaque: return nil
        case .node(let node): return node
        case .alias(let token):
            guard depth < Self.maximumChain else { return nil }
            var node = resolve(
                outline.symbol(at: token),
                scope: binding.scope,
                position: token,
                depth: depth + 1
            )
            var index = token
            while let known = node, outline.isOp(.dot, at: index + 1) {
                node = catalog.child(of: known, outline.symbol(at: index + 2))
                index += 2
            }
            return node
        }
    }
}
