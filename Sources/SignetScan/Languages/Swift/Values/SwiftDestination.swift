import SwiftSyntax

/// Finds what takes a value: the nearest name outside of its expression.
enum SwiftDestination {
    /// More levels than this have no name that says anything.
    private static let maximumLevels = 48
    /// Calls that only turn a value into another type.
    private static let conversions: Set<String> = [
        "String", "Substring", "Optional", "Int", "UInt64", "Int64", "UInt", "Character",
    ]

    /// What takes the value of `expression`.
    ///
    /// - Parameters:
    ///   - expression: The value.
    ///   - function: The name of the enclosing function, which takes what is returned.
    /// - Returns: The name; `nil` if nothing takes the value.
    static func name(of expression: ExprSyntax, in function: String?) -> ValueName? {
        var node = Syntax(expression)
        for _ in 0..<maximumLevels {
            guard let parent = node.parent else { return nil }
            switch parent.kind {
            case .initializerClause: return declared(parent, function)
            case .labeledExpr:
                guard let argument = parent.as(LabeledExprSyntax.self) else { return nil }
                if let name = argumentName(argument) { return name }
                guard isTransparent(argument) else { return nil }
            case .dictionaryElement:
                guard let entry = parent.as(DictionaryElementSyntax.self),
                    entry.value.id == node.id
                else { return nil }
                return (entry.key.literalText ?? entry.key.lastName).map { ValueName($0, .entry) }
            case .exprList:
                if let name = assigned(parent, node) { return name }
            case .returnStmt: return function.map { ValueName($0, .result) }
            case .codeBlockItem:
                guard isOnlyItem(parent) else { return nil }
                if let name = resultName(parent, function) { return name }
                // The value of a closure is that of its call.
                guard let closure = closure(around: parent) else { return nil }
                node = Syntax(closure)
                continue
            case .subscriptCallExpr, .closureExpr, .codeBlock, .infixOperatorExpr, .switchCase:
                return nil
            default: break
            }
            node = parent
        }
        return nil
    }

    /// The name before an equals sign: of a variable, a property or a parameter.
    private static func declared(_ clause: Syntax, _ function: String?) -> ValueName? {
        guard let owner = clause.parent else { return nil }
        if let binding = owner.as(PatternBindingSyntax.self) {
            return binding.pattern.as(IdentifierPatternSyntax.self).map {
                ValueName($0.identifier.nameText, .variable)
            }
        }
        if let parameter = owner.as(FunctionParameterSyntax.self) {
            return ValueName(name(of: parameter), .parameter)
        }
        return nil
    }

    /// The name by which callers know a parameter, or by which its function does.
    static func name(of parameter: FunctionParameterSyntax) -> String {
        let label = parameter.firstName.nameText
        return label == "_" ? parameter.secondName?.nameText ?? label : label
    }

    /// The label of an argument, or the function that takes it.
    private static func argumentName(_ argument: LabeledExprSyntax) -> ValueName? {
        guard let list = argument.parent, let call = list.parent else { return nil }
        guard let function = call.as(FunctionCallExprSyntax.self) else { return nil }
        let callee = function.calledExpression.lastName
        let isFormat = callee == "String" && list.children(viewMode: .sourceAccurate).count > 1
        if isFormat { return nil }
        if let label = argument.label?.nameText, label != "describing", label != "format",
            label != "from"
        {
            return ValueName(label, .keyword, callee: callee)
        }
        guard let callee, !conversions.contains(callee), callee != "joined" else { return nil }
        return ValueName(callee, .argument, callee: callee)
    }

    /// Whether the value of the argument goes through into what holds it.
    private static func isTransparent(_ argument: LabeledExprSyntax) -> Bool {
        guard let call = argument.parent?.parent else { return false }
        if call.kind == .functionCallExpr || call.kind == .tupleExpr { return true }
        return call.kind == .expressionSegment
    }

    /// The left side of an assignment whose right side holds `node`.
    private static func assigned(_ list: Syntax, _ node: Syntax) -> ValueName? {
        guard let elements = list.as(ExprListSyntax.self), let first = elements.first,
            first.id != node.as(ExprSyntax.self)?.id
        else { return nil }
        let operators = elements.dropFirst().prefix(1)
        guard operators.first?.kind == .assignmentExpr, let name = first.lastName else {
            return nil
        }
        let isPlain = first.kind == .declReferenceExpr
        return ValueName(name, isPlain ? .variable : .attribute)
    }

    private static func isOnlyItem(_ item: Syntax) -> Bool {
        item.parent?.as(CodeBlockItemListSyntax.self)?.count == 1
    }

    /// The function or property whose only expression is `item`.
    private static func resultName(_ item: Syntax, _ function: String?) -> ValueName? {
        guard let owner = item.parent?.parent else { return nil }
        switch owner.kind {
        case .codeBlock:
            let holder = owner.parent?.kind
            guard holder == .functionDecl || holder == .accessorDecl else { return nil }
            return function.map { ValueName($0, .result) }
        case .accessorBlock: return function.map { ValueName($0, .result) }
        default: return nil
        }
    }

    private static func closure(around item: Syntax) -> ClosureExprSyntax? {
        item.parent?.parent?.as(ClosureExprSyntax.self)
    }
}
