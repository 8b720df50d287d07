/// Siblings of a family that are made apart from each other.
extension ScriptAnalyzer {
    /// A fresh member of a family in a function.
    struct FreshMember {
        /// The function, by its number; nil outside of all.
        var scope: Int?
        /// The member in one spelling.
        var member: String
        /// Whether it is an attribute of something.
        var isAttribute: Bool
    }

    /// Looks at the value that begins at `start`: what takes it may be a member of a family.
    mutating func readFamily(_ start: Int) {
        switch outline.slot(before: start) {
        case .entry(let key): handOn(start, key)
        case .assignment(let equal): makeApart(start, equal)
        default: break
        }
    }

    /// Reads `start({ threadId, runId: newId() })`.
    private mutating func handOn(_ start: Int, _ key: Int) {
        guard let fresh = IdentifierFamily.member(outline.text(at: key)),
            let open = outline.opening(around: key), let close = outline.partner(of: open),
            case .argument(_, let callee) = outline.slot(before: open)
        else { return }
        var index = open + 1
        let limit = min(close, open + ScriptOutline.reach)
        while index < limit {
            let end = endOfEntry(index, close)
            if index != key, let passed = passedOn(index, end), passed != fresh {
                return addSplit(
                    start,
                    outline.text(at: key),
                    outline.text(at: index),
                    naming.subject(endingAt: callee)
                )
            }
            index = end + 1
        }
    }

    /// The comma behind the entry that begins at `start`, or `close`.
    private func endOfEntry(_ start: Int, _ close: Int) -> Int {
        var index = start
        while index < close, outline.op(at: index) != .comma {
            let opens = outline.op(at: index).isOpening || outline.kind(at: index) == .templateStart
            if opens { index = outline.partner(of: index) ?? index }
            index += 1
        }
        return index
    }

    /// The member that an entry hands on: a name or a member of the same meaning.
    private func passedOn(_ start: Int, _ end: Int) -> String? {
        guard outline.kind(at: start) == .name,
            let member = IdentifierFamily.member(outline.text(at: start))
        else { return nil }
        if end == start + 1 { return member }
        guard outline.op(at: start + 1) == .colon, outline.kind(at: end - 1) == .name else {
            return nil
        }
        let isMember = end > start + 3
        let name = NameMeaning(outline.text(at: end - 1)).canonical
        return name == member || isMember && name == "id" ? member : nil
    }

    /// Reads `const threadId = newId()` and `const runId = newId()` in one function.
    private mutating func makeApart(_ start: Int, _ equal: Int) {
        guard let scope = scopes.function(around: start), let name = naming.target(of: equal),
            name.role != .parameter, let fresh = IdentifierFamily.member(name.text)
        else { return }
        let isAttribute = name.role == .attribute
        freshMembers.removeAll { $0.scope != scope }
        if let sibling = freshMembers.first(where: {
            $0.member != fresh && $0.isAttribute == isAttribute
        }) {
            addSplit(start, name.text, sibling.member, nil)
        }
        freshMembers.append(FreshMember(scope: scope, member: fresh, isAttribute: isAttribute))
    }

    private mutating func addSplit(
        _ start: Int,
        _ fresh: String,
        _ passed: String,
        _ callee: String?
    ) {
        let end = max(outline.chainEnd(from: start + 1), start + 1)
        analysis.familySplits.append(
            FamilySplit(
                range: outline.byteRange(start..<end),
                fresh: fresh,
                passed: passed,
                callee: callee,
                function: function(around: start)
            )
        )
    }
}
