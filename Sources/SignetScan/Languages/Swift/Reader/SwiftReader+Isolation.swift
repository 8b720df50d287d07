import SwiftSyntax

extension SwiftReader {
    private static let members: Set<String> = [
        "thread_id", "run_id", "request_id", "conversation_id", "session_id", "trace_id",
    ]

    /// Notes `value` if it is a constant where the identifier of somebody belongs.
    mutating func hold(_ value: ExprSyntax, _ name: ValueName, _ form: Placeholder.Form) {
        guard let text = value.literalText, PlaceholderText.isPlaceholder(text),
            NameMeaning(name.text).isOwner, !(text.isEmpty && form == .constant)
        else { return }
        analysis.placeholders.append(
            Placeholder(
                range: value.bytes,
                form: form,
                name: name,
                text: text,
                function: function
            )
        )
    }

    /// `userID ?? "anonymous"`.
    mutating func readFallback(_ left: ExprSyntax, _ right: ExprSyntax) {
        guard facts.contains(.isolation), right.literalText != nil else { return }
        if let name = left.lastName, NameMeaning(name).isOwner {
            hold(right, ValueName(name, .variable), .fallback)
        } else if let name = SwiftDestination.name(of: left, in: innermost) {
            hold(right, name, .fallback)
        }
    }

    /// `call(userID: "system")`.
    mutating func readArguments(_ call: FunctionCallExprSyntax) {
        let callee = call.calledExpression.lastName
        for argument in call.arguments {
            guard let label = argument.label?.nameText else { continue }
            hold(argument.expression, ValueName(label, .keyword, callee: callee), .constant)
        }
    }

    /// `let userID = "unknown"`, `func f(userID: String = "unknown")`.
    mutating func readDefault(_ clause: InitializerClauseSyntax) {
        guard facts.contains(.isolation) else { return }
        if let parameter = clause.parent?.as(FunctionParameterSyntax.self) {
            let name = SwiftDestination.name(of: parameter)
            hold(clause.value, ValueName(name, .parameter), .parameter)
        } else if let binding = clause.parent?.as(PatternBindingSyntax.self),
            let pattern = binding.pattern.as(IdentifierPatternSyntax.self)
        {
            let name = ValueName(pattern.identifier.nameText, .variable)
            hold(clause.value, name, .constant)
        }
    }

    /// `["userID": "system"]`.
    mutating func readEntry(_ entry: DictionaryElementSyntax) {
        guard facts.contains(.isolation), let key = entry.key.literalText ?? entry.key.lastName
        else { return }
        hold(entry.value, ValueName(key, .entry), .constant)
    }

    /// `Context(threadID: threadID, runID: UUID().uuidString)`, where `value` is the fresh one.
    mutating func readFamily(_ value: ExprSyntax) {
        guard let argument = value.parent?.as(LabeledExprSyntax.self), let label = argument.label,
            let call = argument.parent?.parent?.as(FunctionCallExprSyntax.self)
        else { return }
        let fresh = NameMeaning(label.nameText).canonical
        guard Self.members.contains(fresh) else { return }
        for other in call.arguments.prefix(64) where other.id != argument.id {
            guard let name = other.label?.nameText, let passed = other.expression.lastName else {
                continue
            }
            let member = NameMeaning(name).canonical
            let isHandedOn =
                NameMeaning(passed).canonical == member
                || passed == "id" && other.expression.kind == .memberAccessExpr
            guard Self.members.contains(member), member != fresh, isHandedOn else { continue }
            analysis.familySplits.append(
                FamilySplit(
                    range: value.bytes,
                    fresh: label.nameText,
                    passed: name,
                    callee: call.calledExpression.lastName ?? "",
                    function: function
                )
            )
            return
        }
    }
}
