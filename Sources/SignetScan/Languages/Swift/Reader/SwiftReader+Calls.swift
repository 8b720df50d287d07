import SwiftSyntax

extension SwiftReader {
    /// Reads a call: of a generator, of what takes identifiers apart, or of what builds texts.
    mutating func visit(_ call: FunctionCallExprSyntax) {
        if let generator = generator(of: call) { generate(generator, ExprSyntax(call)) }
        if facts.contains(.consumers) { consume(call) }
        if facts.contains(.producers) { composeCall(call) }
        if facts.contains(.isolation) { readArguments(call) }
        if facts.contains(.minters) { mention(call) }
    }

    /// Reads a member: a generator that is passed on, or a property that makes something new.
    mutating func visit(_ member: MemberAccessExprSyntax) {
        let name = member.declName.baseName.text
        if name == "globallyUniqueString" {
            let generator = SwiftGenerator(
                symbol: "ProcessInfo.globallyUniqueString",
                ingredient: .foreign,
                entropy: 122,
                shape: "str"
            )
            return generate(generator, ExprSyntax(member))
        }
        let isCalled = member.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id
        guard name == "init", isCalled != ExprSyntax(member).id, let base = member.base,
            isUUID(base), member.declName.argumentNames == nil
        else { return }
        generate(.uuid, ExprSyntax(member), shape: "reference")
    }

    /// The generator that is called, with what its arguments say of it.
    func generator(of call: FunctionCallExprSyntax) -> SwiftGenerator? {
        let callee = call.calledExpression
        if call.arguments.isEmpty, call.trailingClosure == nil {
            if isUUID(callee) || isUUIDInit(callee, call) { return .uuid }
            if names.hasUUIDDependency, callee.lastName == "uuid" { return .dependency }
        }
        guard let name = callee.lastName else { return nil }
        if callee.kind == .declReferenceExpr {
            if let type = SwiftGenerator.types[name] { return call.arguments.isEmpty ? type : nil }
            return SwiftGenerator.functions[name]
        }
        if name == "init", call.arguments.isEmpty,
            let base = callee.as(MemberAccessExprSyntax.self)?.base?.lastName
        {
            return SwiftGenerator.types[base]
        }
        return name == "random" ? random(callee, call) : nil
    }

    /// `Int.random(in: 0..<100)`: bits of the system, unless another generator is named.
    private func random(
        _ callee: ExprSyntax,
        _ call: FunctionCallExprSyntax
    ) -> SwiftGenerator? {
        guard let type = callee.as(MemberAccessExprSyntax.self)?.base?.lastName,
            let bits = SwiftGenerator.integers[type]
        else { return nil }
        let isOwn = call.arguments.contains { $0.label?.text == "using" }
        let range = call.arguments.first?.expression.as(SequenceExprSyntax.self)?.elements
        let bound = range?.last?.literalNumber
        let entropy = bound.map { Int.bitWidth - max(0, $0 - 1).leadingZeroBitCount } ?? bits
        return SwiftGenerator(
            symbol: "\(type).random",
            ingredient: isOwn ? .random : .secret,
            entropy: isOwn ? 0 : entropy
        )
    }

    /// Whether the expression is Foundation's `UUID`.
    func isUUID(_ expression: ExprSyntax) -> Bool {
        if let name = expression.as(DeclReferenceExprSyntax.self) {
            return names.hasFoundationUUID && name.baseName.text == "UUID"
        }
        guard let member = expression.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "UUID",
            let base = member.base?.as(DeclReferenceExprSyntax.self)
        else { return false }
        return base.baseName.text.hasPrefix("Foundation")
    }

    /// `UUID.init()`, and `.init()` where a UUID is declared.
    private func isUUIDInit(_ callee: ExprSyntax, _ call: FunctionCallExprSyntax) -> Bool {
        guard let member = callee.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "init"
        else { return false }
        if let base = member.base { return isUUID(base) }
        guard names.hasFoundationUUID, let clause = call.parent, clause.kind == .initializerClause
        else { return false }
        let type =
            clause.parent?.as(PatternBindingSyntax.self)?.typeAnnotation?.type
            ?? clause.parent?.as(FunctionParameterSyntax.self)?.type
        return type?.as(IdentifierTypeSyntax.self)?.name.text == "UUID"
    }

    /// Notes a generation, and the cut of its value.
    private mutating func generate(
        _ generator: SwiftGenerator,
        _ expression: ExprSyntax,
        shape: String? = nil
    ) {
        let isWanted =
            generator.ingredient == .uuid
            ? !facts.isDisjoint(with: [.uuids, .producers, .minters, .isolation])
            : !facts.isDisjoint(with: [.producers, .minters, .isolation])
        guard isWanted else { return }
        let isReference = shape == "reference"
        var value = SwiftValue(of: expression, shape ?? generator.shape)
        if isReference { value.shape = "reference" }
        let name = SwiftDestination.name(of: value.expression, in: innermost)
        analysis.generations.append(
            Generation(
                range: expression.bytes,
                symbol: generator.symbol,
                ingredient: generator.ingredient,
                entropy: generator.entropy,
                function: function,
                shape: value.shape,
                name: name,
                taker: value.shape == "other" && generator.shape != "other" ? nil : name
            )
        )
        if let count = value.cut, generator.ingredient == .uuid {
            addCut(value, count, generator, name)
        }
        if facts.contains(.isolation) { readFamily(value.expression) }
    }

    private mutating func addCut(
        _ value: SwiftValue,
        _ count: Int,
        _ generator: SwiftGenerator,
        _ name: ValueName?
    ) {
        guard facts.contains(.producers) else { return }
        analysis.cuts.append(
            Cut(
                range: value.expression.bytes,
                symbol: generator.symbol,
                shape: value.shape,
                entropy: UUIDPrefix.entropy(
                    ofFirst: count,
                    hasHyphens: value.shape.hasPrefix("str"),
                    of: generator.entropy ?? 122
                ),
                function: function,
                name: name
            )
        )
    }
}
