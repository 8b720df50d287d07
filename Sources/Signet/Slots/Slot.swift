/// One field between the kind and the time of a readable text.
public struct Slot: Hashable, Sendable {
    /// The greatest number of bytes that a slot may hold, before escaping.
    public static let maximumCount = 48

    /// The slot's name in the kind's shape; `slot1`, `slot2` … for a kind that is not declared.
    public let name: String
    /// The field as the text spells it, escapes included.
    public let text: String

    /// What the slot holds: its text without escapes, or a tag's text as it is.
    public var value: String { Self.value(of: text.utf8.span) }

    /// The owner tag, if the slot holds one.
    public var tag: OwnerTag? {
        guard text.utf8.first == UInt8(ascii: ".") else { return nil }
        return try? OwnerTag(parsing: text.utf8.span, at: 0)
    }
}

extension Slot {
    /// Escapes a value: letters, digits, `-` and `.` stay, every other byte becomes `~` and two
    /// hexadecimal digits, and so does a leading `.`, which would begin a tag.
    ///
    /// - Throws: ``IDError/Code-swift.struct/slotEmpty`` or
    ///   ``IDError/Code-swift.struct/slotTooLong``.
    static func escaped(_ value: String) throws(IDError) -> String {
        guard !value.isEmpty else { throw IDError(.slotEmpty) }
        guard value.utf8.count <= maximumCount else { throw IDError(.slotTooLong) }
        var text: [UInt8] = []
        for byte in value.utf8 {
            if isUnreserved(byte), !(text.isEmpty && byte == UInt8(ascii: ".")) {
                text.append(byte)
            } else {
                let digits = Hex.digits(UInt32(byte))
                text.append(UInt8(ascii: "~"))
                text.append(UInt8(truncatingIfNeeded: digits >> 48))
                text.append(UInt8(truncatingIfNeeded: digits >> 56))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The value that a valid field spells; a tag holds no escape and spells itself.
    package static func value(of field: Span<UInt8>) -> String {
        guard field.indices.contains(where: { field[$0] == UInt8(ascii: "~") }) else {
            return String(ascii: field)
        }
        var value: [UInt8] = []
        var offset = 0
        while offset < field.count {
            guard field[offset] == UInt8(ascii: "~"), offset + 2 < field.count,
                let high = Hex.nibble(field[offset + 1]), let low = Hex.nibble(field[offset + 2])
            else {
                value.append(field[offset])
                offset += 1
                continue
            }
            value.append(high << 4 | low)
            offset += 3
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// Whether a slot holds the byte as itself (RFC 3986, section 2.3, without `_` and `~`).
    package static func isUnreserved(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
