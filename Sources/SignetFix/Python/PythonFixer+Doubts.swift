import SignetScan

extension PythonFixer {
    private static let authorizations = [ByteSearch("oauth"), ByteSearch("OAuth")]
    private static let checkpoints = [ByteSearch("checkpoint"), ByteSearch("Checkpoint")]
    private static let calls = [ByteSearch("jsonrpc")]
    private static let conversations = [
        "conversation", "Conversation", "chat", "Chat", "checkpoint", "assistant", "Assistant",
        "langgraph", "llm", "LLM", "message_id", "run_id",
    ].map { ByteSearch($0) }
    private static let decisions = [
        "approval", "Approval", "permission", "Permission", "escalation", "Escalation",
        "idempotency",
    ].map { ByteSearch($0) }
    private static let talks = [
        "conversation", "Conversation", "chat", "Chat", "assistant", "Assistant", "llm", "LLM",
    ].map { ByteSearch($0) }

    /// Refuses the kind of several words if the last of them names something by itself, and nothing
    /// says that the whole is something else: `standby_step_id` may be that of a step.
    func requireWhole(_ kind: KindChoice) throws(FixRefusal) {
        guard let part = kind.kind.split(separator: "_").dropFirst().last else { return }
        let declared = kind.declaredPart(context.catalog)
        let name = declared ?? String(part)
        if kind.type == nil, hasClass(kind.kind) { return }
        if declared == nil, kind.type != nil || !kind.beginsWithDeclared(context.catalog) {
            let evidence = evidences[name + "_id"]
            guard kind.type == nil, evidence.isCommon || hasClass(name) else { return }
        }
        throw FixRefusal(
            "\(name) is a kind of its own, and \(kind.kind) may be one",
            remedy: "declare \(kind.kind) in signet.yml"
        )
    }

    private func hasClass(_ kind: String) -> Bool {
        evidences[kind].hasClass(named: kind)
    }

    /// Refuses the kind that only a class gives, if what is around it says otherwise.
    func requireOwn(_ kind: KindChoice, _ site: PythonSite) throws(FixRefusal) {
        guard let type = kind.type else { return }
        if let module = module(ofCallee: site), module.hasSuffix("s"), !module.hasSuffix("ss"),
            !KindWords.generic.contains(module),
            !NameWords.of(type).contains(String(module.dropLast()))
        {
            throw FixRefusal(
                "\(type) is one of the \(module), and may only say which one",
                remedy: "declare \(kind.kind) in signet.yml"
            )
        }
        if site.name.role == .keyword, isAlias(type) {
            throw FixRefusal(
                "\(type) is called otherwise where it comes from",
                remedy: "declare \(kind.kind) in signet.yml"
            )
        }
        // `id=call.id or …` is the name of the call.
        let end = site.tokens.lowerBound - 1
        guard outline.isWord(.or, at: end), outline.isName(at: end - 1),
            outline.isOp(.dot, at: end - 2), outline.isName(at: end - 3)
        else { return }
        let other = source.text(of: end - 3..<end - 2)
        let isSame = NameWords.of(kind.kind).last.map(NameWords.of(other).contains)
        guard other != "self", isSame != true else { return }
        throw FixRefusal(
            "it stands in for the \(source.text(of: end - 1..<end)) of \(other), which may be something else",
            remedy: "declare \(kind.kind) in signet.yml"
        )
    }

    /// Whether the file imports a class under a name of its own.
    private func isAlias(_ type: String) -> Bool {
        PythonImportStatement.all(in: source).contains { statement in
            statement.elements.contains {
                $0.bound > $0.tokens.lowerBound && source.text(at: $0.bound) == type
            }
        }
    }

    /// The module of the class whose call takes the value as a keyword: `connections` of
    /// `connections.Main(id=…)`, however it is imported.
    private func module(ofCallee site: PythonSite) -> String? {
        guard site.name.role == .keyword,
            let callee = outline.callee(around: site.tokens.lowerBound)
        else { return nil }
        if outline.isOp(.dot, at: callee - 1), outline.isName(at: callee - 2) {
            return source.text(of: callee - 2..<callee - 1)
        }
        let name = source.text(of: callee..<callee + 1)
        let statement = PythonImportStatement.all(in: source).first { statement in
            statement.isFrom
                && statement.elements.contains { source.text(of: $0.bound..<$0.bound + 1) == name }
        }
        return statement?.module.split(separator: ".").last.map(String.init)
    }

    /// Refuses to take the threads of a process for those of a conversation.
    func requireConversation(_ kind: KindChoice, _ name: ValueName) throws(FixRefusal) {
        guard kind.kind == "thread", NameWords.of(name.text).contains("thread"),
            context.settings.names[name.text] == nil
        else { return }
        let evidence = evidences[name.text]
        // Who declares kinds knows what the built-in ones are.
        let isTalk = !context.settings.keepsLook || mentions(Self.conversations)
        guard isTalk, evidence.isKey || !evidence.hasClass(named: "thread") else {
            throw FixRefusal(
                "it may be a thread of something else than a conversation",
                remedy: "say in signet.yml, below fix, what \(name.text) means"
            )
        }
    }

    /// Refuses to take for what a built-in kind means what only has its name.
    ///
    /// Nobody may guess the state of an authorization (RFC 6749, section 10.12), a tool is not one
    /// of its calls, and not everything that is executed is an agent, or that is sent a message.
    func requireMeant(_ kind: KindChoice, _ name: ValueName) throws(FixRefusal) {
        let doubt: String
        switch kind.kind {
        case "state" where mentions(Self.authorizations):
            doubt = "it may be the state of an authorization, which is a secret"
        case "state" where !mentions(Self.checkpoints):
            doubt = "the kind state is that of checkpoints"
        case "msg" where kind.type != nil && mentions(Self.calls),
            "req" where kind.type != nil && mentions(Self.calls):
            doubt = "it may be the id of a call (JSON-RPC), which tells an answer what it answers"
        case "msg" where context.settings.keepsLook && !mentions(Self.talks):
            doubt = "the kind msg is that of messages of a conversation"
        case "req"
        where context.settings.keepsLook && NameWords.of(name.text).contains("correlation"):
            doubt = "what correlates may be more than a request"
        case "req" where context.settings.keepsLook && mentions(Self.decisions):
            doubt = "a request for a decision is one of another sort than those of clients"
        case "tool" where !NameWords.of(kind.type ?? name.text).contains("call"):
            doubt = "the kind tool is that of its calls"
        case "exec" where !namesAgents: doubt = "the kind exec is that of agents"
        default: return
        }
        guard context.settings.names[name.text] == nil else { return }
        throw FixRefusal(
            doubt,
            remedy: "say in signet.yml, below fix, what \(name.text) means"
        )
    }

    /// Whether the file names an agent, and not only that of a user, which is a program.
    private var namesAgents: Bool {
        outline.tokens.indices.contains { index in
            guard outline.isName(at: index), outline.tokens[index].range.count >= 5 else {
                return false
            }
            let words = NameWords.of(source.text(at: index))
            return (words.contains("agent") || words.contains("agents")) && !words.contains("user")
        }
    }

    private func mentions(_ words: [ByteSearch]) -> Bool {
        let bytes = source.text
        return words.contains { $0.firstOffset(in: bytes.span) != nil }
    }
}
