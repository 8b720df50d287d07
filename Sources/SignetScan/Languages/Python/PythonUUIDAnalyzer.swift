/// Finds where a Python file makes UUIDs: calls of, and references to, the functions of `uuid`.
///
/// Names are resolved by the file's own imports (see `PythonResolver`). Comments, strings and
/// string annotations hold no sites; replacement fields of f-strings do.
package struct PythonUUIDAnalyzer {
    /// The functions that make UUIDs.
    package static let functions = [
        "uuid1", "uuid3", "uuid4", "uuid5", "uuid6", "uuid7", "uuid8",
    ]

    private static let catalog = PythonCatalog(functions.map { "uuid.\($0)" })

    /// Analyses one file.
    ///
    /// Time is linear in the source but for a logarithm; nothing in the result refers to the bytes.
    ///
    /// - Parameter source: UTF-8 text, with or without a byte order mark.
    /// - Returns: the sites, and the first lexical error.
    package static func analyze(_ source: Span<UInt8>) -> PythonAnalysis {
        let lexer = PythonLexer(source, keepsTrivia: false)
        let table = PythonLineTable(source)
        var analysis = PythonAnalysis(
            sites: [],
            syntaxError: lexer.error,
            syntaxErrorPosition: lexer.error.map { table.position(of: $0.offset) },
            lineCount: table.lineCount(of: source)
        )
        let outline = PythonOutline(lexer.tokens, source, catalog.symbols)
        guard importsModule(outline) else { return analysis }
        let binder = PythonBinder(outline, catalog)
        var resolver = PythonResolver(binder)
        if resolver.isEmpty { return analysis }
        let target = PythonValueTarget(binder)
        // Most sites stand in the scope of the site before them.
        var symbol = (scope: Int32(PythonScope.module), name: "")
        for reference in binder.references where resolver.mayResolve(reference) {
            guard let node = resolver.node(of: reference),
                let found = function(node, reference, outline)
            else { continue }
            if reference.scope != symbol.scope {
                let name = target.symbol(of: Int(reference.scope), source)
                symbol = (reference.scope, name)
            }
            var site = site(reference, found, outline, table, source)
            site.target = target.name(of: reference, source)
            site.symbol = symbol.name
            analysis.sites.append(site)
        }
        return analysis
    }

    /// Describes the site at `reference`, but for its names.
    private static func site(
        _ reference: PythonReference,
        _ found: (path: Int, expression: PythonExpression),
        _ outline: PythonOutline,
        _ table: PythonLineTable,
        _ source: Span<UInt8>
    ) -> PythonUUIDSite {
        var expression = found.expression
        let isCalled = reference.role != .pattern && expression.stepToCall()
        let tokens = outline.tokens
        let start = Int(tokens[Int(reference.token)].start)
        let end = Int(tokens[expression.tokens.upperBound - 1].end)
        return PythonUUIDSite(
            range: start..<end,
            start: table.position(of: start),
            end: table.position(of: end),
            function: functions[found.path],
            isCalled: isCalled,
            shape: isCalled ? PythonValueShape(of: expression, source) : .reference,
            target: nil,
            symbol: ""
        )
    }

    /// Whether the module's name stands where an import would have it.
    ///
    /// This spares the look at statements in files that only mention the word.
    private static func importsModule(_ outline: PythonOutline) -> Bool {
        let catalog = Self.catalog
        for index in outline.tokens.indices.dropFirst() where outline.isName(at: index) {
            let mayBeImported =
                outline.isWord(.import, at: index - 1) || outline.isWord(.from, at: index - 1)
                || outline.isOp(.comma, at: index - 1)
            let symbol = outline.symbol(at: index)
            if mayBeImported, catalog.child(of: PythonCatalog.root, symbol) != nil { return true }
        }
        return false
    }

    /// Follows attributes from a resolved name to a function; nil if they lead elsewhere, or if
    /// the function is a target that something else is assigned to.
    private static func function(
        _ start: PythonCatalog.Node,
        _ reference: PythonReference,
        _ outline: PythonOutline
    ) -> (path: Int, expression: PythonExpression)? {
        var node = start
        var expression = PythonExpression(outline, name: Int(reference.token))
        while catalog.path(at: node) == nil {
            guard let name = expression.stepToAttribute(),
                let child = catalog.child(of: node, outline.symbol(at: name))
            else { return nil }
            node = child
        }
        guard let path = catalog.path(at: node) else { return nil }
        let follower = expression.follower.op
        let isStored =
            reference.role == .target && follower != .dot && follower != .leftParen
            && follower != .leftBracket
        return isStored ? nil : (path, expression)
    }
}
