import Signet
import SignetOutput
import SignetScan

/// A first `signet.yml` for a code base: valid as it is, and commented where somebody must decide.
struct ConfigurationDraft {
    private let survey: CodeBaseSurvey
    private let day: CalendarDay

    /// Prepares a draft.
    ///
    /// - Parameters:
    ///   - survey: What a look at the code base has shown.
    ///   - day: The day of the look.
    init(_ survey: CodeBaseSurvey, on day: CalendarDay) {
        self.survey = survey
        self.day = day
    }

    /// The text of the file.
    var text: String {
        let blocks = [heading, services, sources, kinds, scan, rules]
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var heading: [String] {
        let languages = survey.census.languages
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \($0.value)" }
        let count = languages.isEmpty ? "no sources" : languages.joined(separator: ", ") + " files"
        return [
            "# Drafted by signet init on \(day) after a look at the sources: \(count).",
            "# Every setting can be left out. signet scan, signet rules and signet kinds read this.",
            "version: 1",
        ]
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private var services: [String] {
        var lines = [
            "# The parts of the code base by which reports count; the first whose globs match has",
            "# a file. What is in none counts by its top folder.",
        ]
        if survey.services.isEmpty { return lines + ["# services:", "#   auth: [auth/**]"] }
        var used: Set<String> = []
        lines.append("services:")
        for folder in survey.services.prefix(40) {
            let last = folder.path.split(separator: "/").last.map(String.init) ?? folder.path
            let name = used.insert(last).inserted ? last : folder.path
            used.insert(name)
            let glob = YAMLText.glob(folder.path) + "/**"
            lines.append(
                "  \(YAMLText.quoted(name)): [\(YAMLText.quoted(glob))]  # \(Self.counted(folder.files, "file"))"
            )
        }
        return lines
    }

    private var sources: [String] {
        var lines = [
            "# The modules from which identifiers are to come; a generator anywhere else is a rival."
        ]
        for module in survey.modules.prefix(5) {
            let names = module.minters.prefix(4).joined(separator: ", ")
            lines.append(
                "# Seen: \(YAMLText.comment(module.name)) (\(YAMLText.comment(names))), "
                    + "used by \(Self.counted(module.users, "file"))."
            )
        }
        guard let first = survey.modules.first, first.users > 0 else {
            return lines + [
                "# sources: [\(YAMLText.quoted(survey.modules.first?.name ?? "app.ids"))]"
            ]
        }
        return lines + ["sources: [\(YAMLText.quoted(first.name))]"]
    }

    private var kinds: [String] {
        var lines = [
            "# Kinds of your own beside the built-in ones (signet kinds lists those)."
        ]
        if !survey.owners.isEmpty {
            let names = survey.owners.prefix(6).map { YAMLText.comment($0.name) }
            lines.append("# Owners go by these names here: \(names.joined(separator: ", ")).")
        }
        if !survey.formats.isEmpty {
            lines.append("# Home-made formats seen:")
            for format in survey.formats.prefix(8) {
                lines.append("#   \(format.count) × \(YAMLText.comment(format.name))")
            }
        }
        let known = Set(Catalog.builtIn.declarations.map { String(describing: $0.kind) })
        let own = survey.kinds.filter {
            $0.count > 1 && !known.contains($0.name) && Kind($0.name) != nil
        }
        lines.append("# kinds:")
        for kind in own.prefix(12) {
            lines.append("#   \(kind.name): {summary: seen in \(kind.count) places}")
        }
        if own.isEmpty { lines.append("#   invoice: {summary: an invoice, owner: tag}") }
        return lines
    }

    private var scan: [String] {
        var lines = ["scan:"]
        let foreign = survey.census.foreign
        lines.append(
            "  # What is left out beside what .gitignore names: copies, generated code, history."
        )
        if foreign.isEmpty {
            lines.append("  # exclude: [vendor/, \"*_pb2.py\"]")
        } else {
            lines.append("  exclude:")
            for folder in foreign.prefix(40) {
                let glob = "/" + YAMLText.glob(folder.path) + "/"
                lines.append(
                    "    - \(YAMLText.quoted(glob))  # \(Self.counted(folder.files, "file"))"
                )
            }
        }
        for folder in survey.tests.prefix(8) {
            lines.append(
                "  # Tests: \(YAMLText.comment(folder.path))/ (\(Self.counted(folder.files, "file")))"
            )
        }
        lines += [
            "  # The list of findings that are known; signet scan --update-baseline writes it, and",
            "  # signet scan then fails only on what is new.",
            "  # baseline: .signet-baseline",
        ]
        return lines
    }

    private var rules: [String] {
        var lines = [
            "  # How much a rule counts: off, note, warning or error. What was found here:",
            "  # rules:",
        ]
        for rule in RuleCatalog.all {
            let count = survey.findings[rule.name] ?? 0
            lines.append(
                "  #   \(rule.name): \(rule.severity.rawValue)  # \(Self.counted(count, "finding"))"
            )
        }
        return lines
    }
}
