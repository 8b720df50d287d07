/// The time at the end of a legacy text: `_` and 13 digits, alone or followed by what earlier
/// generators put behind it.
package enum LegacyTime {
    /// The milliseconds, if the text ends in `_{13 digits}`, `_{13 digits}_{4 to 16 hex digits}` or
    /// `_{13 digits}_{number}_{8 hex digits}`, and they are at least 1000000000000.
    ///
    /// - Parameter text: The legacy text.
    /// - Returns: Unix milliseconds, or nil.
    package static func milliseconds(atEndOf text: Span<UInt8>) -> UInt64? {
        range(atEndOf: text).flatMap { text.decimal($0) }
    }

    /// Where the 13 digits stand.
    static func range(atEndOf text: Span<UInt8>) -> Range<Int>? {
        let last = text.lastField(before: text.count)
        if let time = time(text, last) { return time }
        guard last.lowerBound > 0, text.isHex(last) else { return nil }
        let second = text.lastField(before: last.lowerBound - 1)
        if (4...16).contains(last.count), let time = time(text, second) { return time }
        guard second.lowerBound > 0, last.count == 8, text.isDecimal(second) else { return nil }
        return time(text, text.lastField(before: second.lowerBound - 1))
    }

    /// The field, if it is a time of 13 digits behind a `_`.
    private static func time(_ text: Span<UInt8>, _ field: Range<Int>) -> Range<Int>? {
        guard field.count == 13, field.lowerBound > 0, text.isDecimal(field),
            text[field.lowerBound] != UInt8(ascii: "0")
        else { return nil }
        return field
    }
}

extension Span<UInt8> {
    /// What stands between the last `_` before an offset and the offset.
    package func lastField(before end: Int) -> Range<Int> {
        lastUnderscore(before: end) + 1..<end
    }

    /// Whether a range holds decimal digits and nothing else, at least one.
    package func isDecimal(_ range: Range<Int>) -> Bool {
        range.allSatisfy { self[$0] &- UInt8(ascii: "0") < 10 } && !range.isEmpty
    }

    /// Whether a range holds lower-case hexadecimal digits and nothing else, at least one.
    package func isHex(_ range: Range<Int>) -> Bool {
        range.allSatisfy { Hex.nibble(self[$0]) != nil } && !range.isEmpty
    }
}
