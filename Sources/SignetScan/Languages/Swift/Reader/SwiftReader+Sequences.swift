import SwiftSyntax

extension SwiftReader {
    /// Reads operands and operators in a row, as they stand in the source.
    mutating func visit(_ sequence: SequenceExprSyntax) {
        if facts.contains(.producers) { composeSum(sequence) }
        let elements = Array(sequence.elements)
        for index in elements.indices.dropFirst().dropLast() {
            if elements[index].kind == .assignmentExpr {
                readAssignment(elements[index - 1], elements[index + 1])
            } else if let sign = elements[index].as(BinaryOperatorExprSyntax.self)?.operator.text {
                readOperator(sign, elements[index - 1], elements[index + 1])
            }
        }
    }

    private mutating func readOperator(_ sign: String, _ left: ExprSyntax, _ right: ExprSyntax) {
        switch sign {
        case "==", "!=", "<=", ">=":
            readLength(left, right)
            readLength(right, left)
            if sign == "<=" || sign == ">=" { readComparison(sign, left, right) }
        case "<", ">":
            readLength(left, right)
            readComparison(sign, left, right)
        case "??": readFallback(left, right)
        default: break
        }
    }

    /// `id.count == 36`.
    private mutating func readLength(_ left: ExprSyntax, _ right: ExprSyntax) {
        guard facts.contains(.consumers), let number = right.literalNumber,
            (4...255).contains(number), let member = left.as(MemberAccessExprSyntax.self),
            member.declName.baseName.text == "count", let base = member.base,
            let subject = subject(base)
        else { return }
        let (first, last) = (left.bytes, right.bytes)
        let range =
            min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
        add(.length, range, subject, String(number), width: number)
    }

    /// `$0.id < $1.id`.
    private mutating func readComparison(
        _ sign: String,
        _ left: ExprSyntax,
        _ right: ExprSyntax
    ) {
        guard facts.contains(.consumers), left.kind == .memberAccessExpr,
            right.kind == .memberAccessExpr, let first = subject(left),
            let second = subject(right), first == second
        else { return }
        add(.order, left.bytes.lowerBound..<right.bytes.upperBound, first, sign)
    }

    /// `name = value`, and the generator of a test: `$0.uuid = .incrementing`.
    private mutating func readAssignment(_ left: ExprSyntax, _ right: ExprSyntax) {
        if facts.contains(.consumers), names.hasUUIDDependency, left.lastName == "uuid",
            left.as(MemberAccessExprSyntax.self)?.base?.lastName == "$0"
        {
            add(.mock, left.bytes.lowerBound..<right.bytes.upperBound, nil, "uuid")
        }
        guard facts.contains(.isolation), let name = left.lastName else { return }
        let role = left.kind == .declReferenceExpr ? ValueName.Role.variable : .attribute
        hold(right, ValueName(name, role), .constant)
    }
}
