import SwiftSyntax

/// The parts of a text that is put together: what is always the same, and what is made anew.
struct SwiftTextParts {
    /// What is always the same.
    private(set) var literals: [String] = []

    /// Names that only make, convert and cut values of the clock and of generators.
    ///
    /// Those in lower case count as members and labels only: a variable may be anything.
    private static let fresh: Set<String> = [
        "UUID", "uuidString", "description", "lowercased", "uppercased", "prefix", "Foundation",
        "String", "Substring", "Int", "Int32", "Int64", "UInt", "UInt16", "UInt32", "UInt64",
        "Double", "Date", "now", "timeIntervalSince1970", "timeIntervalSinceReferenceDate",
        "rounded", "random", "in", "describing", "init", "replacingOccurrences", "replacing",
        "of", "with", "radix", "truncatingIfNeeded", "max",
    ]

    /// Reads the text `"…\(…)…"`.
    ///
    /// - Throws: What else the text holds.
    init(_ literal: StringLiteralExprSyntax) throws(FixRefusal) {
        for segment in literal.segments {
            if let text = segment.as(StringSegmentSyntax.self) {
                add(text.content.text)
            } else if let field = segment.as(ExpressionSegmentSyntax.self) {
                guard field.expressions.count == 1, let only = field.expressions.first,
                    only.label == nil
                else { throw Self.refusal(of: Syntax(field)) }
                try Self.requireFresh(only.expression)
            }
        }
    }

    /// Reads the operands of `"…" + …`.
    ///
    /// - Throws: What else the text holds.
    init(_ operands: [ExprSyntax]) throws(FixRefusal) {
        for operand in operands {
            if let text = operand.plainText {
                add(text)
            } else if let literal = operand.as(StringLiteralExprSyntax.self) {
                literals += try SwiftTextParts(literal).literals
            } else {
                try Self.requireFresh(operand)
            }
        }
    }

    private mutating func add(_ text: String) {
        if !text.isEmpty { literals.append(text) }
    }

    private static func requireFresh(_ expression: ExprSyntax) throws(FixRefusal) {
        var makes = false
        for token in expression.tokens(viewMode: .sourceAccurate) {
            switch token.tokenKind {
            case .leftBrace, .poundAvailable: throw refusal(of: Syntax(expression))
            case .identifier(let name), .dollarIdentifier(let name):
                let isType = name.unicodeScalars.first?.properties.isUppercase ?? false
                let isPart =
                    token.previousToken(viewMode: .sourceAccurate)?.tokenKind == .period
                    || token.nextToken(viewMode: .sourceAccurate)?.tokenKind == .colon
                guard fresh.contains(name), isType || isPart else {
                    throw refusal(of: Syntax(expression))
                }
                makes = makes || ["UUID", "Date", "random"].contains(name)
            default: break
            }
        }
        if !makes { throw refusal(of: Syntax(expression)) }
    }

    private static func refusal(of node: Syntax) -> FixRefusal {
        FixRefusal(
            "the text also holds \(node.trimmedDescription)",
            remedy: "mint the identifier with slots where an error can be thrown, and use its "
                + "readable text"
        )
    }
}
