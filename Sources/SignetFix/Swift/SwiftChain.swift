import SwiftSyntax

/// The value of a generator, followed outwards through what is done with it on the spot.
struct SwiftChain {
    /// The outermost expression so far.
    private(set) var expression: ExprSyntax
    /// What it is.
    private(set) var value = SwiftSite.Value.object

    /// Follows the value of `call` as far as its type is known.
    ///
    /// - Throws: What is taken from the value and would not be the same of a new one.
    init(_ call: FunctionCallExprSyntax) throws(FixRefusal) {
        expression = ExprSyntax(call)
        while try step() {}
    }

    private mutating func step() throws(FixRefusal) -> Bool {
        guard let parent = expression.parent else { return false }
        if let access = parent.as(MemberAccessExprSyntax.self) { return try step(to: access) }
        guard let argument = parent.as(LabeledExprSyntax.self),
            let list = argument.parent?.as(LabeledExprListSyntax.self), list.count == 1
        else { return false }
        return step(to: argument, of: list.parent)
    }

    /// Steps to a member of the value, or to its call.
    private mutating func step(to access: MemberAccessExprSyntax) throws(FixRefusal) -> Bool {
        guard access.base?.id == expression.id else { return false }
        let call = access.parent?.as(FunctionCallExprSyntax.self)
        let isCalled = call?.calledExpression.id == ExprSyntax(access).id
        let name = access.declName.baseName.text
        guard let value = isCalled ? call.flatMap({ after($0, of: name) }) : after(name) else {
            throw FixRefusal("what is taken from the UUID differs between its versions")
        }
        self.value = value
        expression = isCalled ? call.map { ExprSyntax($0) } ?? expression : ExprSyntax(access)
        return true
    }

    /// What a property of the value is; `nil` if it is not known.
    private func after(_ property: String) -> SwiftSite.Value? {
        switch (property, value) {
        case ("uuidString", .object), ("description", .object): .text
        case ("description", .substring): .string
        case ("description", _): value
        default: nil
        }
    }

    /// What a method of the value returns; `nil` if it is not known.
    private func after(_ call: FunctionCallExprSyntax, of method: String) -> SwiftSite.Value? {
        guard value != .object, call.trailingClosure == nil else { return nil }
        let arguments = Array(call.arguments)
        switch method {
        case "lowercased", "uppercased":
            guard arguments.isEmpty else { return nil }
            switch value {
            case .text, .upperText: return method == "lowercased" ? .text : .upperText
            case .substring: return .string
            default: return value
            }
        case "replacingOccurrences", "replacing":
            let texts = arguments.map { $0.expression.plainText }
            guard value == .text || value == .upperText, texts == ["-", ""] else { return nil }
            return .hex
        case "prefix":
            let isNumber = arguments.first?.expression.kind == .integerLiteralExpr
            guard arguments.count == 1, arguments[0].label == nil, isNumber,
                [.text, .upperText, .hex].contains(value)
            else { return nil }
            return .substring
        default: return nil
        }
    }

    /// Steps to brackets, to a conversion, or to a text that holds nothing but the value.
    private mutating func step(to argument: LabeledExprSyntax, of owner: Syntax?) -> Bool {
        guard let owner else { return false }
        switch owner.kind {
        case .tupleExpr where argument.label == nil: return become(owner, value)
        case .functionCallExpr:
            let call = owner.as(FunctionCallExprSyntax.self)
            let callee = call?.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
            let label = argument.label?.text
            guard callee == "String", call?.trailingClosure == nil,
                label == nil || label == "describing"
            else { return false }
            return become(owner, asText)
        case .expressionSegment:
            guard argument.label == nil, let literal = owner.parent?.parent,
                let segments = literal.as(StringLiteralExprSyntax.self)?.segments,
                segments.allSatisfy({ $0.id == owner.id || $0.bytes.isEmpty })
            else { return false }
            return become(literal, asText)
        default: return false
        }
    }

    private var asText: SwiftSite.Value {
        switch value {
        case .object: .text
        case .substring: .string
        default: value
        }
    }

    private mutating func become(_ outer: Syntax, _ value: SwiftSite.Value) -> Bool {
        guard let outer = outer.as(ExprSyntax.self) else { return false }
        expression = outer
        self.value = value
        return true
    }
}

extension ExprSyntax {
    /// The content of a text without interpolations and escapes.
    var plainText: String? {
        guard let literal = self.as(StringLiteralExprSyntax.self), literal.segments.count == 1,
            let segment = literal.segments.first?.as(StringSegmentSyntax.self),
            !segment.content.text.contains("\\")
        else { return nil }
        return segment.content.text
    }
}
