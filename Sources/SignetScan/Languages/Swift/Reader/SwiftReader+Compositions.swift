import SwiftSyntax

extension SwiftReader {
    /// Reads a text: one with interpolations, or one that is a statement of SQL or a pattern.
    mutating func visit(_ literal: StringLiteralExprSyntax) {
        if literal.segments.count == 1, let segment = literal.segments.first {
            return readPlainText(segment.bytes, ExprSyntax(literal))
        }
        guard facts.contains(.producers) else { return }
        var parts = SwiftParts()
        for segment in literal.segments {
            if let text = segment.as(StringSegmentSyntax.self) {
                parts.add(text: text.content.text)
            } else if let field = segment.as(ExpressionSegmentSyntax.self) {
                if let first = field.expressions.first?.expression { add(first, to: &parts) }
            }
        }
        compose(parts, ExprSyntax(literal), .interpolation)
    }

    /// Reads `"a" + b + …`.
    mutating func composeSum(_ sequence: SequenceExprSyntax) {
        let elements = Array(sequence.elements)
        // What stands before an equals sign or `??` is no part of the sum.
        var start = 0
        for index in elements.indices where elements[index].kind == .assignmentExpr {
            start = index + 1
        }
        let operands = stride(from: start, to: elements.count, by: 2)
        let operators = stride(from: start + 1, to: elements.count, by: 2)
        let isSum = operators.allSatisfy {
            elements[$0].as(BinaryOperatorExprSyntax.self)?.operator.text == "+"
        }
        guard start + 2 < elements.count, isSum,
            operands.contains(where: { isText(elements[$0]) })
        else { return }
        var parts = SwiftParts()
        for index in operands {
            if let text = elements[index].literalText {
                parts.add(text: text)
            } else {
                add(elements[index], to: &parts)
            }
        }
        let range = elements[start].bytes.lowerBound..<sequence.bytes.upperBound
        compose(parts, elements[start], .sum, range: range)
    }

    /// Whether the operand shows that texts are added and not numbers.
    private func isText(_ expression: ExprSyntax) -> Bool {
        expression.kind == .stringLiteralExpr || expression.calleeName == "String"
            || expression.lastName == "uuidString"
    }

    /// Reads `String(format: …)`, `[…].joined(separator:)` and `String(Int(time))`.
    mutating func composeCall(_ call: FunctionCallExprSyntax) {
        switch call.calledExpression.lastName {
        case "String" where call.arguments.first?.label?.text == "format": composeFormat(call)
        case "joined": composeJoin(call)
        case "String", "Int", "Int64", "UInt64", "UInt", "Date", "Double": composeBare(call)
        default: break
        }
    }

    private mutating func composeFormat(_ call: FunctionCallExprSyntax) {
        guard let format = call.arguments.first?.expression.literalText else { return }
        var parts = SwiftParts()
        var values = SwiftParts()
        var fields: [String] = []
        for argument in call.arguments.dropFirst() {
            let count = values.template.utf8.count
            add(argument.expression, to: &values)
            fields.append(String(values.template.dropFirst(count)))
        }
        parts.ingredients = values.ingredients
        parts.entropy = values.entropy
        parts.template = SwiftParts.fill(format, fields)
        compose(parts, ExprSyntax(call), .format)
    }

    private mutating func composeJoin(_ call: FunctionCallExprSyntax) {
        guard let member = call.calledExpression.as(MemberAccessExprSyntax.self),
            let list = member.base?.as(ArrayExprSyntax.self)
        else { return }
        let separator = call.arguments.first?.expression.literalText ?? ""
        var parts = SwiftParts()
        for (index, element) in list.elements.enumerated() {
            if index > 0 { parts.add(text: separator) }
            if let text = element.expression.literalText {
                parts.add(text: text)
            } else {
                add(element.expression, to: &parts)
            }
        }
        compose(parts, ExprSyntax(call), .join)
    }

    /// Notes a value without text around it that goes into an identifier.
    private mutating func composeBare(_ call: FunctionCallExprSyntax) {
        guard call.bytes.lowerBound >= composedUntil,
            let name = SwiftDestination.name(of: ExprSyntax(call), in: innermost),
            name.role != .argument,
            NameMeaning(name.text).isIdentifier
                || NameMeaning(name.text).isSecret
        else { return }
        var parts = SwiftParts()
        add(ExprSyntax(call), to: &parts)
        // A generator alone is a generation, and a number of elements is no identifier yet.
        let others: Ingredients = [.uuid, .secret, .foreign, .random, .length]
        guard !parts.ingredients.subtracting(others).isEmpty else { return }
        compose(parts, ExprSyntax(call), .bare)
    }

    private func add(_ expression: ExprSyntax, to parts: inout SwiftParts) {
        let found = SwiftIngredients(of: expression, self)
        parts.add(found, name: expression.lastName)
    }

    private mutating func compose(
        _ parts: SwiftParts,
        _ expression: ExprSyntax,
        _ form: Composition.Form,
        range: Range<Int>? = nil
    ) {
        let range = range ?? expression.bytes
        guard !parts.ingredients.isEmpty, range.lowerBound >= composedUntil else { return }
        composedUntil = range.upperBound
        analysis.compositions.append(
            Composition(
                range: range,
                form: form,
                ingredients: parts.ingredients,
                template: parts.template.shortened(to: 120),
                function: function,
                name: SwiftDestination.name(of: expression, in: innermost),
                entropy: parts.entropy
            )
        )
    }
}
