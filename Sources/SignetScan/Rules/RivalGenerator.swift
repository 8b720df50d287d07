/// Finds functions and classes that make identifiers for others beside the declared source.
package struct RivalGenerator: Rule {
    package let name = "rival-generator"
    package let category = RuleCategory.rival
    package let needs: FactSet = [.minters, .producers, .uuids]
    package let severity = Severity.warning
    package let looksAtTree = true
    package let summary = "A function or class makes identifiers for others on its own."
    package let documentation = """
        Every generator has its own format, its own idea of what is unique and its own counter. Two
        that make one kind of identifier are two sources of truth: what the one made, the parser
        and the clean-up of the other do not know.

        Keep one source. Let the others call it, so that their callers need not change at once,
        then replace the calls and remove them. Modules named as `sources` in the configuration
        are not reported.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "import uuid\n\n\ndef generate_run_id():\n    return f\"run_{uuid.uuid4().hex[:8]}\"\n",
            (4, 5, nil)
        ),
        .wrong(
            [
                (
                    "ids.py",
                    "import uuid\n\n\nclass RunIdFactory:\n    def get(self):\n"
                        + "        return str(uuid.uuid4())\n"
                ), ("app.py", "from ids import RunIdFactory\nfactory = RunIdFactory()\n"),
            ],
            ("ids.py", 4, 7)
        ),
        .right("def generate_run_id():\n    return database.next()\n"),
        .right("def generate_report(run_id):\n    return str(run_id)\n"),
        .right(
            "import uuid\n\n\ndef new_run_id():\n    return str(uuid.uuid4())\n",
            in: "tests/test_ids.py"
        ),
    ]

    /// Creates the rule.
    package init() {}

    package func findings(in index: CodeIndex) -> [Finding] {
        let uses = MinterUses(index.minters)
        let definitions = index.minters.filter {
            $0.mention.role == .definition && !$0.isTest
                && !SourceModules.contain(path: $0.path, index.declarations.sources)
        }
        let kinds = definitions.map { Self.kind($0.mention.name, index.declarations.kinds) }
        var files: [String: Set<String>] = [:]
        for (place, kind) in zip(definitions, kinds) {
            if let kind { files[kind.kind, default: []].insert(place.path) }
        }
        var seen: [String: Int] = [:]
        return zip(definitions, kinds).map { place, kind in
            let key = "\(place.path)\u{0}\(place.mention.function ?? "")\u{0}\(place.mention.name)"
            let ordinal = seen[key, default: 0]
            seen[key] = ordinal + 1
            let others = uses.filesUsing(place)
            let rivals = kind.map { files[$0.kind, default: []].count - 1 } ?? 0
            return Finding(
                self,
                at: place,
                ordinal: ordinal,
                shape: others == 1 ? "1 other file" : "\(others) other files",
                message: message(place, others: others, kind: kind?.kind, rivals: rivals),
                kind: kind,
                severity: others == 0 && rivals == 0 ? .note : nil
            )
        }
    }

    /// The kind of what is made, without the words that only say that it is made.
    private static func kind(_ name: String, _ kinds: [String]) -> KindGuess? {
        let words = NameWords.of(name).filter { !makers.contains($0) }
        return KindGuess(
            target: words.joined(separator: "_"),
            template: nil,
            function: nil,
            kinds: kinds
        ).map {
            var guess = $0
            guess.reason = "\(name) makes it"
            return guess
        }
    }

    private static let makers: Set<String> = [
        "generator", "manager", "factory", "provider", "minter", "mint", "unique", "random",
        "allocate", "issue", "build", "safe",
    ]

    /// One sentence: what is there, why it hurts, what to do.
    private func message(
        _ place: MinterPlace,
        others: Int,
        kind: String?,
        rivals: Int
    ) -> String {
        let use = others == 1 ? "1 other file" : "\(others) other files"
        var text = "\(place.mention.name) makes identifiers on its own for \(use)"
        if let kind, rivals > 0 {
            let count = rivals == 1 ? "1 other file makes" : "\(rivals) other files make"
            text += ", and \(count) \(kind) identifiers too"
        }
        return text + "; let it call the one generator."
    }
}
