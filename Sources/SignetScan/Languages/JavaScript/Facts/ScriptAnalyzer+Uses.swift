/// Sorts by identifiers, tests that freeze them, and identifiers that are used as secrets.
extension ScriptAnalyzer {
    // Order

    /// Reads `list.sort((a, b) => … a.id …)`, `sortBy(list, "id")` and `.orderBy("id")`.
    mutating func readOrder(_ index: Int) {
        guard outline.op(at: index + 1) == .leftParen, let close = outline.partner(of: index + 1)
        else { return }
        for inner in index + 2..<min(close, index + 40) {
            let isMember =
                outline.kind(at: inner) == .name && outline.op(at: inner - 1).isAccess
                && outline.op(at: inner + 1) != .leftParen
            let isKey = outline.kind(at: inner) == .name && outline.op(at: inner + 1) == .colon
            let isText = outline.kind(at: inner) == .string
            guard isMember || isKey || isText else { continue }
            let name = outline.text(at: inner)
            let bare = name.hasPrefix("-") ? String(name.dropFirst()) : name
            guard ScriptTraits(bare).contains(.identifier) else { continue }
            let start = outline.chainStart(endingAt: index)
            return consume(
                .order,
                start..<close + 1,
                subject: bare,
                detail: outline.text(at: index)
            )
        }
    }

    // Tests

    /// Reads `jest.mock("uuid")`, `vi.spyOn(crypto, "randomUUID")`, `sinon.stub(uuid, "v4")`.
    mutating func readMock(_ index: Int) {
        guard outline.op(at: index + 1) == .leftParen, let close = outline.partner(of: index + 1)
        else { return }
        let replaced: String?
        if outline.kind(at: index + 2) == .string {
            let module = outline.text(at: index + 2)
            replaced = ScriptMocks.modules.contains(module) ? module : nil
        } else {
            let last = endOfFirstArgument(index + 1)
            let member = outline.kind(at: last + 2) == .string ? outline.text(at: last + 2) : nil
            replaced = member.flatMap { member in
                guard ScriptMocks.members.contains(member) else { return nil }
                return naming.subject(endingAt: last).map { "\($0).\(member)" }
            }
        }
        guard let replaced else { return }
        let start = outline.chainStart(endingAt: index)
        consume(.mock, start..<close + 1, subject: nil, detail: replaced)
    }

    // Credentials

    /// Reads `token = sessionId`, `{ apiKey: userId }` and `` `Bearer ${sessionId}` ``.
    mutating func readCredential(_ index: Int) {
        guard traits(at: index).contains(.identifier), endsValue(index + 1) else { return }
        let start = outline.chainStart(endingAt: index)
        var target: String?
        switch outline.op(at: start - 1) {
        case .equal: target = naming.target(of: start - 1)?.text
        case .colon where outline.kind(at: start - 2) == .name: target = naming.bare(start - 2)
        case .colon where outline.kind(at: start - 2) == .string:
            target = outline.text(at: start - 2)
        case .substitution:
            let isText = outline.kind(at: start - 2) == .templateText
            let range = outline.tokens[max(start - 2, 0)].range
            let isBearer = isText && outline.bytes.span.extracting(range).ends(with: "Bearer ")
            target = isBearer ? "bearer_token" : nil
        default: return
        }
        guard let target, target.utf8.count <= 64, CredentialName.isCredential(target) else {
            return
        }
        let name = naming.bare(index)
        // In a type the colon says what something is.
        guard CredentialName.isKnownToOthers(name),
            !outline.tokens[start - 1].flags.contains(.conditional)
        else { return }
        consume(.credential, start..<index + 1, subject: name, detail: target)
    }

    /// Whether a value ends before the token at `index`.
    private func endsValue(_ index: Int) -> Bool {
        switch outline.op(at: index) {
        case .comma, .semicolon: return true
        case .none:
            return outline.kind(at: index) == .endMarker || outline.startsStatement(at: index)
        case let op: return op.isClosing
        }
    }

    // Logs

    /// Whether the expression at `index` is only shown: an argument of a call that writes a log,
    /// or of an error.
    func isLogged(_ index: Int) -> Bool {
        var current = index
        for _ in 0..<8 {
            guard let open = outline.opening(around: current) else { return false }
            if outline.op(at: open) == .leftParen, outline.kind(at: open - 1) == .name {
                let name = outline.bytes.span.extracting(outline.tokens[open - 1].range)
                if name.ends(with: "Error") || name.ends(with: "Exception") { return true }
                let start = outline.chainStart(endingAt: open - 1)
                if isLog(start, open - 1) { return true }
            }
            current = open
        }
        return false
    }

    /// Whether one of the names of a chain is that of a log.
    private func isLog(_ start: Int, _ last: Int) -> Bool {
        for index in start...last where outline.kind(at: index) == .name {
            let name = outline.bytes.span.extracting(outline.tokens[index].range)
            if name.equals("console") || name.equals("debug") || name.stands("log", inAnyCaseAt: 0)
            {
                return true
            }
        }
        return false
    }
}

/// What tests replace to know which identifiers they get.
private enum ScriptMocks {
    static let modules: Set<String> = [
        "uuid", "uuid/v4", "nanoid", "crypto", "node:crypto", "ulid", "cuid",
        "@paralleldrive/cuid2", "shortid", "uuidv4", "uuidv7",
    ]
    static let members: Set<String> = [
        "randomUUID", "v1", "v4", "v5", "v7", "nanoid", "ulid", "randomBytes", "getRandomValues",
        "cuid", "createId",
    ]
}
