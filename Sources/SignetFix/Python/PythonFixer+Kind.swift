import SignetScan

extension PythonFixer {
    /// What the file says of the variable that a site fills; `nil` for fields of classes, and for
    /// all that is no variable.
    private func evidence(for site: PythonSite) -> PythonNameEvidence? {
        guard site.name.role == .variable, PythonBearer(source).name(around: site) == nil
        else { return nil }
        return evidences[site.name.text]
    }

    /// What the identifier names; a function passed on needs no kind.
    func kind(of site: PythonSite) throws(FixRefusal) -> KindChoice? {
        let owner = PythonBearer(source).name(around: site)
        do throws(FixRefusal) {
            var kind = try choose(site, in: owner)
            if !kind.isDeclared, context.settings.names[site.name.text] == nil {
                if let evidence = evidence(for: site) { kind = try confirm(kind, by: evidence) }
                try requireKnown(kind, ofVariable: kind.type)
                try requireKnown(kind, ofFunction: site.name)
                try requireWhole(kind)
                try requireOwn(kind, site)
                kind.doubt = doubt(about: kind, site)
            }
            try requireAlike(kind, site)
            try requireUndivided(kind, site)
            try requireWitnesses(kind, site)
            try requireConversation(kind, site.name)
            try requireMeant(kind, site.name)
            try require(kind, toFit: site)
            return kind
        } catch {
            let isIdentifier = NameMeaning(site.name.text).isIdentifier
            guard site.value == .reference, isIdentifier else { throw error }
            return nil
        }
    }

    /// Chooses by what takes the value; of a double such as `user = SimpleNamespace(id=…)`, whose
    /// class says nothing, by what takes the object.
    private func choose(
        _ site: PythonSite,
        in owner: String?
    ) throws(FixRefusal) -> KindChoice {
        do throws(FixRefusal) {
            var name = site.name
            if let type = PythonBearer(source).annotation(of: site), owner != nil,
                NameMeaning(type).isIdentifier
            {
                // `self.id: StreamID = …`
                name.text = type
            }
            let kind = try KindChoice(name, in: owner, context)
            return kind.without(project, context.catalog)
        } catch {
            let words = Set(site.name.callee.map { NameWords.of($0) } ?? [])
            guard !words.isDisjoint(with: KindWords.doubles),
                let holder = PythonBearer(source).holder(of: site)
            else { throw error }
            var name = site.name
            name.callee = nil
            return try KindChoice(name, in: holder, context)
        }
    }

    /// The folder that holds the project's code, in the words of names; without the `py` before it.
    private var project: String {
        let folders = folders.dropLast()
        let folder = folders.first { !["src", "lib", "python", "packages", "."].contains($0) }
        let name = NameWords.of(folder.map(String.init) ?? "").joined(separator: "_")
        return name.hasPrefix("py") && name.utf8.count > 4 ? String(name.dropFirst(2)) : name
    }

    /// Refuses texts that begin otherwise than identifiers of the kind, if others may look for
    /// that, and other lengths of kinds that nobody has declared.
    private func require(_ kind: KindChoice, toFit site: PythonSite) throws(FixRefusal) {
        let usual = kind.kind + "_"
        if let literal = site.literals.first(where: { $0 != usual && !kind.agrees(with: $0) }) {
            throw FixRefusal("its name says \(kind.kind), its text says \(literal)")
        }
        guard let prefix = site.literals.first else {
            // Digits that were cut off may stand in names that take no more, or nothing else.
            guard site.value != .other || kind.isDeclared && !context.settings.keepsLook else {
                throw FixRefusal(
                    "the text gets another length, and may be part of another one",
                    remedy: "declare \(kind.kind) in signet.yml"
                )
            }
            return
        }
        guard prefix != usual else { return }
        guard kind.isDeclared, !context.settings.keepsLook, kind.isCalled(prefix),
            !context.prefixes.contains(prefix)
        else {
            throw FixRefusal(
                "its texts begin with \(prefix), for which others may look",
                remedy: "declare \(kind.kind) in signet.yml, and let nothing look for \(prefix)"
            )
        }
    }

    /// The kind that a variable's name gives, if more than the variable is called so, and nothing
    /// that it is handed on to is called otherwise.
    private func confirm(
        _ kind: KindChoice,
        by evidence: PythonNameEvidence
    ) throws(FixRefusal) -> KindChoice {
        var others: [KindChoice] = []
        for receiver in evidence.receivers {
            do throws(FixRefusal) {
                others.append(try KindChoice(receiver.name, in: nil, context))
            } catch {
                continue
            }
        }
        // The task of `task_id=effective_task_id` is no kind of its own.
        if let whole = others.first(where: { kind.kind.hasSuffix("_" + $0.kind) }) { return whole }
        let isSame = others.allSatisfy { $0.kind == kind.kind }
        if let other = others.first, others.allSatisfy({ $0.kind == other.kind }),
            other.kind.hasSuffix("_" + kind.kind) || other.kind.hasPrefix(kind.kind)
        {
            return other
        }
        guard isSame else {
            throw FixRefusal(
                "it is handed on as something else than \(kind.kind)",
                remedy: "declare \(kind.kind) in signet.yml, or name the variable after the kind"
            )
        }
        let isCommon = evidence.isCommon || kind.names.contains { context.isConsumed($0 + "_id") }
        if isCommon || evidence.hasClass(named: kind.kind) { return kind }
        throw FixRefusal(
            "nothing but a variable is called \(kind.kind), and that may only say what part it plays",
            remedy: "declare \(kind.kind) in signet.yml, or name the variable after the kind"
        )
    }

    /// Refuses kinds that only the name of a variable with an object gives: `stranger` in
    /// `stranger.id = …` may be a user.
    private func requireKnown(
        _ kind: KindChoice,
        ofVariable type: String?
    ) throws(FixRefusal) {
        guard let type, type.first?.isUppercase == false, type.first != "_",
            !context.isConsumed(kind.kind + "_id")
        else { return }
        let isKnown = [kind.kind, kind.kind + "_id"].contains { name in
            evidences[name].isCommon
        }
        let evidence = evidences[type]
        guard isKnown || evidence.hasClass(named: kind.kind) else {
            throw FixRefusal(
                "nothing but the name of a variable says \(kind.kind)",
                remedy: "declare \(kind.kind) in signet.yml"
            )
        }
    }

    /// Refuses kinds that only the name of a function gives, in which a verb or an adjective may
    /// stand.
    private func requireKnown(
        _ kind: KindChoice,
        ofFunction name: ValueName
    ) throws(FixRefusal) {
        guard name.role == .result || name.role == .argument, !context.isConsumed(kind.kind + "_id")
        else { return }
        let evidence = evidences[kind.kind + "_id"]
        guard evidence.isCommon || evidence.hasClass(named: kind.kind) else {
            throw FixRefusal(
                "nothing but the name of a function says \(kind.kind)",
                remedy: "declare \(kind.kind) in signet.yml"
            )
        }
    }

    /// Whether the value goes where nobody in the tree says which texts are taken: a header, an
    /// object of a class of another package, or what joins the logs of several systems.
    func travels(_ site: PythonSite, _ imports: PythonImportEditor) -> Bool {
        if site.name.text.contains("-") { return true }
        if NameWords.of(site.name.text).contains("correlation") { return true }
        if let evidence = evidence(for: site),
            evidence.receivers.contains(where: { isForeign($0.name, $0.callee, imports) })
        {
            return true
        }
        return isForeign(site.name, outline.callee(around: site.tokens.lowerBound), imports)
    }

    /// Whether a name is a keyword of a class that the file imports from another package.
    private func isForeign(
        _ name: ValueName,
        _ callee: Int?,
        _ imports: PythonImportEditor
    ) -> Bool {
        guard let callee, name.role == .keyword, name.callee?.first?.isUppercase == true else {
            return false
        }
        let root = source.text(at: outline.startOfChain(callee))
        guard let statement = imports.statement(binding: root), !statement.isRelative else {
            return false
        }
        let package = statement.module.prefix { $0 != "." }
        return !folders.contains(package)
    }
}
