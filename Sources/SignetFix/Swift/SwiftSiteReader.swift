import SignetScan
import SwiftSyntax

/// Finds the expression that a finding is about, as far out as the fix has to replace it.
struct SwiftSiteReader {
    let tree: SourceFileSyntax
    let analysis: SourceAnalysis

    /// The expression of a finding at the bytes `range`.
    ///
    /// - Throws: Why it is left to a person.
    func site(_ finding: Finding, at range: Range<Int>) throws(FixRefusal) -> SwiftSite {
        switch finding.rule {
        case "raw-uuid", "truncated-uuid": return try generation(in: range)
        case "home-made-id": return try composition(at: range)
        default:
            throw FixRefusal(
                "\(finding.symbol) makes values of a format of its own, on which others may rely"
            )
        }
    }

    // MARK: A call of a generator, and what is cut from it

    private func generation(in range: Range<Int>) throws(FixRefusal) -> SwiftSite {
        guard let fact = generation(within: range) else { throw Self.gone }
        let call = try call(of: fact)
        let chain = try SwiftChain(call)
        try SwiftSurroundings.requireAlone(chain.expression)
        try SwiftSurroundings.requireNoComment(in: Syntax(chain.expression))
        guard let name = fact.taker ?? fact.name else {
            throw FixRefusal(
                "nothing says what it names",
                remedy: "give the value to a name that ends in ID and says of what"
            )
        }
        return SwiftSite(
            range: chain.expression.bytes,
            value: chain.value,
            name: name,
            call: call
        )
    }

    private func generation(within range: Range<Int>) -> Generation? {
        analysis.generations.first {
            $0.ingredient == .uuid && range.lowerBound <= $0.range.lowerBound
                && $0.range.upperBound <= range.upperBound
        }
    }

    private func call(of fact: Generation) throws(FixRefusal) -> FunctionCallExprSyntax {
        guard fact.symbol == "Foundation.UUID" else {
            throw FixRefusal(
                fact.symbol == "Dependencies.uuid"
                    ? "tests replace this generator, and have to know its values"
                    : "\(fact.symbol) makes objects of a type of its own"
            )
        }
        guard fact.shape != "reference" else {
            throw FixRefusal(
                "the function is passed on, and its context decides which of several is meant",
                remedy: "pass a closure: { UUID(uuid: Signet.Core().octets) }"
            )
        }
        guard let call = expression(at: fact.range)?.as(FunctionCallExprSyntax.self) else {
            throw Self.gone
        }
        // `NSUUID` shares the symbol.
        let callee = call.calledExpression.trimmedDescription
        guard callee.hasSuffix("UUID") || callee.hasSuffix("UUID.init") || callee == ".init",
            !callee.hasPrefix("NS"), !callee.contains(".NS")
        else { throw FixRefusal("\(callee) makes objects of a type of its own") }
        return call
    }

    // MARK: A text that is put together

    private func composition(at range: Range<Int>) throws(FixRefusal) -> SwiftSite {
        guard let fact = analysis.compositions.first(where: { $0.range == range }),
            let name = fact.name
        else { throw Self.gone }
        let fixed: Ingredients = [.hash, .length, .counter, .address, .process, .foreign]
        guard fact.ingredients.isDisjoint(with: fixed) else {
            throw FixRefusal("the value may be meant to follow from what it is computed from")
        }
        guard let made = generation(within: range) else {
            throw FixRefusal(
                fact.ingredients.contains(.time)
                    ? "the value may be used as a time" : "its parts are made elsewhere"
            )
        }
        let call = try call(of: made)
        if let chain = try? SwiftChain(call), chain.expression.bytes == range {
            // The text holds nothing but the value, which may be whole.
            try SwiftSurroundings.requireAlone(chain.expression)
            try SwiftSurroundings.requireNoComment(in: Syntax(chain.expression))
            return SwiftSite(range: range, value: chain.value, name: name, call: call)
        }
        let parts: SwiftTextParts
        switch fact.form {
        case .interpolation: parts = try interpolation(at: range)
        case .sum: parts = try sum(at: range)
        default: throw FixRefusal("the text is put together in a way that is not followed")
        }
        return SwiftSite(
            range: range,
            value: .string,
            name: name,
            call: call,
            literals: parts.literals
        )
    }

    private func interpolation(at range: Range<Int>) throws(FixRefusal) -> SwiftTextParts {
        guard let whole = expression(at: range),
            let literal = whole.as(StringLiteralExprSyntax.self)
        else { throw Self.gone }
        try SwiftSurroundings.requireAlone(whole)
        try SwiftSurroundings.requireNoComment(in: Syntax(whole))
        return try SwiftTextParts(literal)
    }

    private func sum(at range: Range<Int>) throws(FixRefusal) -> SwiftTextParts {
        let start = AbsolutePosition(utf8Offset: range.lowerBound)
        guard
            let sequence = tree.token(at: start)?.ancestors.first(where: {
                $0.kind == .sequenceExpr && $0.bytes.upperBound >= range.upperBound
            })?.as(SequenceExprSyntax.self)
        else { throw Self.gone }
        let elements = Array(sequence.elements.drop { $0.bytes.lowerBound < range.lowerBound })
        let isAssigned = elements.count < sequence.elements.count
        guard sequence.bytes.upperBound == range.upperBound, elements.count % 2 == 1 else {
            throw Self.gone
        }
        if !isAssigned { try SwiftSurroundings.requireAlone(ExprSyntax(sequence)) }
        for element in elements { try SwiftSurroundings.requireNoComment(in: Syntax(element)) }
        return try SwiftTextParts(stride(from: 0, to: elements.count, by: 2).map { elements[$0] })
    }

    // MARK: Nodes

    private static let gone = FixRefusal("the place is not in the code any more")

    /// The expression whose bytes are exactly `range`; of several the outermost.
    private func expression(at range: Range<Int>) -> ExprSyntax? {
        guard range.upperBound <= tree.endPosition.utf8Offset else { return nil }
        var found: ExprSyntax?
        let token = tree.token(at: AbsolutePosition(utf8Offset: range.lowerBound))
        for node in token?.ancestors.prefix(while: { $0.bytes.count <= range.count }) ?? [] {
            if node.bytes == range, let expression = node.as(ExprSyntax.self) {
                found = expression
            }
        }
        return found
    }
}
