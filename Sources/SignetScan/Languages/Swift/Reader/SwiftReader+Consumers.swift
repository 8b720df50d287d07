import SwiftSyntax

extension SwiftReader {
    /// Reads a call that depends on how an identifier looks.
    mutating func consume(_ call: FunctionCallExprSyntax) {
        if isUUID(call.calledExpression), call.arguments.first?.label?.text == "uuidString" {
            return parse(call)
        }
        guard let member = call.calledExpression.as(MemberAccessExprSyntax.self) else { return }
        let name = member.declName.baseName.text
        switch name {
        case "split", "components", "hasPrefix", "hasSuffix", "starts", "contains", "prefix",
            "suffix", "dropFirst", "dropLast":
            guard let base = member.base, let subject = subject(base) else { return }
            take(name, subject, call)
        case "field": readField(call)
        case "id" where call.arguments.isEmpty && isSchema(member.base):
            add(.column, call.bytes, "id", "UUID")
        case "get", "require", "find": readRoute(call)
        case "sort", "sorted", "order": readOrder(call)
        default: break
        }
    }

    mutating func add(
        _ operation: Consumption.Operation,
        _ range: Range<Int>,
        _ subject: String?,
        _ detail: String?,
        width: Int? = nil
    ) {
        guard facts.contains(.consumers) else { return }
        analysis.consumptions.append(
            Consumption(
                range: range,
                operation: operation,
                subject: subject,
                detail: detail,
                width: width,
                function: function
            )
        )
    }

    /// `UUID(uuidString: text)`; constants are known to be UUIDs.
    private mutating func parse(_ call: FunctionCallExprSyntax) {
        guard let argument = call.arguments.first?.expression, argument.literalText == nil else {
            return
        }
        add(.parse, call.bytes, argument.lastName ?? subject(argument), "UUID")
    }

    /// The name of the identifier that `expression` is, or is a text of; `nil` for anything else.
    func subject(_ expression: ExprSyntax) -> String? {
        var current = expression
        for _ in 0..<6 {
            if let call = current.as(FunctionCallExprSyntax.self) {
                if call.calledExpression.lastName == "String", call.arguments.count == 1,
                    let argument = call.arguments.first?.expression
                {
                    current = argument
                    continue
                }
                guard let member = call.calledExpression.as(MemberAccessExprSyntax.self),
                    let base = member.base,
                    ["lowercased", "uppercased"].contains(member.declName.baseName.text)
                else { return nil }
                current = base
                continue
            }
            guard let name = current.lastName else { return nil }
            if IdentifierSpelling.isIdentifier(name) { return name }
            guard ["uuidString", "rawValue", "description", "value"].contains(name),
                let base = current.as(MemberAccessExprSyntax.self)?.base
            else { return nil }
            current = base
        }
        return nil
    }

    private mutating func take(
        _ name: String,
        _ subject: String,
        _ call: FunctionCallExprSyntax
    ) {
        let first = call.arguments.first
        let text = first?.expression.literalText
        switch name {
        case "split", "components":
            guard let text, text.utf8.count <= 8, !text.isEmpty, text != ",", text != " " else {
                return
            }
            add(.split, call.bytes, subject, text)
        case "hasPrefix", "hasSuffix", "starts":
            guard let text, !text.hasPrefix("http"), !text.hasPrefix("/") else { return }
            add(.affix, call.bytes, subject, text)
        case "contains":
            guard let text, !text.allSatisfy(\.isLetter), !text.contains(" ") else { return }
            add(.affix, call.bytes, subject, text)
        default:
            let isBare = call.arguments.isEmpty && name.hasPrefix("drop")
            guard let number = isBare ? 1 : first?.expression.literalNumber, number <= 64,
                first?.label == nil
            else { return }
            let slices = [
                "prefix": ":\(number)", "suffix": "-\(number):", "dropFirst": "\(number):",
                "dropLast": ":-\(number)",
            ]
            add(.slice, call.bytes, subject, slices[name])
        }
    }

    /// `.field("id", .uuid)` of Fluent.
    private mutating func readField(_ call: FunctionCallExprSyntax) {
        let arguments = Array(call.arguments.prefix(2))
        guard arguments.count == 2,
            let name = arguments[0].expression.literalText
                ?? arguments[0].expression.lastName,
            arguments[1].expression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
                == "uuid"
        else { return }
        let range =
            arguments[0].expression.bytes
            .lowerBound..<arguments[1].expression.bytes
            .upperBound
        add(.column, range, name, "uuid")
    }

    /// Whether the expression is a chain that begins with `schema(…)`, as migrations do.
    private func isSchema(_ expression: ExprSyntax?) -> Bool {
        var current = expression
        for _ in 0..<32 {
            guard let call = current?.as(FunctionCallExprSyntax.self) else { return false }
            if call.calledExpression.lastName == "schema" { return true }
            current = call.calledExpression.as(MemberAccessExprSyntax.self)?.base
        }
        return false
    }

    /// `parameters.get("id", as: UUID.self)`.
    private mutating func readRoute(_ call: FunctionCallExprSyntax) {
        guard let type = call.arguments.last, type.label?.text == "as",
            let member = type.expression.as(MemberAccessExprSyntax.self), let base = member.base,
            isUUID(base), let first = call.arguments.first
        else { return }
        add(.route, call.bytes, first.expression.literalText ?? first.expression.lastName, "UUID")
    }

    /// `query.sort(\.$id)`, `runs.sorted(using: KeyPathComparator(\.id))`.
    private mutating func readOrder(_ call: FunctionCallExprSyntax) {
        guard var argument = call.arguments.first?.expression else { return }
        if let inner = argument.as(FunctionCallExprSyntax.self),
            inner.calledExpression.lastName == "KeyPathComparator", let key = inner.arguments.first
        {
            argument = key.expression
        }
        if let path = argument.as(KeyPathExprSyntax.self) {
            let property = path.components.last?.component.as(KeyPathPropertyComponentSyntax.self)
            let name = property?.declName.baseName.text ?? ""
            let plain = name.hasPrefix("$") ? String(name.dropFirst()) : name
            if IdentifierSpelling.isIdentifier(plain) { add(.order, argument.bytes, plain, "sort") }
        } else if let inner = argument.as(FunctionCallExprSyntax.self),
            inner.calledExpression.lastName == "Column",
            let name = inner.arguments.first?.expression.literalText,
            IdentifierSpelling.isIdentifier(name)
        {
            add(.order, argument.bytes, name, "order")
        }
    }

    /// Reads a text or a regular expression that may describe identifiers.
    mutating func readPattern(_ range: Range<Int>, _ expression: ExprSyntax?) {
        guard facts.contains(.consumers), range.count > 8 else { return }
        let name = expression.flatMap { SwiftDestination.name(of: $0, in: innermost) }?.text
        let pattern = IdentifierPattern(of: source.span.extracting(range), for: name)
        if let pattern { add(.pattern, range, name, pattern.description) }
    }

    /// Reads a text without interpolations: a pattern, or SQL.
    mutating func readPlainText(_ range: Range<Int>, _ literal: ExprSyntax) {
        readPattern(literal.bytes, literal)
        // A text that is only listed somewhere is run by nobody.
        guard range.count > 12, literal.parent?.kind == .labeledExpr else { return }
        if let found = statement(range) { analysis.add(found, in: function) }
    }

    /// The facts of the text at `range`, if it is SQL.
    private func statement(_ range: Range<Int>) -> SourceAnalysis? {
        let text = source.span.extracting(range)
        guard SwiftSQL.isStatement(text) else { return nil }
        var found = SQLLanguage().analyze(text, facts)
        found.move { $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound }
        return found
    }
}
