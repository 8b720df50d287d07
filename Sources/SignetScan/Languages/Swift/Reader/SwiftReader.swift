import SwiftSyntax

/// Finds in a syntax tree where identifiers are made, declared and taken apart.
///
/// One walk over the tree, with a stack of its own: a chain of a million members is a tree of a
/// million levels.
struct SwiftReader {
    /// What the walk does next.
    private enum Step {
        case visit(Syntax)
        /// Leaves a function or type.
        case leave
    }

    /// A declaration whose name says that it makes identifiers.
    struct Minter {
        var name: TokenSyntax
        var body: Range<Int>
        var function: String?
    }

    let facts: FactSet
    /// The bytes of the source.
    let source: [UInt8]
    var analysis = SourceAnalysis()
    /// Which names in the source are not what they are elsewhere.
    var names = SwiftNames()
    /// The names of the functions, properties and types around.
    var scopes: [String] = []
    /// The scopes as one text; `nil` outside of all.
    var function: String?
    /// The declarations that may make identifiers.
    var minters: [Minter] = []
    /// Texts are known to be built up to here.
    var composedUntil = 0

    /// Reads all of `tree`.
    static func analyze(
        _ tree: SourceFileSyntax,
        _ source: [UInt8],
        _ facts: FactSet
    ) -> SourceAnalysis {
        var reader = SwiftReader(facts: facts, source: source)
        reader.names = SwiftNames(tree)
        reader.walk(Syntax(tree))
        reader.addMinters()
        reader.analysis.directives = SwiftTrivia.directives(tree, source)
        reader.analysis.syntaxError = SwiftTrivia.firstError(tree)
        reader.analysis.sort()
        return reader.analysis
    }

    private init(facts: FactSet, source: [UInt8]) {
        self.facts = facts
        self.source = source
    }

    private mutating func walk(_ tree: Syntax) {
        var steps = [Step.visit(tree)]
        while let step = steps.popLast() {
            switch step {
            case .leave:
                scopes.removeLast()
                function = scopes.isEmpty ? nil : scopes.joined(separator: ".")
            case .visit(let node):
                if node.kind == .token { continue }
                if let name = scopeName(node) {
                    scopes.append(name)
                    function = scopes.joined(separator: ".")
                    steps.append(.leave)
                }
                visit(node)
                for child in node.children(viewMode: .sourceAccurate).reversed() {
                    steps.append(.visit(child))
                }
            }
        }
    }

    /// The name of a function, a computed property or a type that is declared here.
    private func scopeName(_ node: Syntax) -> String? {
        switch node.kind {
        case .functionDecl: node.as(FunctionDeclSyntax.self)?.name.nameText
        case .initializerDecl: "init"
        case .classDecl: node.as(ClassDeclSyntax.self)?.name.nameText
        case .structDecl: node.as(StructDeclSyntax.self)?.name.nameText
        case .enumDecl: node.as(EnumDeclSyntax.self)?.name.nameText
        case .actorDecl: node.as(ActorDeclSyntax.self)?.name.nameText
        case .protocolDecl: node.as(ProtocolDeclSyntax.self)?.name.nameText
        case .extensionDecl: node.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
        case .patternBinding:
            node.as(PatternBindingSyntax.self).flatMap { binding in
                binding.accessorBlock == nil
                    ? nil
                    : binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.nameText
            }
        default: nil
        }
    }

    private mutating func visit(_ node: Syntax) {
        switch node.kind {
        case .functionCallExpr:
            if let call = node.as(FunctionCallExprSyntax.self) { visit(call) }
        case .memberAccessExpr:
            if let member = node.as(MemberAccessExprSyntax.self) { visit(member) }
        case .sequenceExpr:
            if let sequence = node.as(SequenceExprSyntax.self) { visit(sequence) }
        case .stringLiteralExpr:
            if let literal = node.as(StringLiteralExprSyntax.self) { visit(literal) }
        case .regexLiteralExpr: readPattern(node.bytes, node.as(ExprSyntax.self))
        case .identifierType:
            if let type = node.as(IdentifierTypeSyntax.self) { readType(type) }
        case .initializerClause:
            if let clause = node.as(InitializerClauseSyntax.self) { readDefault(clause) }
        case .dictionaryElement:
            if let entry = node.as(DictionaryElementSyntax.self) { readEntry(entry) }
        case .functionDecl, .classDecl, .structDecl, .enumDecl, .actorDecl: noteMinter(node)
        default: break
        }
    }

    /// The last name of the function around, without its types.
    var innermost: String? { scopes.last }
}
