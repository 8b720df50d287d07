import Signet
package import SignetScan

/// Decides what becomes of the places in one Python file, and writes the edits for them.
package struct PythonFixer {
    let source: PythonSource
    let context: FixContext
    /// The folders on the way to the file, and the file.
    let folders: [Substring]
    private let version: PythonVersion
    private let uses: PythonNameUses
    private let imports: Result<PythonImportEditor, FixRefusal>
    private let quote: UInt8
    let evidences: PythonNameEvidences
    /// A test that replaces the generator in this file.
    private let mock: Finding?
    /// By first byte: the expressions of the sites that can be written.
    private(set) var expressions: [Int: PythonSite] = [:]

    /// What folders are called whose code is copied into other projects.
    private static let templates = [
        "template", "skeleton", "scaffold", "cookiecutter", "boilerplate",
    ]

    var outline: PythonOutline { source.outline }

    /// Takes on a file.
    ///
    /// - Parameters:
    ///   - source: What the file has been read into.
    ///   - path: The path in reports.
    ///   - context: What the tree says about each place.
    ///   - version: The oldest Python that is to run the file.
    package init(
        _ source: PythonSource,
        path: String,
        _ context: FixContext,
        _ version: PythonVersion
    ) {
        self.source = source
        self.context = context
        self.version = version
        folders = path.split(separator: "/")
        uses = PythonNameUses(source)
        do throws(FixRefusal) {
            imports = .success(
                try PythonImportEditor(source, uses, path: path, context.borrowed)
            )
        } catch {
            imports = .failure(error)
        }
        quote = PythonQuote.usual(in: source)
        evidences = PythonNameEvidences(source)
        mock = context.mocks.mocks(of: path).first
    }

    /// Decides about each of the file's findings that stand for a place of their own.
    package mutating func sites(for findings: [Finding]) -> [FixSite] {
        let starts = PythonLineStarts(source.text)
        var sites: [FixSite] = []
        for finding in findings where finding.category == .producer && finding.partOf == nil {
            let range = starts.offset(of: finding.start)..<starts.offset(of: finding.end)
            do throws(FixRefusal) {
                sites.append(try decide(finding, at: range))
            } catch {
                let consumers = context.demand(on: finding).consumers
                sites.append(FixSite(finding, at: range, refusal: error, consumers: consumers))
            }
        }
        sites.sort { $0.range.lowerBound < $1.range.lowerBound }
        for index in sites.indices.dropFirst()
        where sites[index].range.lowerBound < sites[index - 1].range.upperBound {
            sites[index].refuse("it stands inside another place that changes")
        }
        return sites
    }

    /// The edits that write `sites`, with the imports that they need and no longer need.
    package func edits(for sites: [FixSite]) -> [SourceEdit] {
        let written = sites.filter { $0.level != .manual && $0.replacement != nil }
        guard case .success(let imports) = imports, !written.isEmpty else { return [] }
        let edits =
            written.map { SourceEdit(range: $0.range, text: $0.replacement ?? "") }
            + imports.edits(for: written.compactMap { expressions[$0.range.lowerBound] })
        return edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    // MARK: One place

    private mutating func decide(
        _ finding: Finding,
        at range: Range<Int>
    ) throws(FixRefusal) -> FixSite {
        let imports = try imports.get()
        try requireOpen(finding)
        let expression = try PythonSiteReader(source: source).site(finding, at: range.lowerBound)
        try requireFresh(expression)
        try requireBuiltIn(expression)
        try requireImported(expression)
        try requireUncut(expression, finding)
        let named = try kind(of: expression)
        var demand = context.demand(on: finding, named)
        try requireAnyVersion(named, finding, demand)
        // A function that is passed on makes UUIDs of no kind.
        let isSilent = expression.value == .reference && named?.isDeclared == false
        let kind = isSilent ? nil : named
        let tokens = expression.tokens
        let bytes = source.bytes(of: tokens)
        var site = FixSite(finding, at: bytes, refusal: FixRefusal(kind?.reason ?? ""))
        site.reasons.removeAll(where: \.isEmpty)
        site.kind = kind
        demand.staysUUID =
            context.settings.keepsLook && context.settings.form == nil
            || travels(expression, imports)
        site.consumers = demand.consumers
        let quote = PythonQuote.fitting(self.quote, at: tokens.lowerBound, source, version)
        let writer = PythonCall(module: imports.name, quote: quote)
        var choice = FormChoice(expression, kind, demand, wanted: context.settings.form)
        if let kind {
            let owners = PythonOwner(source, context.settings.owners)
            choice.fill(expression.parts.map(source.text(of:)), of: kind, context.catalog, owners)
            choice.look(for: { owners.owner(at: expression) }, of: kind, context.catalog)
        }
        try choice.apply(to: &site, writer)
        if site.level != .manual { expressions[bytes.lowerBound] = expression }
        return site
    }

    /// Refuses secrets, history, and what a test has replaced.
    private func requireOpen(_ finding: Finding) throws(FixRefusal) {
        if let target = finding.target, CredentialName.isCredential(target) {
            throw FixRefusal(
                "a secret is no identifier",
                remedy: "make it with signet.Secret, and store only its hash"
            )
        }
        let folders = folders.dropLast()
        if folders.contains(where: { $0.hasPrefix("migration") || $0 == "versions" }) {
            throw FixRefusal("migrations say what was done, and stay as they are")
        }
        if folders.contains(where: { name in Self.templates.contains { name.contains($0) } }) {
            throw FixRefusal("it is part of a template, whose projects may not have signet")
        }
        guard let mock else { return }
        throw FixRefusal(
            "\(mock.path):\(mock.start.line) replaces the generator here",
            remedy: "give that test a predictable generator: signet.testing.fixed()"
        )
    }

    /// Refuses names that may stand for another generator, as in `except ImportError: new = uuid4`.
    private func requireImported(_ site: PythonSite) throws(FixRefusal) {
        let symbol = outline.symbol(at: site.root)
        let scope = site.scope.flatMap { uses.owner(of: symbol, in: $0) }
        let isImported = source.binder.bindings.allSatisfy { binding in
            guard binding.symbol == symbol, binding.scope == scope else { return true }
            if case .node = binding.value { return true }
            return false
        }
        guard isImported else {
            throw FixRefusal("its name may stand for another generator here")
        }
    }

    /// Refuses defaults that are evaluated once and then shared.
    private func requireFresh(_ site: PythonSite) throws(FixRefusal) {
        guard site.value != .reference, site.name.role == .parameter || isDefault(site) else {
            return
        }
        throw FixRefusal(
            "the default is made once and shared by all calls",
            remedy: "let the default be None, and make the identifier in the function"
        )
    }

    /// Whether the value is that of `default=` in a call, `Field(default=str(uuid4()))`.
    private func isDefault(_ site: PythonSite) -> Bool {
        let equal = site.tokens.lowerBound - 1
        return outline.isOp(.equal, at: equal) && outline.isName(at: equal - 1)
            && source.text(at: equal - 1) == "default" && outline.callee(around: equal) != nil
    }

    /// Refuses `str(…)` in a file that has given the name to something of its own.
    private func requireBuiltIn(_ site: PythonSite) throws(FixRefusal) {
        let first = site.tokens.lowerBound
        guard site.value == .text, outline.isWord(.str, at: first) else { return }
        let symbol = outline.symbol(at: first)
        guard source.binder.bindings.contains(where: { $0.symbol == symbol }) else { return }
        throw FixRefusal("the file has a str of its own")
    }
}
