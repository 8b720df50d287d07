import Signet
import SignetScan

/// Chooses the form of a new identifier, so that its type stays and it fits where it goes.
struct FormChoice {
    private let value: PythonSite.Value
    private let kind: KindChoice?
    private let demand: ShapeDemand
    private let wanted: FixForm?
    private var slots: [(name: String, value: String)] = []
    /// A part of the old text that the new one has no place for.
    private var lost: String?

    init(_ site: PythonSite, _ kind: KindChoice?, _ demand: ShapeDemand, wanted: FixForm?) {
        value = site.value
        self.kind = kind
        self.demand = demand
        self.wanted = wanted
    }

    /// Puts what the old text held beside its digits into the slots of the kind.
    mutating func fill(
        _ parts: [String],
        of kind: KindChoice,
        _ catalog: Catalog,
        _ owners: PythonOwner
    ) {
        guard !parts.isEmpty else { return }
        let shape = Kind(kind.kind).flatMap { catalog[$0] }?.shape ?? []
        for part in parts {
            let names = shape.map(\.name)
            let slot =
                owners.isOwner(part)
                ? names.first { $0 == KindDeclaration.ownerSlot }
                : PythonOwner.slot(part, of: names)
            guard let slot, !slots.contains(where: { $0.name == slot }) else {
                lost = part
                return
            }
            slots.append((slot, part))
        }
        // Readable texts have all required slots or none.
        let isComplete = shape.allSatisfy { declared in
            !declared.isRequired || slots.contains { $0.name == declared.name }
        }
        if !isComplete { lost = parts[0] }
    }

    /// Puts the user in scope into a text of free length whose kind needs nothing but an owner.
    mutating func look(for owner: () -> String?, of kind: KindChoice, _ catalog: Catalog) {
        let shape = Kind(kind.kind).flatMap { catalog[$0] }?.shape ?? []
        let isFree = value == .other && wanted == nil || wanted == .readable
        guard isFree, slots.isEmpty, lost == nil,
            shape.contains(where: { $0.name == KindDeclaration.ownerSlot }),
            shape.allSatisfy({ $0.name == KindDeclaration.ownerSlot || !$0.isRequired }),
            let owner = owner()
        else { return }
        let readable = demand.broken(by: .readable, kind: kind.kind, insteadOfUUID: value == .text)
        if readable.isEmpty { slots = [(KindDeclaration.ownerSlot, owner)] }
    }

    /// Writes the decision into `site`.
    ///
    /// - Throws: Why the place is left to a person.
    func apply(to site: inout FixSite, _ call: PythonCall) throws(FixRefusal) {
        if let lost {
            throw FixRefusal(
                "the text also holds \(lost), for which the kind \(kind?.kind ?? "") has no slot",
                remedy: "declare the kind with a slot for it in signet.yml"
            )
        }
        switch value {
        case .text: try text(&site, call)
        case .other: try other(&site, call)
        case .hex, .object, .reference: try object(&site, call)
        }
        guard site.level != .manual, let kind, !kind.isDeclared else { return }
        site.level = kind.doubt == nil ? .unsafe : .manual
        site.reasons.append(kind.doubt ?? "the kind \(kind.kind) is not declared")
        site.remedy = "declare \(kind.kind) in signet.yml"
    }

    /// The forms that the text of a whole UUID may take, the best first.
    ///
    /// Only where the project has declared a kind has it said that its texts need not be UUIDs.
    private var forms: [FixForm] {
        if demand.staysUUID { return [.uuid] }
        let isDeclared = kind?.isDeclared == true
        // Readable texts of a kind that no catalog has may read like those of a shorter kind.
        if let wanted { return [wanted == .readable && !isDeclared ? .compact : wanted, .uuid] }
        return isDeclared ? [.compact, .uuid] : [.uuid]
    }

    /// The text of a whole UUID: 36 characters.
    private func text(_ site: inout FixSite, _ call: PythonCall) throws(FixRefusal) {
        let forms = forms
        let kind = kind?.kind ?? ""
        for form in forms {
            site.broken = demand.broken(by: form, kind: kind, insteadOfUUID: true)
            guard site.broken.isEmpty else { continue }
            site.form = form
            site.owner = form == .readable ? owner : nil
            site.replacement = try call.new(kind, form: form, slots: form == .readable ? slots : [])
            site.level = .safe
            explain(form, kind, &site)
            return
        }
        site.suggest(try call.new(kind, form: forms[0]))
    }

    private func explain(_ form: FixForm, _ kind: String, _ site: inout FixSite) {
        if form == .uuid {
            site.reasons.append("the text stays that of a UUID, for which others may take it")
        } else if let length = form.length(of: kind), length <= 36 {
            site.reasons.append("a text stays a text, of \(length) characters instead of 36")
        } else {
            site.level = .unsafe
            site.reasons.append("the text is longer than that of a UUID")
            site.remedy = "make sure that what stores it takes more than 36 characters"
        }
    }

    /// A cut UUID, or a text that is put together.
    private func other(_ site: inout FixSite, _ call: PythonCall) throws(FixRefusal) {
        let kind = kind?.kind ?? ""
        let isReadable = !slots.isEmpty || wanted == .readable && self.kind?.isDeclared == true
        let form = isReadable ? .readable : wanted == .uuid ? .uuid : FixForm.compact
        let text = try call.new(kind, form: form, slots: slots)
        site.broken = demand.broken(by: form, kind: kind, insteadOfUUID: false)
        site.owner = owner
        guard site.broken.isEmpty else { return site.suggest(text) }
        site.form = form
        site.replacement = text
        site.level = .unsafe
        site.reasons.append("a text stays a text, but of another length")
        site.remedy = "make sure that what stores and shows it has room for it"
    }

    /// A UUID object, its 32 digits, or the function that makes it.
    private func object(_ site: inout FixSite, _ call: PythonCall) throws(FixRefusal) {
        let code: String
        switch value {
        case .reference: code = call.generator
        case .hex: code = try call.uuid(kind?.kind ?? "") + ".hex"
        default: code = try call.uuid(kind?.kind ?? "")
        }
        site.broken = demand.consumers.filter {
            ShapeDemand.wantsVersion4($0) || $0.rule == "id-slice"
        }
        guard site.broken.isEmpty else { return site.suggest(code) }
        site.replacement = code
        site.level = .safe
        site.reasons.append("the type stays the same, and so does the look of a UUID")
        if value == .reference, demand.consumers.contains(where: { $0.symbol.contains("Field") }) {
            site.level = .unsafe
            site.reasons.append("the default of a model's field is part of Django's migrations")
            site.remedy = "run makemigrations after the change"
        }
    }

    private var owner: String? {
        slots.first { $0.name == KindDeclaration.ownerSlot }?.value
    }
}
