/// The fields between the kind and the time of a readable text, in the order of the kind's shape.
///
/// Slots are not part of an ID's value: they say in a log whose it is and what for. They are
/// validated once, when they are made, and can then be written with any number of IDs.
public struct Slots: Hashable, Sendable {
    /// No slots.
    public static var none: Self { Self(names: [], text: "") }

    /// Nil where there are none, so that texts without slots are parsed without counting references.
    private let namesIfAny: [String]?
    /// The names of the fields, in order.
    var names: [String] { namesIfAny ?? [] }
    /// The fields joined by `_`, escapes included.
    let text: String

    init(names: [String], text: String) {
        namesIfAny = names.isEmpty ? nil : names
        self.text = text
    }

    /// Takes the fields of a classic text: the last takes what is left.
    ///
    /// Earlier generators escaped nothing; what Signet writes in their form it escapes.
    init(classic fields: String, names: [String]) throws(IDError) {
        let parts = fields.split(
            separator: "_",
            maxSplits: max(names.count - 1, 0),
            omittingEmptySubsequences: false
        )
        var escaped: [String] = []
        for part in parts {
            let field = String(part)
            escaped.append(Slot.isValid(field) ? field : try Slot.escaped(field))
        }
        self.init(names: names, text: escaped.joined(separator: "_"))
    }

    /// Whether there are none.
    public var isEmpty: Bool { text.isEmpty }

    /// The fields in order.
    public var all: [Slot] {
        var slots: [Slot] = []
        visit { name, field in slots.append(Slot(name: name, text: String(ascii: field))) }
        return slots
    }

    /// Lends the name and the bytes of each field in order, escapes included.
    package func visit(_ body: (_ name: String, _ field: Span<UInt8>) -> Void) {
        let bytes = text.utf8.span
        var start = 0
        var index = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "_") { end += 1 }
            let name = index < names.count ? names[index] : "slot\(index + 1)"
            body(name, bytes.extracting(start..<end))
            start = end + 1
            index += 1
        }
    }

    /// The field of a name, or nil.
    public subscript(name: String) -> Slot? { all.first { $0.name == name } }
}
