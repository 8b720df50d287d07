import SignetScan

/// Chooses the form of a new identifier, so that its type stays and it fits where it goes.
struct SwiftForm {
    private let value: SwiftSite.Value
    private let kind: KindChoice
    private let demand: ShapeDemand
    private let wanted: FixForm?

    /// Knows the place.
    ///
    /// - Parameters:
    ///   - value: What comes out of the expression.
    ///   - kind: What it names.
    ///   - demand: What its consumers ask for.
    ///   - wanted: The form that the project asks for. A readable text cannot be had without
    ///     slots and without an error, so it counts as a compact one.
    init(_ value: SwiftSite.Value, _ kind: KindChoice, _ demand: ShapeDemand, wanted: FixForm?) {
        self.value = value
        self.kind = kind
        self.demand = demand
        self.wanted = wanted == .readable ? .compact : wanted
    }

    /// Writes the decision into `site`, whose range is that of the whole expression.
    ///
    /// - Parameters:
    ///   - site: Gets the decision.
    ///   - call: The bytes of the call of the generator.
    ///   - callee: How the code spells what is called.
    func apply(to site: inout FixSite, _ call: Range<Int>, _ callee: String) {
        let object = SwiftLibrary.object(of: kind.kind, callee)
        switch value {
        case .text, .upperText: text(&site, call, object)
        case .string, .substring: other(&site)
        case .hex, .object: self.object(&site, call, object)
        }
        guard !kind.isDeclared else { return }
        site.level = .manual
        site.reasons.append("the kind \(kind.kind) is not declared")
        site.remedy = "declare \(kind.kind) in signet.yml"
    }

    /// The text of a whole UUID: 36 characters.
    private func text(_ site: inout FixSite, _ call: Range<Int>, _ object: String) {
        var forms: [FixForm] = wanted.map { [$0, .uuid] } ?? [.compact, .uuid]
        // Kinds are lower case, and nothing else is read again.
        if value == .upperText { forms = [.uuid] }
        for form in forms {
            let broken = demand.broken(by: form, kind: kind.kind, insteadOfUUID: true)
            guard broken.isEmpty else {
                if site.broken.isEmpty { site.broken = broken }
                continue
            }
            site.broken = []
            site.form = form
            site.level = .safe
            if form == .uuid {
                // What makes a text of the object stays, and so does the case of its digits.
                site.range = call
                site.replacement = object
                site.reasons.append("the text of a UUID stays one")
                return
            }
            site.replacement = compact
            if let length = form.length(of: kind.kind), length <= 36 {
                site.reasons.append("a text stays a text, of \(length) characters instead of 36")
            } else {
                site.level = .unsafe
                site.reasons.append("the text is longer than that of a UUID")
                site.remedy = "make sure that what stores it takes more than 36 characters"
            }
            return
        }
        site.suggest(compact)
    }

    /// A cut UUID, or a text that is put together.
    private func other(_ site: inout FixSite) {
        // Without bounds, a text becomes the part of itself that it was.
        let code = value == .substring ? "\(compact)[...]" : compact
        site.broken = demand.broken(by: .compact, kind: kind.kind, insteadOfUUID: false)
        guard site.broken.isEmpty else { return site.suggest(code) }
        site.form = .compact
        site.replacement = code
        site.level = .unsafe
        site.reasons.append("a text stays a text, but of another length")
        site.remedy = "make sure that what stores and shows it has room for it"
    }

    /// A UUID object, or its 32 digits.
    private func object(_ site: inout FixSite, _ call: Range<Int>, _ object: String) {
        site.range = call
        site.broken = demand.consumers.filter {
            ShapeDemand.wantsVersion4($0) || $0.rule == "id-slice"
        }
        guard site.broken.isEmpty else { return site.suggest(object) }
        site.replacement = object
        site.level = .safe
        site.reasons.append("the type stays the same, and so does the look of a UUID")
    }

    private var compact: String { SwiftLibrary.id(of: kind.kind) + ".compact" }
}
