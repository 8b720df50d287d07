extension Slot {
    /// Whether a text is a field as today's texts have it.
    static func isValid(_ field: String) -> Bool {
        let bytes = field.utf8.span
        return (try? validate(bytes, bytes.indices, mayBeTag: true)) != nil
    }

    /// Checks one field of a text.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - range: Where the field stands.
    ///   - mayBeTag: Whether it is the owner's, which may hold a tag.
    /// - Throws: An error with the offset of the first fault.
    static func validate(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        mayBeTag: Bool
    ) throws(IDError) {
        guard !range.isEmpty else { throw IDError(.slotEmpty, at: range.lowerBound) }
        if text[range.lowerBound] == UInt8(ascii: ".") {
            let tag = text.extracting(range)
            guard mayBeTag else { throw IDError(.tagMisplaced, at: range.lowerBound) }
            _ = try OwnerTag(parsing: tag, at: range.lowerBound)
            return
        }
        var offset = range.lowerBound
        var count = 0
        var hasHighBytes = false
        while offset < range.upperBound {
            if isUnreserved(text[offset]) {
                offset += 1
            } else {
                let byte = try escape(text, at: offset, in: range)
                hasHighBytes = hasHighBytes || byte >= 0x80
                offset += 3
            }
            count += 1
            guard count <= maximumCount else { throw IDError(.slotTooLong, at: range.lowerBound) }
        }
        if hasHighBytes { try validateUTF8(text, range) }
    }

    /// The byte that an escape stands for.
    private static func escape(
        _ text: Span<UInt8>,
        at offset: Int,
        in range: Range<Int>
    ) throws(IDError) -> UInt8 {
        guard text[offset] == UInt8(ascii: "~") else {
            throw IDError(.fault(of: text[offset], else: .slotMalformed), at: offset)
        }
        guard offset + 2 < range.upperBound, let high = Hex.nibble(text[offset + 1]),
            let low = Hex.nibble(text[offset + 2])
        else { throw IDError(.escapeMalformed, at: offset) }
        let byte = high << 4 | low
        let isLeadingDot = byte == UInt8(ascii: ".") && offset == range.lowerBound
        guard !isUnreserved(byte) || isLeadingDot else {
            throw IDError(.escapeUnneeded, at: offset)
        }
        return byte
    }

    private static func validateUTF8(_ text: Span<UInt8>, _ range: Range<Int>) throws(IDError) {
        var bytes: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let isEscape = text[offset] == UInt8(ascii: "~")
            bytes.append(
                isEscape ? try escape(text, at: offset, in: range) : text[offset]
            )
            offset += isEscape ? 3 : 1
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw IDError(.slotNotUTF8, at: range.lowerBound)
        }
    }
}
