import SwiftSyntax

extension SwiftReader {
    /// Keeps a function or type whose name says that it makes identifiers.
    mutating func noteMinter(_ node: Syntax) {
        guard facts.contains(.minters) else { return }
        let name = node.asProtocol((any NamedDeclSyntax).self)?.name
        guard let name else { return }
        let isFunction = node.kind == .functionDecl
        let isMinter =
            isFunction
            ? IdentifierSpelling.isMinterFunction(name.nameText)
            : IdentifierSpelling.isMinterClass(name.nameText)
        guard isMinter else { return }
        let outer = scopes.dropLast().joined(separator: ".")
        minters.append(
            Minter(name: name, body: node.bytes, function: outer.isEmpty ? nil : outer)
        )
    }

    /// Notes the call of a function or type that makes identifiers.
    mutating func mention(_ call: FunctionCallExprSyntax) {
        let callee = call.calledExpression
        let token =
            callee.as(DeclReferenceExprSyntax.self)?.baseName
            ?? callee.as(MemberAccessExprSyntax.self)?.declName.baseName
        guard let token else { return }
        let name = token.nameText
        guard IdentifierSpelling.isMinterFunction(name) || IdentifierSpelling.isMinterClass(name)
        else { return }
        analysis.minters.append(
            MinterMention(range: token.bytes, role: .call, name: name, function: function)
        )
    }

    /// Adds the declarations that hold what makes identifiers, or call another that does.
    mutating func addMinters() {
        guard !minters.isEmpty else { return }
        var producers = analysis.generations.map(\.range.lowerBound)
        producers += analysis.compositions.map(\.range.lowerBound)
        producers += analysis.minters.map(\.range.lowerBound)
        producers.sort()
        for minter in minters {
            let start = producers.partitioningIndex { $0 >= minter.body.lowerBound }
            guard start < producers.count, producers[start] < minter.body.upperBound else {
                continue
            }
            analysis.minters.append(
                MinterMention(
                    range: minter.name.bytes,
                    role: .definition,
                    name: minter.name.nameText,
                    function: minter.function
                )
            )
        }
    }
}

extension [Int] {
    /// The first index from which on `belongs` holds, in an array where it does so to the end.
    fileprivate func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
