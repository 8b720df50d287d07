import SignetScan

/// What the consumers of a value in the tree ask of how it looks.
struct ShapeDemand {
    /// The consumers, in the order of the report.
    let consumers: [Finding]
    /// Whether the value also goes where nobody in the tree says which texts are taken, or nobody
    /// has said at all that they may change.
    var staysUUID = false

    /// Reads what `consumers` ask for.
    init(_ consumers: [Finding]) { self.consumers = consumers }

    /// The consumers that a text of `kind` in `form` would break.
    ///
    /// Consumers that take the text of a UUID apart go on to work with that of another one, if
    /// `insteadOfUUID` says that it has been one so far.
    func broken(by form: FixForm, kind: String, insteadOfUUID: Bool) -> [Finding] {
        consumers.filter { breaks($0, form, kind, insteadOfUUID) }
    }

    /// Whether a consumer takes nothing but version 4, as `UUID4` does, or makes another UUID of
    /// what it reads, as `UUID(x, version=4)` does.
    static func wantsVersion4(_ consumer: Finding) -> Bool {
        consumer.symbol.contains("UUID4") || consumer.symbol.contains("version=")
            || consumer.symbol.contains("4[")
    }

    private func breaks(
        _ consumer: Finding,
        _ form: FixForm,
        _ kind: String,
        _ insteadOfUUID: Bool
    ) -> Bool {
        switch consumer.rule {
        case "id-order", "uuid-mock": return false
        case "uuid-column":
            if let width = Self.number(in: consumer.symbol) {
                return form.length(of: kind).map { $0 > width } ?? true
            }
            return form != .uuid
        case "id-length":
            guard form != .uuid, let number = Self.number(in: consumer.symbol) else {
                return form != .uuid
            }
            return form.length(of: kind).map { $0 != number } ?? true
        case "id-prefix":
            return !(form != .uuid && consumer.symbol == kind + "_")
        case "id-slice": return true
        case "id-split": return !(form == .uuid && insteadOfUUID)
        default: return form != .uuid || Self.wantsVersion4(consumer)
        }
    }

    /// The first number in a text such as `String(36)`.
    private static func number(in text: String) -> Int? {
        let digits = text.drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
        return Int(digits)
    }
}
