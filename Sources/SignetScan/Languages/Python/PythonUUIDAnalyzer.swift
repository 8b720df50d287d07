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
        for reference in binder.references where resolver.mayResolve(reference) {
            guard let node = resolver.node(of: reference),
                var found = function(node, reference, outline)
            else { continue }
            let isCalled = found.expression.stepToCall()
            let tokens = found.expression.tokens
            let start = Int(outline.tokens[Int(reference.token)].start)
            let end = Int(outline.tokens[tokens.upperBound - 1].end)
            analysis.sites.append(
                PythonUUIDSite(
                    range: start..<end,
                    start: table.position(of: start),
                    end: table.position(of: end),
                    function: functions[found.path],
                    isCalled: isCalled,
                    shape: isCalled
                        ? PythonValueShape(of: found.expression, source) : .reference,
                    target: target.name(of: reference, source),
                    symbol: target.symbol(of: Int(reference.scope), source)
                )
            )
        }
        return analysis
    }

    /// Whether the module's name stands where an import would have it.
    ///
    /// This spares the look at statements in files that only mention the word.
    private static func importsModule(_ outline: PythonOutline) -> Bool {
        for index in outline.tokens.indices.dropFirst() where outline.isName(at: index) {
            if catalog.child(of: PythonCatalog.root, outline.symbol(at: index)) == nil { continue }
            if outline.isWord(.import, at: index - 1) || outline.isWord(.from, at: index - 1)
                || outline.isOp(.comma, at: index - 1)
            {
                return true
            }
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
            reference.isInTarget && follower != .dot && follower != .leftParen
            && follower != .leftBracket
        return isStored ? nil : (path, expression)
    }
}
