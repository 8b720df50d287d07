import SwiftSyntax

/// The value of a generator and what becomes of it where it stands.
struct SwiftValue {
    /// The outermost expression that still is the value.
    var expression: ExprSyntax
    /// What the value is there; see `Generation.shape`.
    var shape: String
    /// How many characters are left, if it was cut.
    var cut: Int?

    /// Follows the value of `call` outwards: through members, conversions and brackets.
    init(of call: ExprSyntax, _ shape: String) {
        expression = call
        self.shape = shape
        while step() {}
        if self.shape == "uuid",
            expression.parent?.parent?.parent?.is(ExpressionSegmentSyntax.self)
                ?? false
        {
            self.shape = "str"
        }
    }

    /// One step outwards; false where the value is no longer changed.
    private mutating func step() -> Bool {
        guard let parent = expression.parent else { return false }
        switch parent.kind {
        case .memberAccessExpr: return stepToMember(parent)
        case .tryExpr, .awaitExpr, .forceUnwrapExpr, .optionalChainingExpr, .asExpr, .unsafeExpr:
            return become(parent)
        case .labeledExpr: return stepToArgument(parent)
        default: return false
        }
    }

    private mutating func become(_ outer: Syntax?) -> Bool {
        guard let outer = outer?.as(ExprSyntax.self) else { return false }
        expression = outer
        return true
    }

    /// Steps to a member of the value, and to its call.
    private mutating func stepToMember(_ parent: Syntax) -> Bool {
        guard let access = parent.as(MemberAccessExprSyntax.self), access.base?.id == expression.id
        else { return false }
        let call = access.parent?.as(FunctionCallExprSyntax.self)
        let isCalled = call?.calledExpression.id == ExprSyntax(access).id
        let outer = isCalled ? call.map { ExprSyntax($0) } : ExprSyntax(access)
        guard let outer, let shape = shape(after: access.declName.baseName.text, call, isCalled)
        else { return false }
        expression = outer
        self.shape = shape
        return true
    }

    /// The shape after a member; `nil` if the value ends there.
    private mutating func shape(
        after member: String,
        _ call: FunctionCallExprSyntax?,
        _ isCalled: Bool
    ) -> String? {
        switch member {
        case "uuidString", "description": return shape == "uuid" ? "str" : shape
        case "lowercased", "uppercased", "string", "rawValue": return shape
        case "replacingOccurrences", "replacing":
            guard isCalled, let first = call?.arguments.first else { return "other" }
            return first.expression.literalText == "-" && cut == nil ? "hex" : "other"
        case "filter": return cut == nil ? "hex" : "other"
        case "prefix":
            guard isCalled, let number = call?.arguments.first?.expression.literalNumber,
                cut == nil, shape == "str" || shape == "hex"
            else { return "other" }
            cut = number
            return "\(shape)[:\(number)]"
        case "self": return shape
        case "suffix", "dropFirst", "dropLast", "components", "split", "uuid", "hashValue", "first",
            "last":
            return "other"
        default: return isCalled ? nil : "other"
        }
    }

    /// Steps to brackets, or to a conversion whose only argument is the value.
    private mutating func stepToArgument(_ parent: Syntax) -> Bool {
        guard let argument = parent.as(LabeledExprSyntax.self),
            let list = argument.parent?.as(LabeledExprListSyntax.self), list.count == 1
        else { return false }
        if argument.label == nil, list.parent?.kind == .tupleExpr { return become(list.parent) }
        guard let call = list.parent?.as(FunctionCallExprSyntax.self),
            argument.label == nil || argument.label?.text == "describing",
            let callee = call.calledExpression.as(DeclReferenceExprSyntax.self)
        else { return false }
        switch callee.baseName.text {
        case "String", "Substring":
            if shape == "uuid" { shape = "str" }
            return become(Syntax(call))
        case "Optional": return become(Syntax(call))
        default: return false
        }
    }
}
