import SignetScan

extension PythonFixer {
    /// How many files beside its own have to name a kind that nobody has declared.
    private static let witnesses = 2
    private static let columns: Set<String> = [
        "Column", "mapped_column", "MappedColumn", "UUIDField", "CharField",
    ]

    /// Why a kind that nobody has declared may be none in this tree; `nil` if the tree knows it.
    ///
    /// A tree knows what it has a class of, if the class says how it is called: by one word, by an
    /// `…_id` somewhere, or by a column. What a name says, other files have to say, too.
    func doubt(about kind: KindChoice, _ site: PythonSite) -> String? {
        guard let census = context.census else { return nil }
        let name = kind.kind
        let type = kind.type.map { NameWords.of($0).joined(separator: "_") }
        let classes = [name, type].compactMap(\.self) + KindWords.kept.map { "\(name)_\($0)" }
        guard classes.contains(where: census.hasClass) else {
            return "no class in the tree is called \(name)"
        }
        let files = census.files(naming: name)
        if type != nil {
            guard name.contains("_"), files == 0, !isColumn(site) else { return nil }
            return "nothing in the tree is called \(name)_id"
        }
        let own = NameWords.of(site.name.text).dropLast().joined(separator: "_")
        guard files - (own == name ? 1 : 0) < Self.witnesses else { return nil }
        return "hardly another file in the tree knows a \(name)_id"
    }

    /// Built-in kinds whose names mean something else in many programs.
    private static let ambiguous: Set<String> = [
        "agent", "alert", "audit", "error", "event", "exec", "msg", "report", "run", "state", "tx",
        "ws_conn",
    ]

    /// Refuses a built-in kind that the tree does not know: in a project that declares nothing, a
    /// `run` is no more than a word.
    func requireWitnesses(_ kind: KindChoice, _ site: PythonSite) throws(FixRefusal) {
        guard kind.isDeclared, Self.ambiguous.contains(kind.kind), context.settings.keepsLook,
            context.settings.names[site.name.text] == nil
        else { return }
        var doubt: String?
        for name in kind.names {
            var named = kind
            named.kind = name
            doubt = self.doubt(about: named, site)
            if doubt == nil { return }
        }
        guard let doubt else { return }
        throw FixRefusal(
            doubt,
            remedy: "say in signet.yml, below fix, what \(site.name.text) means"
        )
    }

    /// Refuses what may reach code that takes version 4 only, or that finds things again by the first
    /// characters of their identifiers, which are a time in version 7.
    func requireAnyVersion(
        _ kind: KindChoice?,
        _ finding: Finding,
        _ demand: ShapeDemand
    ) throws(FixRefusal) {
        let isPlain = finding.resource.map(ConsumerIndex.isPlain) == true
        if context.asksForVersion4 || context.hidesVersion4 && isPlain {
            throw FixRefusal("the tree wants UUIDs of version 4, and this may be one of them")
        }
        // Consumers that are known are named instead.
        guard !demand.consumers.contains(where: { $0.rule == "id-slice" }),
            context.isCut(finding, kind)
        else { return }
        throw FixRefusal(
            "the tree cuts such identifiers, and their first characters would be a time",
            remedy: "take whole identifiers"
        )
    }

    /// Whether the value is the default of a column of a table.
    private func isColumn(_ site: PythonSite) -> Bool {
        outline.callee(around: site.tokens.lowerBound).map {
            Self.columns.contains(source.text(at: $0))
        } ?? false
    }

    /// Refuses what stands in for an identifier of another kind: of a tool's call in
    /// `call_id = payload.get("tool_call_id") or uuid4().hex` and in `x if x else uuid4().hex`.
    func requireAlike(_ kind: KindChoice, _ site: PythonSite) throws(FixRefusal) {
        var end = site.tokens.lowerBound - 1
        if outline.isWord(.else, at: end) {
            while end > 0, !outline.startsStatement(end), !outline.isWord(.if, at: end) { end -= 1 }
        }
        while outline.isWord(.or, at: end) || outline.isWord(.if, at: end) {
            let start = startOfOperand(before: end)
            if let name = identified(in: start..<end), let other = self.kind(named: name),
                other.kind != kind.kind
            {
                throw FixRefusal(
                    "it stands in for a \(name), which is no \(kind.kind)",
                    remedy: "say in signet.yml, below fix, what \(site.name.text) means"
                )
            }
            end = start - 1
        }
    }

    /// The kind that a name alone gives.
    private func kind(named name: String) -> KindChoice? {
        do throws(FixRefusal) {
            return try KindChoice(ValueName(name, .attribute), in: nil, context)
        } catch {
            return nil
        }
    }

    /// The first token of the operand that ends before the one at `end`.
    private func startOfOperand(before end: Int) -> Int {
        var start = end
        while start > 0, !outline.startsStatement(start) {
            let token = outline.tokens[start - 1]
            if token.op.isClosing, let open = outline.partner(of: start - 1) {
                start = open
            } else if token.op.isOpening || [.equal, .comma, .colon].contains(token.op)
                || outline.isWord(.or, at: start - 1) || outline.isWord(.return, at: start - 1)
            {
                break
            } else {
                start -= 1
            }
        }
        return start
    }

    /// The last name or key of an operand that says that something is identified; of
    /// `gen_ai.call.id`, which says so in two parts, `call_id`.
    private func identified(in tokens: Range<Int>) -> String? {
        for index in tokens.reversed() {
            let name =
                outline.isName(at: index) ? source.text(at: index) : source.literal(at: index)
            guard let name else { continue }
            if name == "id", outline.isOp(.dot, at: index - 1), outline.isName(at: index - 2) {
                return source.text(at: index - 2) + "_id"
            }
            let parts = name.split(separator: ".").suffix(2)
            guard let last = parts.last, NameMeaning(String(last)).isIdentifier else { continue }
            if last.contains("_") { return String(last) }
            return parts.count > 1 ? parts.joined(separator: "_") : nil
        }
        return nil
    }

    /// Refuses the kind of what is called `session_id` in a `ProgressSession`, which may be a kind
    /// of its own; who declares kinds knows what the built-in ones are.
    func requireUndivided(_ kind: KindChoice, _ site: PythonSite) throws(FixRefusal) {
        guard kind.type == nil, context.settings.keepsLook,
            context.settings.names[site.name.text] == nil
        else { return }
        for bearer in bearers(of: site) where isDivided(kind, bearer) {
            throw FixRefusal(
                "\(bearer) may be a kind of its own",
                remedy: "say in signet.yml, below fix, what \(site.name.text) means"
            )
        }
    }

    /// The classes that take the value or whose code makes it.
    private func bearers(of site: PythonSite) -> [String] {
        var bearers = [PythonBearer(source).enclosingClass(of: site)].compactMap(\.self)
        if site.name.role == .keyword, let callee = site.name.callee { bearers.append(callee) }
        if site.name.role == .variable {
            let evidence = evidences[site.name.text]
            bearers += evidence.receivers.filter { $0.name.role == .keyword }
                .compactMap { $0.name.callee }
        }
        return bearers.filter { $0.first?.isUppercase == true }
    }

    /// Whether a class is called after the kind and something else.
    private func isDivided(_ kind: KindChoice, _ bearer: String) -> Bool {
        var words = NameWords.of(bearer)
        while words.count > 1, let last = words.last, KindWords.roles.contains(last),
            !kind.names.contains(last)
        {
            words.removeLast()
        }
        guard let last = words.popLast(), kind.names.contains(last) else { return false }
        return !words.allSatisfy {
            self.kind(named: $0 + "_id")?.isDeclared == true || $0 == "chat"
        }
    }

    /// Refuses UUIDs of which digits are taken elsewhere: the first twelve of version 7 are a time.
    func requireUncut(_ site: PythonSite, _ finding: Finding) throws(FixRefusal) {
        guard site.value == .object, [.variable, .attribute].contains(site.name.role) else {
            return
        }
        let own = source.bytes(of: site.tokens)
        for cut in source.analysis.cuts where !own.overlaps(cut.range) {
            guard site.name.role == .attribute || cut.function == finding.function else { continue }
            var index = outline.firstToken(from: cut.range.lowerBound)
            while index < outline.tokens.count, outline.tokens[index].start < cut.range.upperBound {
                if outline.isName(at: index), source.text(at: index) == site.name.text {
                    throw FixRefusal(
                        "what is taken from the UUID differs between its versions",
                        remedy: "take the whole of \(site.name.text)"
                    )
                }
                index += 1
            }
        }
    }
}
