extension PythonUseAnalyzer {
    /// Looks at `Context(thread_id=thread_id, run_id=new())`.
    mutating func handOn(
        _ name: Int,
        _ callee: Int,
        _ range: Range<Int>,
        _ source: Span<UInt8>
    ) {
        guard let fresh = member(name, source), let close = outline.partner(of: callee + 1),
            close > callee + 2
        else { return }
        for token in callee + 2..<min(close, callee + 256)
        where outline.isName(at: token) && outline.isOp(.equal, at: token + 1) {
            guard token != name, outline.opening(around: token) == callee + 1,
                let passed = member(token, source), passed != fresh,
                isHandedOn(passed, token + 2, source)
            else { continue }
            split(name, text(token, source), text(callee, source), range, source)
            return
        }
    }

    /// Whether the argument at `index` is a name or an attribute of the same meaning.
    private func isHandedOn(_ member: String, _ index: Int, _ source: Span<UInt8>) -> Bool {
        var end = index
        while outline.isOp(.dot, at: end + 1), outline.isName(at: end + 2) { end += 2 }
        guard outline.isName(at: end) else { return false }
        let follower = outline.tokens[end + 1].op
        guard follower == .comma || follower == .rightParen else { return false }
        let name = NameMeaning(text(end, source)).canonical
        return name == member || end > index && name == "id"
    }

    /// Looks at `thread_id = new()` and `run_id = new()` in one function.
    mutating func makeApart(_ name: Int, _ range: Range<Int>, _ source: Span<UInt8>) {
        guard blocks.isInFunction, let fresh = member(name, source) else { return }
        let isAttribute = outline.isOp(.dot, at: name - 1)
        if let sibling = freshMembers.first(where: {
            $0.name != fresh && $0.isAttribute == isAttribute
        }) {
            split(name, sibling.name, nil, range, source)
        }
        let member = PythonFreshMember(name: fresh, isAttribute: isAttribute)
        if !freshMembers.contains(member) { freshMembers.append(member) }
    }

    private mutating func split(
        _ fresh: Int,
        _ passed: String,
        _ callee: String?,
        _ range: Range<Int>,
        _ source: Span<UInt8>
    ) {
        analysis.familySplits.append(
            FamilySplit(
                range: range,
                fresh: text(fresh, source),
                passed: passed,
                callee: callee,
                function: function(source)
            )
        )
    }

    /// The name at `index` in one spelling if it is that of a member of a family.
    private func member(_ index: Int, _ source: Span<UInt8>) -> String? {
        IdentifierFamily.member(text(index, source))
    }
}
