/// Finds resources whose identifiers are made in different formats in different files.
package struct MixedFormats: Rule {
    package let name = "mixed-formats"
    package let category = RuleCategory.rival
    package let needs: FactSet = [.uuids, .producers]
    package let severity = Severity.warning
    package let looksAtTree = true
    package let summary = "One resource gets identifiers of different formats in different files."
    package let documentation = """
        Where one file makes `thread_id` as a UUID and another one as `thread_` and digits, no
        pattern, column or validator fits both. Whoever reads the identifiers has to know where
        they come from.

        Let both ask one generator. A finding stands at each place that differs from the format
        most places use; its shape is the format made there. Tests are not looked at, nor are names
        that say no more than `id`.
        """
    package let examples: [RuleExample] = [
        .wrong(
            [
                ("a.py", "import uuid\nthread_id = str(uuid.uuid4())\n"),
                ("b.py", "import uuid\nthread_id = str(uuid.uuid4())\n"),
                ("c.py", "import uuid\nthread_id = uuid.uuid4().hex\n"),
            ],
            ("c.py", 2, 13)
        ),
        .right([
            ("a.py", "import uuid\nthread_id = str(uuid.uuid4())\n"),
            ("b.py", "import uuid\nthread_id = str(uuid.uuid4())\n"),
        ]),
        .right([
            ("a.py", "import uuid\nid = str(uuid.uuid4())\n"),
            ("b.py", "import uuid\nid = uuid.uuid4().hex\n"),
        ]),
    ]

    /// Words that say that something is identified, but not what.
    private static let plain: Set<String> = [
        "id", "unique", "attr", "new", "random", "my", "short", "object", "temp", "tmp", "instance",
        "test", "local", "self", "generate", "make", "create", "get", "build", "next", "item",
        "obj", "the", "generated", "default", "raw",
    ]

    /// A place that makes identifiers of a kind.
    private struct Producer {
        /// The number of the finding.
        let number: Int
        let path: String
        let format: String
    }

    /// Creates the rule.
    package init() {}

    package func findings(in index: CodeIndex) -> [Finding] {
        var producers: [String: [Producer]] = [:]
        // Most names come again and again.
        var resources: [String: String?] = [:]
        for (number, finding) in index.findings.enumerated()
        where finding.category == .producer && !finding.isTest && finding.partOf == nil {
            guard let target = finding.target, let format = format(of: finding) else { continue }
            let resource = resources[target] ?? resource(named: target)
            resources[target] = .some(resource)
            if let resource {
                let producer = Producer(number: number, path: finding.path, format: format)
                producers[resource, default: []].append(producer)
            }
        }
        return producers.flatMap { findings(of: $0.key, $0.value, index) }
    }

    /// What a name says is identified; `nil` if it does not say what.
    private func resource(named target: String) -> String? {
        let meaning = NameMeaning(target)
        let isResource =
            meaning.words.last == "id" && meaning.words.contains { !Self.plain.contains($0) }
        return isResource ? meaning.canonical : nil
    }

    /// The format of what is made there; `nil` if it is unknown.
    private func format(of finding: Finding) -> String? {
        if let template = finding.template { return template }
        switch finding.shape {
        // The object becomes the same text wherever it is written.
        case "str", "uuid", "reference": return "{uuid}"
        case "other": return nil
        default: return "{\(finding.shape)}"
        }
    }

    private func findings(
        of resource: String,
        _ producers: [Producer],
        _ index: CodeIndex
    ) -> [Finding] {
        var counts: [String: Int] = [:]
        for producer in producers { counts[producer.format, default: 0] += 1 }
        guard counts.count > 1,
            let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        else { return [] }
        let usualPaths = Set(producers.lazy.filter { $0.format == usual.key }.map(\.path))
        let onlyPath = usualPaths.count == 1 ? usualPaths.first : nil
        return producers.filter { $0.format != usual.key }.compactMap { producer in
            // Two formats in one file may be two things of one name.
            if producer.path == onlyPath { return nil }
            let places = usual.value == 1 ? "1 place makes" : "\(usual.value) places make"
            return Finding(
                self,
                at: index.findings[producer.number],
                shape: producer.format,
                message: "\(resource) is made as \(producer.format) here, while \(places) it as "
                    + "\(usual.key); let all ask one generator."
            )
        }
    }
}
