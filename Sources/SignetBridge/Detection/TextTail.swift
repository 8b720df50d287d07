import Signet

/// The last fields of a text, counted from the end.
///
/// Earlier generators did not escape: a user or an operation may hold any separator. What stands at
/// the right end has a known shape, so everything is read from there.
struct TextTail {
    /// One field between `_` or `-`.
    struct Field {
        var start = 0
        var end = 0
        var isDecimal = false
        var isHex = false
        var hasDigit = false

        var count: Int { end - start }
        var range: Range<Int> { start..<end }
    }

    private var fields = [4 of Field](repeating: Field())
    private(set) var count = 0

    /// Reads up to four fields before an offset.
    init(_ text: Span<UInt8>, end: Int) {
        var end = end
        while count < 4, end > 0 || count == 0 {
            var field = Field(start: end, end: end, isDecimal: true, isHex: true)
            while field.start > 0 {
                let byte = text[field.start - 1]
                if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") { break }
                let isDigit = byte &- UInt8(ascii: "0") < 10
                field.hasDigit = field.hasDigit || isDigit
                field.isDecimal = field.isDecimal && isDigit
                field.isHex = field.isHex && (isDigit || byte &- UInt8(ascii: "a") < 6)
                field.start -= 1
            }
            if field.count == 0 {
                field.isDecimal = false
                field.isHex = false
            }
            fields[count] = field
            count += 1
            guard field.start > 0 else { return }
            end = field.start - 1
        }
    }

    /// A field, 0 for the last; an empty one where there is none.
    subscript(index: Int) -> Field { index < count ? fields[index] : Field() }

    /// Where the text before a field ends, or 0.
    func head(before index: Int) -> Int { max(self[index].start - 1, 0) }

    /// Whether a field is Unix milliseconds of 13 digits.
    func isMilliseconds(_ index: Int, in text: Span<UInt8>) -> Bool {
        let field = self[index]
        return field.count == 13 && field.isDecimal && text[field.start] != UInt8(ascii: "0")
    }

    /// Whether a field is Unix seconds of 10 digits, in the years from 2001 to 2033.
    func isSeconds(_ index: Int, in text: Span<UInt8>) -> Bool {
        let field = self[index]
        return field.count == 10 && field.isDecimal && text[field.start] == UInt8(ascii: "1")
    }
}
