import SwiftSyntax

/// What stands around a place, and what may be written there because of it.
enum SwiftSurroundings {
    /// Refuses what is part of a larger expression, in which more than the type may matter.
    static func requireAlone(_ expression: ExprSyntax) throws(FixRefusal) {
        for node in expression.ancestors where node.kind == .attribute {
            throw FixRefusal("it is the argument of an attribute, which a macro may read")
        }
        guard !isAlone(expression) else { return }
        let list = expression.parent?.parent?.parent
        throw FixRefusal(
            list?.kind == .expressionSegment
                ? "the value is part of a longer text" : "the value is part of a larger expression"
        )
    }

    private static func isAlone(_ expression: ExprSyntax) -> Bool {
        guard let parent = expression.parent else { return false }
        switch parent.kind {
        case .initializerClause, .returnStmt, .arrayElement, .codeBlockItem,
            .unresolvedTernaryExpr:
            return true
        case .dictionaryElement:
            return parent.as(DictionaryElementSyntax.self)?.value.id == expression.id
        case .labeledExpr:
            switch parent.parent?.parent?.kind {
            case .functionCallExpr, .tupleExpr, .macroExpansionExpr: return true
            default: return false
            }
        case .exprList: return isLastOperand(expression, of: parent)
        default: return false
        }
    }

    /// Whether the operand is all that is assigned, or the last choice of several.
    private static func isLastOperand(_ expression: ExprSyntax, of list: Syntax) -> Bool {
        guard let elements = list.as(ExprListSyntax.self).map(Array.init), elements.count > 2,
            elements.last?.id == expression.id
        else { return false }
        let before = elements[elements.count - 2]
        switch before.kind {
        case .assignmentExpr, .unresolvedTernaryExpr: return true
        default: return before.as(BinaryOperatorExprSyntax.self)?.operator.text == "??"
        }
    }

    /// Refuses what has a comment inside, which would be lost.
    static func requireNoComment(in node: Syntax) throws(FixRefusal) {
        let last = node.lastToken(viewMode: .sourceAccurate)?.id
        for (index, token) in node.tokens(viewMode: .sourceAccurate).enumerated() {
            let isInside = index > 0 && token.leadingTrivia.contains(where: isComment)
            guard !isInside, token.id == last || !token.trailingTrivia.contains(where: isComment)
            else { throw FixRefusal("a comment stands inside the expression") }
        }
    }

    private static func isComment(_ piece: TriviaPiece) -> Bool {
        switch piece {
        case .lineComment, .blockComment, .docLineComment, .docBlockComment: true
        default: false
        }
    }

    /// Whether a macro reads the code at `node`, and may refuse calls that a compiler takes.
    static func isInMacro(_ node: some SyntaxProtocol) -> Bool {
        node.ancestors.contains {
            $0.kind == .macroExpansionExpr || $0.kind == .macroExpansionDecl
        }
    }

    /// Whether the code at `node` is compiled into other modules, and so may use only what they
    /// can see: a default of what is public, or the body of what is inlinable (SE-0193, SE-0409).
    static func isPartOfInterface(_ node: some SyntaxProtocol) -> Bool {
        var isDefault = false
        for ancestor in node.ancestors {
            if ancestor.kind == .functionParameter { isDefault = true }
            guard let declaration = ancestor.asProtocol((any WithModifiersSyntax).self) else {
                continue
            }
            let attributes = ancestor.asProtocol((any WithAttributesSyntax).self)?.attributes
            let names = attributes?.compactMap {
                $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription
            }
            let inlined: Set = [
                "inlinable", "_alwaysEmitIntoClient", "backDeployed", "_transparent", "frozen",
            ]
            if !inlined.isDisjoint(with: names ?? []) { return true }
            let modifiers = declaration.modifiers.map(\.name.text)
            let isOpen = modifiers.contains("public") || modifiers.contains("open")
            if isDefault, isOpen { return true }
        }
        return false
    }
}
