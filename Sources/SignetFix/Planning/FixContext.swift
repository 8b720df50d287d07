package import Signet
package import SignetScan

/// What the whole tree says about each of its places, and what the user has asked for.
package struct FixContext: Sendable {
    /// The kinds of the project.
    package let catalog: Catalog
    /// The findings of the scan.
    package let findings: [Finding]
    /// What the project says of its names, and the form that it asks for.
    package let settings: Settings
    /// Which consumers depend on which producers.
    private let index: ConsumerIndex
    /// The tests that replace generators.
    let mocks: MockIndex
    /// The texts such as `run_` with which code in the tree sees identifiers begin.
    let prefixes: Set<String>
    /// What other files take of the generators that a module has imported.
    let borrowed: BorrowedNames

    /// What the whole tree names; `nil` if nobody has counted, and every name is believed.
    let census: NameCensus?
    /// The consumers that take version 4 only.
    private let version4: [Finding]

    /// Reads the report of a scan of the tree.
    package init(
        _ report: ScanReport,
        catalog: Catalog,
        _ settings: Settings = Settings(),
        census: NameCensus? = nil
    ) {
        self.catalog = catalog
        self.settings = settings
        findings = report.findings
        index = ConsumerIndex(report.findings)
        mocks = MockIndex(report.findings)
        borrowed = BorrowedNames(report.minters)
        self.census = census
        version4 = report.findings.filter {
            $0.category == .consumer && ShapeDemand.wantsVersion4($0)
        }
        prefixes = Set(report.findings.lazy.filter { $0.rule == "id-prefix" }.map(\.symbol))
    }

    /// What a project says of its names, and what is asked for.
    package struct Settings: Sendable {
        /// By the name of a variable, field or function: the kind that it holds or makes.
        package var names: [String: String] = [:]
        /// Names of what holds the user, beside the usual ones.
        package var owners: Set<String> = []
        /// The form that is asked for; chosen by what the consumers take if `nil`.
        package var form: FixForm?
        /// Whether texts of whole UUIDs stay such texts, as long as the project declares no kinds.
        package var keepsLook = false

        /// Creates settings that say nothing.
        package init() {}
    }

    /// Whether a type that takes version 4 only has a name of its own, which no scan follows.
    var hidesVersion4: Bool { census?.renamesVersion4 == true }
    /// Whether the tree asks whether a UUID is of version 4.
    var asksForVersion4: Bool { census?.asksForVersion4 == true }

    /// Whether the tree depends on the first characters of what a finding makes.
    func isCut(_ finding: Finding, _ kind: KindChoice?) -> Bool {
        guard let census else { return false }
        if finding.resource.map(ConsumerIndex.isPlain) == true { return census.isCut(nil) }
        return (kind?.names ?? []).contains(where: census.isCut)
    }

    /// Whether anything in the tree looks into what is called `name`.
    func isConsumed(_ name: String) -> Bool { index.group(named: name) != nil }

    /// What the consumers of `finding` ask of its value.
    ///
    /// The `id` of a session is a `session_id` elsewhere: consumers of that name count, too, and
    /// so does what the class of sessions does with names that say nothing.
    func demand(on finding: Finding, _ kind: KindChoice? = nil) -> ShapeDemand {
        var groups = index.groups(of: finding)
        for name in kind?.names ?? [] {
            if let group = index.group(named: name + "_id"), !groups.contains(group) {
                groups.append(group)
            }
        }
        if let type = kind?.type, let group = index.group(inClass: type) { groups.append(group) }
        let consumers = Set(groups.flatMap { index.groups[$0] }).sorted().map { findings[$0] }
        let isPlain = finding.resource.map(ConsumerIndex.isPlain) == true
        let others = isPlain ? version4 : version4.filter(Self.takesAny)
        return ShapeDemand(consumers + others.filter { !consumers.contains($0) })
    }

    /// Whether a consumer may be handed any identifier: `UUID(text, version=4)`.
    private static func takesAny(_ consumer: Finding) -> Bool {
        guard consumer.rule == "uuid-parse", let name = consumer.target else { return false }
        return consumer.resource.map(ConsumerIndex.isPlain) == true
            || !NameMeaning(name).isIdentifier
    }
}
