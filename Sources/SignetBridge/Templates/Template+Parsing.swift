extension Template {
    private static let names: [(String, Field)] = [
        ("date", .date), ("time", .time), ("datetime", .datetime), ("ms", .milliseconds),
        ("s", .seconds), ("number", .number), ("uuid", .uuid), ("word", .word), ("owner", .owner),
        ("operation", .operation), ("type", .type), ("text", .text),
    ]

    /// What may stand in braces.
    private static let allowed =
        names.map { "{\($0.0)}" }.joined(separator: ", ") + ", and {hex4} to {hex64}"

    /// Reads a template such as `inv-{date}-{hex8}`.
    ///
    /// - Throws: An error that says what is allowed.
    init(_ text: String) throws(TemplateError) {
        guard (1...200).contains(text.utf8.count) else {
            throw TemplateError(message: "a template has 1 to 200 bytes")
        }
        var pieces: [Piece] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "{") {
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
                    throw TemplateError(message: "a '{' of the template has no '}'")
                }
                pieces.append(.field(try Self.field(rest[(rest.startIndex + 1)..<end])))
                rest = rest[(end + 1)...]
            } else {
                let end = rest.firstIndex(of: UInt8(ascii: "{")) ?? rest.endIndex
                let word = Array(rest[..<end])
                guard word.allSatisfy({ ByteSet.open.contains($0) || $0 == UInt8(ascii: "/") })
                else {
                    throw TemplateError(
                        message: "words of a template hold letters, digits and _ - . : @ + ~ /"
                    )
                }
                pieces.append(.literal(word))
                rest = rest[end...]
            }
        }
        try self.init(pieces)
    }

    private init(_ pieces: [Piece]) throws(TemplateError) {
        guard pieces.reduce(0, { $0 + $1.count }) <= Bridge.maximumCount else {
            throw TemplateError(
                message: "texts of a template have at most \(Bridge.maximumCount) bytes"
            )
        }
        let opens = pieces.indices.filter { pieces[$0].isOpen }
        guard opens.count <= 1 else {
            throw TemplateError(
                message: "a template has at most one of {owner}, {operation}, {type} and {text}: "
                    + "with two, no text could be split whole"
            )
        }
        for (left, right) in zip(pieces, pieces.dropFirst()) where !left.ends(before: right) {
            throw TemplateError(
                message: "between two fields, and next to {number} and {word}, a template needs a "
                    + "separator that the field cannot hold, such as '_' or '-'"
            )
        }
        guard pieces.contains(where: { $0.isTelling }) else {
            throw TemplateError(
                message: "a template needs a word or a field of fixed width, or it takes everything"
            )
        }
        if let place = opens.first, case .field(let field) = pieces[place] {
            front = Array(pieces[..<place])
            open = field
            back = Array(pieces[(place + 1)...])
        } else {
            front = pieces
            open = nil
            back = []
        }
    }

    private static func field(_ name: ArraySlice<UInt8>) throws(TemplateError) -> Field {
        let name = String(decoding: name, as: UTF8.self)
        if let known = names.first(where: { $0.0 == name }) { return known.1 }
        if name.hasPrefix("hex"), let count = Int(name.dropFirst(3)), (4...64).contains(count) {
            return .hex(count)
        }
        throw TemplateError(message: "a field of the template is not known; allowed: \(allowed)")
    }
}

extension Template.Piece {
    fileprivate var isOpen: Bool {
        guard case .field(let field) = self else { return false }
        return field.isOpen
    }

    /// How many bytes the piece takes at least.
    fileprivate var count: Int {
        switch self {
        case .literal(let word): word.count
        case .field(let field): field.width ?? 1
        }
    }

    /// Whether the piece tells the family from other texts.
    fileprivate var isTelling: Bool {
        switch self {
        case .literal: true
        case .field(let field): field.width != nil
        }
    }

    /// Whether it is plain where this piece ends and the next begins.
    fileprivate func ends(before next: Self) -> Bool {
        switch (self, next) {
        case (.field(let left), .field(let right)):
            left.width != nil && right.width != nil
        case (.field(let left), .literal(let word)) where left.isVariable:
            !left.set(at: 0).contains(word[0])
        case (.literal(let word), .field(let right)) where right.isVariable:
            !right.set(at: 0).contains(word[word.count - 1])
        default: true
        }
    }
}
