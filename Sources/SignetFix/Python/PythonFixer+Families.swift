import SignetScan

extension PythonFixer {
    /// The kinds that belong to one context, and so share a core.
    private static let members: Set<String> = ["thread", "run", "req"]
    /// How many statements may stand between two identifiers made side by side.
    private static let reach = 4

    /// An identifier that others may share the core of.
    private struct Head {
        var variable: String
        /// The kinds of the identifiers with its core; a kind that came twice would give the same
        /// text twice.
        var kinds: Set<String>
        /// Its last token.
        var end: Int
        /// The scope in which it is made: that of a comprehension makes many.
        var scope: Int
    }

    /// Makes identifiers of one context that are made side by side siblings of the first.
    ///
    /// Only what is written up to `level` counts: the text of a UUID that stays has no sibling.
    /// Texts in the form of a UUID have no kind that tells siblings apart, so they stay alone.
    func joinFamilies(_ sites: inout [FixSite], at level: FixLevel) {
        var head: Head?
        for index in sites.indices {
            sites[index].leave()
            guard let kind = sites[index].kind?.kind, Self.members.contains(kind) else { continue }
            let site = sites[index]
            guard site.form != .uuid, site.form != nil, site.isWritable(at: level),
                let token = outline.token(at: site.range.lowerBound),
                let scope = expressions[site.range.lowerBound]?.scope
            else { continue }
            if let known = head, known.scope == scope, isNear(known.end, token),
                !isBound(known.variable, between: known.end, and: token)
            {
                // Of two of a kind, nothing says to which one others belong.
                if head?.kinds.insert(kind).inserted == true {
                    sites[index].join(known.variable)
                } else {
                    head = nil
                }
            } else if let variable = variable(of: site, token) {
                let end = outline.token(at: site.range.upperBound - 1) ?? token
                head = Head(variable: variable, kinds: [kind], end: end, scope: scope)
            }
        }
    }

    /// The variable that a statement such as `thread_id = …` fills, if it does nothing else.
    private func variable(of site: FixSite, _ token: Int) -> String? {
        guard let last = outline.token(at: site.range.upperBound - 1),
            outline.isOp(.equal, at: token - 1), outline.isName(at: token - 2),
            outline.startsStatement(token - 2), outline.tokens[last + 1].kind == .newline
        else { return nil }
        return source.text(at: token - 2)
    }

    /// Whether the two places stand in one block with few statements between them.
    private func isNear(_ end: Int, _ token: Int) -> Bool {
        var statements = 0
        for index in end..<token {
            switch outline.tokens[index].kind {
            case .indent, .dedent: return false
            case .newline: statements += 1
            default: break
            }
        }
        return statements > 0 && statements <= Self.reach
    }

    /// Whether a variable may get another value between two places.
    private func isBound(_ variable: String, between end: Int, and token: Int) -> Bool {
        source.binder.bindings.contains { binding in
            (end + 2..<token).contains(binding.position)
                && (end..<token).contains { index in
                    outline.isName(at: index) && outline.symbol(at: index) == binding.symbol
                        && source.text(at: index) == variable
                }
        }
    }
}
