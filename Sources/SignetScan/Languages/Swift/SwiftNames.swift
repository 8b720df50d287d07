import SwiftSyntax

/// What some names mean in one source.
struct SwiftNames {
    /// Whether `UUID` is the type of Foundation.
    var hasFoundationUUID = false
    /// Whether `uuid` is the generator of swift-dependencies.
    var hasUUIDDependency = false

    /// Modules that bring no Foundation with them; any other may.
    private static let plainModules: Set<String> = [
        "Swift", "Synchronization", "Glibc", "Musl", "Darwin", "Android", "WinSDK", "Builtin",
        "RegexBuilder", "Observation", "Distributed", "Cxx", "SwiftSyntax", "SwiftParser",
    ]

    /// Knows nothing.
    init() {}

    /// Looks at the imports and the types of a source.
    init(_ tree: SourceFileSyntax) {
        var isShadowed = false
        var steps = [Syntax(tree.statements)]
        while let node = steps.popLast() {
            switch node.kind {
            case .importDecl:
                let path = node.as(ImportDeclSyntax.self)?.path.first?.name.text
                if let path, !Self.plainModules.contains(path) { hasFoundationUUID = true }
                if path?.hasSuffix("Dependencies") ?? false
                    || path == "ComposableArchitecture"
                {
                    hasUUIDDependency = true
                }
            case .structDecl, .classDecl, .enumDecl, .actorDecl, .typeAliasDecl:
                let name = node.asProtocol((any NamedDeclSyntax).self)?.name.text
                if name == "UUID" { isShadowed = true }
            default: break
            }
            // Types stand in statements and in other types, not in expressions.
            if Self.holdsDeclarations(node.kind) {
                for child in node.children(viewMode: .sourceAccurate) { steps.append(child) }
            }
        }
        if isShadowed { hasFoundationUUID = false }
    }

    private static func holdsDeclarations(_ kind: SyntaxKind) -> Bool {
        switch kind {
        case .codeBlockItemList, .codeBlockItem, .structDecl, .classDecl, .enumDecl, .actorDecl,
            .extensionDecl, .memberBlock, .memberBlockItemList, .memberBlockItem, .ifConfigDecl,
            .ifConfigClauseList, .ifConfigClause:
            true
        default: false
        }
    }
}
