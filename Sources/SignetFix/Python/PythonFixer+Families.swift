import SignetScan

extension PythonFixer {
    /// The kinds that belong to one context, and so share a core.
    private static let members: Set<String> = ["thread", "run", "req"]
    /// How many statements may stand between two identifiers made side by side.
    private static let reach = 4

    /// Makes identifiers of one context that are made side by side siblings of the first.
    ///
    /// Texts in the form of a UUID have no kind that tells siblings apart, so they stay alone.
    func joinFamilies(_ sites: inout [FixSite]) {
        var first: (variable: String, kind: String, end: Int)?
        for index in sites.indices {
            let site = sites[index]
            guard let kind = site.kind?.kind, Self.members.contains(kind), site.form != .uuid,
                site.form != nil, site.level != .manual,
                let token = outline.token(at: site.range.lowerBound)
            else { continue }
            if let known = first, known.kind != kind, isNear(known.end, token),
                !isBound(known.variable, between: known.end, and: token)
            {
                sites[index].join(known.variable)
            } else if let variable = variable(of: site, token) {
                let end = outline.token(at: site.range.upperBound - 1) ?? token
                first = (variable, kind, end)
            }
        }
    }

    /// The variable that a statement such as `thread_id = …` fills, if it does nothing else.
    private func variable(of site: FixSite, _ token: Int) -> String? {
        guard let last = outline.token(at: site.range.upperBound - 1),
            outline.isOp(.equal, at: token - 1), outline.isName(at: token - 2),
            outline.startsStatement(token - 2), outline.tokens[last + 1].kind == .newline
        else { return nil }
        return text(token - 2..<token - 1)
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
        (end..<token).contains { index in
            outline.isOp(.equal, at: index + 1) && outline.startsStatement(index)
                && text(index..<index + 1) == variable
        }
    }
}
