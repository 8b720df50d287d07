/// One Python source, read as far as its facts need it: tokens, scopes, and what names stand for.
package struct PythonFile {
    /// The tokens with their brackets paired and names numbered.
    package let outline: PythonOutline
    /// The scopes, bindings and uses of names.
    package let binder: PythonBinder
    /// Says which known name a use stands for.
    private var resolver: PythonResolver
    /// Names the values of expressions and the functions around them.
    let target: PythonValueTarget

    /// A use of a known name.
    struct Use {
        /// The index of the name in `PythonKnownNames`.
        var path: Int
        /// The expression that is the name, with its attributes.
        var expression: PythonExpression
        /// The use itself.
        var reference: PythonReference
    }

    /// Reads `source`, valid UTF-8.
    ///
    /// - Returns: `nil` if it breaks a rule of the lexer.
    package init?(_ source: Span<UInt8>) {
        let lexer = PythonLexer(source, keepsTrivia: false)
        guard lexer.error == nil else { return nil }
        self.init(PythonOutline(lexer.tokens, source, PythonKnownNames.catalog.symbols))
    }

    /// Everything that the scanner knows of the source.
    package func analysis(of source: Span<UInt8>) -> SourceAnalysis {
        var analysis = SourceAnalysis()
        var file = self
        PythonAnalyzer.find(.all, in: &file, source, &analysis)
        return analysis
    }

    /// Reads the statements of `outline`.
    init(_ outline: PythonOutline) {
        self.outline = outline
        binder = PythonBinder(outline, PythonKnownNames.catalog)
        resolver = PythonResolver(binder)
        target = PythonValueTarget(binder)
    }

    /// Whether no name of the file can stand for a known one.
    var usesNoKnownName: Bool { resolver.isEmpty }

    /// The known name that `reference` and the attributes behind it stand for.
    ///
    /// Nil if they stand for none, or if something is assigned to them here.
    mutating func use(_ reference: PythonReference) -> Use? {
        guard resolver.mayResolve(reference), var node = resolver.node(of: reference) else {
            return nil
        }
        let catalog = PythonKnownNames.catalog
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
        return isStored ? nil : Use(path: path, expression: expression, reference: reference)
    }

    /// The function or method around `scope`, with its classes; nil outside of all.
    func function(around scope: Int32, _ source: Span<UInt8>) -> String? {
        let name = target.symbol(of: Int(scope), source)
        return name.isEmpty ? nil : name
    }
}
