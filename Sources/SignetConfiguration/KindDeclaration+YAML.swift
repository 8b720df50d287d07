import Signet

extension KindDeclaration {
    /// Reads a declaration; what it leaves out is as in the built-in one it changes, if any.
    init(
        _ kind: Kind,
        from node: YAMLNode,
        changing base: KindDeclaration?
    ) throws(ConfigurationError) {
        let settings = try node.members(["summary", "slots", "owner", "lifetime", "form"])
        var shape = base?.shape ?? []
        if let slots = settings["slots"] {
            shape = []
            for slot in try slots.elements() {
                let name = try slot.text()
                let isOptional = name.hasSuffix("?")
                shape.append(
                    SlotDeclaration(
                        isOptional ? String(name.dropLast()) : name,
                        isRequired: !isOptional
                    )
                )
            }
        }
        do throws(ConfigurationError) {
            try self.init(kind, shape, settings, base)
        } catch  where error.line == nil {
            throw node.error(error.message, .catalog)
        }
    }

    private init(
        _ kind: Kind,
        _ shape: [SlotDeclaration],
        _ settings: [String: YAMLNode],
        _ base: KindDeclaration?
    ) throws(ConfigurationError) {
        let policy = try settings["owner"].map { node throws(ConfigurationError) in
            guard let policy = OwnerPolicy(rawValue: try node.text()) else {
                throw node.error("an owner policy is none, plain or tag")
            }
            return policy
        }
        let form = try settings["form"].map { node throws(ConfigurationError) in
            let name = try node.text()
            guard let form = TextForm.writable.first(where: { $0.name == name }) else {
                throw node.error("a form is readable, compact, uuid, checked or classic")
            }
            return form
        }
        let lifetime = try settings["lifetime"].map { node throws(ConfigurationError) in
            try Duration(lifetime: node)
        }
        let summary = try settings["summary"]?.text() ?? base?.summary ?? ""
        do throws(IDError) {
            try self.init(
                kind,
                shape: shape,
                ownerPolicy: policy ?? (settings["slots"] == nil ? base?.ownerPolicy : nil),
                lifetime: lifetime ?? base?.lifetime,
                form: form ?? base?.form ?? .readable,
                summary: summary
            )
        } catch {
            throw ConfigurationError(.catalog, error.description)
        }
    }
}

extension Duration {
    /// Reads a number and a unit: `90s`, `15m`, `12h` or `30d`.
    fileprivate init(lifetime node: YAMLNode) throws(ConfigurationError) {
        let seconds: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        let text = try node.text()
        guard let unit = text.last.flatMap({ seconds[$0] }), let count = Int(text.dropLast()),
            count > 0, count <= 1_000_000_000
        else { throw node.error("a lifetime is a number and s, m, h or d, such as 30d") }
        self = .seconds(count * unit)
    }
}
