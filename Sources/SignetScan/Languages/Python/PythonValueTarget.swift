/// Finds the name of what a value is assigned or passed to.
///
/// The innermost name counts: a keyword argument, an assignment's target, the key of a dictionary
/// entry, a parameter with this default, or the function that returns the value. Keywords that
/// take factories or defaults name nothing themselves; what their call is assigned to does.
package struct PythonValueTarget {
    private static let factoryKeywords: Set<String> = [
        "default", "default_factory", "factory", "server_default", "insert_default",
        "side_effect", "return_value",
    ]

    /// Names are cut behind this many bytes, and outer names left out, so that a hostile file
    /// cannot have one endless name repeated at each of its sites.
    private static let maximumLength = 255

    private let outline: PythonOutline
    private let scopes: [PythonScope]
    private let contexts: [PythonContext]

    /// Prepares to name the values of one file.
    package init(_ binder: PythonBinder) {
        outline = binder.outline
        scopes = binder.scopes
        contexts = binder.contexts
    }

    /// The name for the value of `reference`; nil if nothing names it.
    package func name(of reference: PythonReference, _ source: Span<UInt8>) -> String? {
        var current = reference.context
        while current != PythonContext.none {
            let context = contexts[Int(current)]
            let first = Int(context.tokens.lowerBound)
            switch context.kind {
            case .statement, .subscriptIndex: return nil
            case .assignment:
                return target(first..<Int(context.tokens.upperBound), source)
            case .keyword:
                let keyword = text(first, source)
                if !Self.factoryKeywords.contains(keyword) { return keyword }
            case .entry:
                if let key = content(first, source) { return key }
            case .parameter, .walrus: return text(first, source)
            case .result:
                return function(around: Int(reference.scope)).map { text($0, source) }
            }
            current = context.parent
        }
        return nil
    }

    /// The names of the classes and functions around `scope`, joined by dots.
    package func symbol(of scope: Int, _ source: Span<UInt8>) -> String {
        var names: [String] = []
        var scope = scope
        var length = 0
        while scope != PythonScope.module, length < Self.maximumLength {
            if let name = scopes[scope].name {
                names.append(text(name, source))
                length += names[names.count - 1].utf8.count
            }
            scope = scopes[scope].parent
        }
        return names.reversed().joined(separator: ".")
    }

    /// The name of the innermost function around `scope`.
    func functionName(around scope: Int, _ source: Span<UInt8>) -> String? {
        function(around: scope).map { text($0, source) }
    }

    private func function(around scope: Int) -> Int? {
        var scope = scope
        while scope != PythonScope.module {
            if scopes[scope].kind == .function { return scopes[scope].name }
            scope = scopes[scope].parent
        }
        return nil
    }

    /// The name of an assignment's target: of a variable, an attribute or a text key.
    func target(_ tokens: Range<Int>, _ source: Span<UInt8>) -> String? {
        let range = outline.unwrapped(tokens)
        let last = range.upperBound - 1
        // A longer target is no name; looking through it again at each site would take too long.
        guard !range.isEmpty, range.count <= 256,
            outline.endOfElement(range.lowerBound, range.upperBound) > last,
            !outline.isOp(.star, at: range.lowerBound)
        else { return nil }
        if outline.isName(at: last) { return text(last, source) }
        guard outline.isOp(.rightBracket, at: last), outline.partner(of: last) == last - 2,
            last - 2 > range.lowerBound
        else { return nil }
        return content(last - 1, source)
    }

    /// The content of a plain text literal; nil for others and for those with escapes.
    func content(_ index: Int, _ source: Span<UInt8>) -> String? {
        let token = outline.tokens[index]
        guard token.kind == .string else { return nil }
        var range = token.range
        while let first = range.first, source[first] != 0x22, source[first] != 0x27 {
            if source[first] | 0x20 == 0x62 { return nil }
            range = range.dropFirst()
        }
        guard let first = range.first else { return nil }
        let isTriple =
            range.count >= 6 && source[first + 1] == source[first]
            && source[first + 2] == source[first]
        range = range.dropFirst(isTriple ? 3 : 1).dropLast(isTriple ? 3 : 1)
        for index in range where source[index] == 0x5C { return nil }
        return source.text(in: range, limit: Self.maximumLength)
    }

    private func text(_ index: Int, _ source: Span<UInt8>) -> String {
        source.text(in: outline.tokens[index].range, limit: Self.maximumLength)
    }
}
