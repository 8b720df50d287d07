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
    func owner(at site: PythonSite) -> String? {
        guard var scope = site.scope else { return nil }
        let scopes = source.binder.scopes
        while scopes[scope].kind == .lambda || scopes[scope].kind == .comprehension {
            scope = scopes[scope].parent
        }
        guard scopes[scope].kind == .function else { return nil }
        let bindings = source.binder.bindings.filter {
            $0.scope == scope && !$0.isConditional && $0.position <= site.tokens.lowerBound
        }
        var isMethod = false
        for binding in bindings {
            let tokens = outline.tokens[..<site.tokens.lowerBound].indices.filter {
                outline.isName(at: $0) && outline.symbol(at: $0) == binding.symbol
            }
            guard let name = tokens.first.map(source.text(at:)) else { continue }
            isMethod = isMethod || name == "self"
            let isDeleted = tokens.contains { outline.isWord(.del, at: $0 - 1) }
            if isOwner(name), !isDeleted { return name }
        }
        let outer = scopes[scope].parent
        return isMethod && scopes[outer].kind == .class ? attribute(of: outer) : nil
    }

    /// `self.user_id` if `__init__` of the class assigns it as a statement of its own.
    private func attribute(of scope: Int) -> String? {
        let scopes = source.binder.scopes
        let methods = scopes.indices.filter {
            scopes[$0].parent == scope && scopes[$0].kind == .function
        }
        guard
            let start = methods.compactMap({ scopes[$0].name }).first(where: {
                source.text(at: $0) == "__init__"
            })
        else { return nil }
        let end = methods.compactMap { scopes[$0].name }.filter { $0 > start }.min()
        for index in start..<min(end ?? outline.tokens.count, start + 2000) {
            guard outline.startsStatement(index), outline.isName(at: index),
                source.text(at: index) == "self",
                outline.isOp(.dot, at: index + 1), outline.isName(at: index + 2),
                outline.isOp(.equal, at: index + 3) || outline.isOp(.colon, at: index + 3)
            else { continue }
            let chain = "self." + source.text(at: index + 2)
            if isOwner(chain) { return chain }
        }
        return nil
    }

    /// The slot of a shape that a chain fills: `operation` for `self.operation_name`.
    static func slot(_ chain: String, of shape: [String]) -> String? {
        guard let last = chain.split(separator: ".").last else { return nil }
        let words = NameWords.of(String(last)).filter { !["id", "name"].contains($0) }
        return shape.first { words == [$0] }
    }
}
