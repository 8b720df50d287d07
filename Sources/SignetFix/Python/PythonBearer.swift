import SignetScan

/// Finds out what bears an identifier whose own name says nothing of it, such as `id`.
struct PythonBearer {
    private let source: PythonSource

    private var outline: PythonOutline { source.outline }

    init(_ source: PythonSource) { self.source = source }

    /// The class whose field or own attribute the value becomes, or the variable whose attribute
    /// or entry it becomes: `Run` for `self.id = …` in its methods, `run` for `run["id"] = …`.
    func name(around site: PythonSite) -> String? {
        guard var scope = site.scope else { return nil }
        let scopes = source.binder.scopes
        while scopes[scope].kind == .lambda { scope = scopes[scope].parent }
        if scopes[scope].kind != .class {
            guard site.name.role == .attribute, let base = base(of: site) else { return nil }
            guard base == "self" else { return base }
            scope = scopes[scope].parent
        }
        guard scopes[scope].kind == .class, let name = scopes[scope].name else { return nil }
        let isField = [.variable, .attribute, .column].contains(site.name.role)
        return isField ? source.text(at: name) : nil
    }

    /// The innermost class in whose body or methods the site stands.
    func enclosingClass(of site: PythonSite) -> String? {
        let scopes = source.binder.scopes
        var scope = site.scope
        while let current = scope, current != PythonScope.module {
            if scopes[current].kind == .class { return scopes[current].name.map(source.text(at:)) }
            scope = scopes[current].parent
        }
        return nil
    }

    /// The variable or keyword that takes the object which a call with the site as its `id` makes.
    func holder(of site: PythonSite) -> String? {
        guard site.name.role == .keyword,
            let callee = outline.callee(around: site.tokens.lowerBound)
        else { return nil }
        let start = outline.startOfChain(callee)
        guard outline.isOp(.equal, at: start - 1), let target = outline.target(before: start - 1),
            outline.isName(at: target)
        else { return nil }
        return source.text(at: target)
    }

    /// The last name of the type that stands in the annotation of the target: `StreamID` for
    /// `self.id: StreamID = …`.
    func annotation(of site: PythonSite) -> String? {
        guard [.variable, .attribute, .column].contains(site.name.role) else { return nil }
        var index = site.tokens.lowerBound - 1
        while index > 0, !outline.startsStatement(index) { index -= 1 }
        while index < site.tokens.lowerBound, !outline.isOp(.colon, at: index) { index += 1 }
        let end = outline.endOfPrimary(index + 1)
        guard end > index + 1, outline.isOp(.equal, at: end), outline.isName(at: end - 1),
            end < site.tokens.lowerBound
        else { return nil }
        return source.text(at: end - 1)
    }

    /// The variable before the only attribute or key of the target.
    private func base(of site: PythonSite) -> String? {
        var index = site.tokens.lowerBound - 1
        while index > 0, !outline.startsStatement(index) { index -= 1 }
        guard outline.isName(at: index) else { return nil }
        let isAttribute =
            outline.isOp(.dot, at: index + 1) && outline.isName(at: index + 2)
            && (outline.isOp(.equal, at: index + 3) || outline.isOp(.colon, at: index + 3))
        let isEntry =
            outline.isOp(.leftBracket, at: index + 1) && outline.isOp(.rightBracket, at: index + 3)
            && outline.tokens[index + 2].kind == .string && outline.isOp(.equal, at: index + 4)
        return isAttribute || isEntry ? source.text(at: index) : nil
    }
}
