import SignetScan

/// Finds the user for whom code runs, among the names that are in scope where it stands.
struct PythonOwner {
    private static let names: Set<String> = ["user_id", "owner_id"]

    private let source: PythonSource
    /// Names that the project has declared beside the usual ones.
    private let declared: Set<String>

    private var outline: PythonOutline { source.outline }

    init(_ source: PythonSource, _ declared: Set<String>) {
        self.source = source
        self.declared = declared
    }

    /// Whether a chain such as `self.user_id` or `request.user.id` is the user.
    func isOwner(_ chain: String) -> Bool {
        let parts = chain.split(separator: ".").map(String.init)
        guard let last = parts.last else { return false }
        if declared.contains(chain) || declared.contains(last) || Self.names.contains(last) {
            return true
        }
        return last == "id" && parts.count > 1
            && ["user", "current_user"].contains(parts[parts.count - 2])
    }

    /// The parameter or variable of the function around `site` that is the user, else the
    /// attribute of `self` that the class's initialiser fills.
    ///
    /// A variable that gets another value behind the site is not yet the user there.
    func owner(at site: PythonSite) -> String? {
        guard var scope = site.scope else { return nil }
        let scopes = source.binder.scopes
        while scopes[scope].kind == .lambda || scopes[scope].kind == .comprehension {
            scope = scopes[scope].parent
        }
        guard scopes[scope].kind == .function else { return nil }
        let bindings = source.binder.bindings.filter { $0.scope == scope }
        let start = site.tokens.lowerBound
        let late = Set(bindings.lazy.filter { $0.position > start }.map(\.symbol))
        var isMethod = false
        for binding in bindings where !binding.isConditional && binding.position <= start {
            let tokens = outline.tokens[..<start].indices.filter {
                outline.isName(at: $0) && outline.symbol(at: $0) == binding.symbol
            }
            guard let name = tokens.first.map(source.text(at:)) else { continue }
            isMethod = isMethod || name == "self"
            let isOther = tokens.contains { outline.isWord(.del, at: $0 - 1) || isConstant($0) }
            if isOwner(name), !isOther, !late.contains(binding.symbol) { return name }
        }
        let outer = scopes[scope].parent
        let isMade = scopes[scope].name.map(source.text(at:)) != "__init__"
        return isMethod && isMade && scopes[outer].kind == .class ? attribute(of: outer) : nil
    }

    /// Whether the variable at `index` gets a text, perhaps for want of a user: `"default"`.
    private func isConstant(_ index: Int) -> Bool {
        guard outline.startsStatement(index), outline.isOp(.equal, at: index + 1) else {
            return false
        }
        let last = outline.endOfLine(index) - 1
        let before = last - 1
        return outline.tokens[last].kind == .string
            && (before == index + 1 || outline.isWord(.or, at: before)
                || outline.isWord(.else, at: before))
    }

    /// `self.user_id` if `__init__` of the class assigns it, as a statement of its own, the
    /// parameter of the same name without which no object is made, and nothing else in the file
    /// assigns it: the object is there for that user.
    private func attribute(of scope: Int) -> String? {
        let scopes = source.binder.scopes
        let methods = scopes.indices.filter {
            scopes[$0].parent == scope && scopes[$0].kind == .function
        }
        guard
            let start = methods.compactMap({ scopes[$0].name }).first(where: {
                source.text(at: $0) == "__init__"
            }), let close = outline.partner(of: start + 1)
        else { return nil }
        // A system's user has groups, too.
        let names = (start..<close).filter { outline.isName(at: $0) }.map(source.text(at:))
        if names.contains("group_id") || names.contains("gid") { return nil }
        let end = methods.compactMap { scopes[$0].name }.filter { $0 > start }.min()
        for index in close..<min(end ?? outline.tokens.count, close + 2000) {
            guard let name = assigned(at: index), isOwner("self." + name),
                isRequired(name, in: start + 2..<close), isAssigned(name, from: index)
            else { continue }
            let isOnly = outline.tokens.indices.allSatisfy {
                $0 == index || assigned(at: $0) != name
            }
            return isOnly ? "self." + name : nil
        }
        return nil
    }

    /// The attribute that the statement at `index` assigns, if it begins like `self.name = `.
    private func assigned(at index: Int) -> String? {
        guard outline.isName(at: index), outline.isOp(.dot, at: index + 1),
            outline.isName(at: index + 2), outline.startsStatement(index),
            source.text(at: index) == "self",
            outline.isOp(.equal, at: index + 3) || outline.isOp(.colon, at: index + 3)
        else { return nil }
        return source.text(at: index + 2)
    }

    /// Whether a parameter of the head has the name, and no default.
    private func isRequired(_ name: String, in head: Range<Int>) -> Bool {
        var index = head.lowerBound
        while index < head.upperBound {
            let end = outline.endOfElement(index, head.upperBound)
            if outline.isName(at: index), source.text(at: index) == name {
                return !(index..<end).contains { outline.isOp(.equal, at: $0) }
            }
            index = end + 1
        }
        return false
    }

    /// Whether the statement at `index` assigns nothing but the variable `name`.
    private func isAssigned(_ name: String, from index: Int) -> Bool {
        let end = outline.endOfLine(index)
        let value = end - 1
        return outline.isName(at: value) && source.text(at: value) == name
            && outline.isOp(.equal, at: value - 1)
    }

    /// The slot of a shape that a chain fills: `operation` for `self.operation_name`.
    static func slot(_ chain: String, of shape: [String]) -> String? {
        guard let last = chain.split(separator: ".").last else { return nil }
        let words = NameWords.of(String(last)).filter { !["id", "name"].contains($0) }
        return shape.first { words == [$0] }
    }
}
