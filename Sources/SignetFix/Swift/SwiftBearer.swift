import SignetScan
import SwiftSyntax

/// Finds out what bears an identifier whose own name says nothing of it, such as `id`.
enum SwiftBearer {
    /// The type whose property the value becomes, or the variable whose property it becomes:
    /// `Run` for `let id = …` and for `self.id = …` in it, `run` for `run.id = …`.
    static func name(around site: SwiftSite) -> String? {
        var node = Syntax(site.call)
        switch site.name.role {
        case .variable:
            // A property stands in its type and not in a function of it.
            for ancestor in site.call.ancestors {
                if ancestor.kind == .memberBlockItem { return type(around: ancestor) }
                if ancestor.kind == .codeBlockItem { return nil }
            }
            return nil
        case .attribute:
            while let parent = node.parent, node.kind != .sequenceExpr { node = parent }
            guard let target = node.as(SequenceExprSyntax.self)?.elements.first,
                let base = target.as(MemberAccessExprSyntax.self)?.base?.trimmedDescription,
                !base.contains(where: { $0 == "." || $0 == "[" || $0 == "(" })
            else { return nil }
            return base == "self" ? type(around: node) : base
        default: return nil
        }
    }

    /// The name of the innermost type around `node`.
    private static func type(around node: Syntax) -> String? {
        for ancestor in node.ancestors {
            switch ancestor.kind {
            case .structDecl, .classDecl, .actorDecl, .enumDecl:
                return ancestor.asProtocol((any NamedDeclSyntax).self)?.name.text
            case .extensionDecl:
                let type = ancestor.as(ExtensionDeclSyntax.self)?.extendedType
                return type?.as(IdentifierTypeSyntax.self)?.name.text
            case .protocolDecl: return nil
            default: continue
            }
        }
        return nil
    }
}
