import SwiftSyntax

/// Questions about nodes that are asked everywhere.
extension SyntaxProtocol {
    /// The bytes of the node without what stands around it.
    var bytes: Range<Int> {
        let start = positionAfterSkippingLeadingTrivia.utf8Offset
        return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
    }
}

extension ExprSyntax {
    /// The last name of what the expression refers to: `id` of `user.id`, of `user.id?` and of
    /// `row["id"]`.
    var lastName: String? {
        var current = self
        // Longer chains are no names.
        for _ in 0..<8 {
            switch current.kind {
            case .declReferenceExpr:
                return current.as(DeclReferenceExprSyntax.self)?.baseName.nameText
            case .memberAccessExpr:
                return current.as(MemberAccessExprSyntax.self)?.declName.baseName.nameText
            case .subscriptCallExpr:
                return current.as(SubscriptCallExprSyntax.self)?.arguments.first?.expression
                    .literalText
            case .optionalChainingExpr:
                guard let inner = current.as(OptionalChainingExprSyntax.self) else { return nil }
                current = inner.expression
            case .forceUnwrapExpr:
                guard let inner = current.as(ForceUnwrapExprSyntax.self) else { return nil }
                current = inner.expression
            case .tryExpr:
                guard let inner = current.as(TryExprSyntax.self) else { return nil }
                current = inner.expression
            default: return nil
            }
        }
        return nil
    }

    /// The content of a text without interpolations.
    var literalText: String? {
        guard let literal = self.as(StringLiteralExprSyntax.self), literal.segments.count == 1,
            let segment = literal.segments.first?.as(StringSegmentSyntax.self)
        else { return nil }
        return segment.content.text
    }

    /// The value of a decimal number.
    var literalNumber: Int? {
        guard let literal = self.as(IntegerLiteralExprSyntax.self) else { return nil }
        return Int(literal.literal.text.filter { $0 != "_" })
    }

    /// The name of the function or type that is called here.
    var calleeName: String? { self.as(FunctionCallExprSyntax.self)?.calledExpression.lastName }
}

extension TokenSyntax {
    /// The name without backquotes.
    var nameText: String {
        let text = self.text
        guard text.hasPrefix("`"), text.count > 2 else { return text }
        return String(text.dropFirst().dropLast())
    }
}
