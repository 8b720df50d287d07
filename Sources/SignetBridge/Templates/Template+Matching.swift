import Signet

extension Template {
    /// Reads a text of the family, or gives nil.
    ///
    /// The front is read from the left and the back from the right; what is left between them is
    /// the open field. No byte is looked at twice.
    func match(_ text: Span<UInt8>) -> Reading? {
        var reading = Reading(.declared, .certain)
        var start = 0
        for piece in front {
            guard let end = Self.end(of: piece, in: text, from: start) else { return nil }
            guard Self.keep(piece, start..<end, text, in: &reading) else { return nil }
            start = end
        }
        var end = text.count
        for piece in back.reversed() {
            guard let begin = Self.start(of: piece, in: text, to: end, above: start) else {
                return nil
            }
            guard Self.keep(piece, begin..<end, text, in: &reading) else { return nil }
            end = begin
        }
        guard let open else { return start == end ? reading : nil }
        guard start < end, (start..<end).allSatisfy({ ByteSet.open.contains(text[$0]) }) else {
            return nil
        }
        switch open {
        case .owner: reading[.owner] = start..<end
        case .operation: reading[.operation] = start..<end
        case .type: reading[.type] = start..<end
        default: reading[.prefix] = start..<end
        }
        return reading
    }

    private static func end(of piece: Piece, in text: Span<UInt8>, from start: Int) -> Int? {
        switch piece {
        case .literal(let word):
            return isWord(word, text, at: start) ? start + word.count : nil
        case .field(let field):
            if let width = field.width {
                return isField(field, text, at: start, width) ? start + width : nil
            }
            var end = start
            while end < text.count, field.set(at: 0).contains(text[end]) { end += 1 }
            return end > start ? end : nil
        }
    }

    private static func start(
        of piece: Piece,
        in text: Span<UInt8>,
        to end: Int,
        above limit: Int
    ) -> Int? {
        switch piece {
        case .literal(let word):
            let start = end - word.count
            return start >= limit && isWord(word, text, at: start) ? start : nil
        case .field(let field):
            if let width = field.width {
                let start = end - width
                return start >= limit && isField(field, text, at: start, width) ? start : nil
            }
            var start = end
            while start > limit, field.set(at: 0).contains(text[start - 1]) { start -= 1 }
            return start < end ? start : nil
        }
    }

    private static func isWord(_ word: [UInt8], _ text: Span<UInt8>, at start: Int) -> Bool {
        guard start + word.count <= text.count else { return false }
        return word.indices.allSatisfy { text[start + $0] == word[$0] }
    }

    private static func isField(
        _ field: Field,
        _ text: Span<UInt8>,
        at start: Int,
        _ width: Int
    ) -> Bool {
        guard start + width <= text.count else { return false }
        return (0..<width).allSatisfy { field.set(at: $0).contains(text[start + $0]) }
    }

    /// Keeps what a field says; false for digits that are no date or no time.
    private static func keep(
        _ piece: Piece,
        _ range: Range<Int>,
        _ text: Span<UInt8>,
        in reading: inout Reading
    ) -> Bool {
        guard case .field(let field) = piece else { return true }
        switch field {
        case .date: return CalendarDigits.isDate(text, at: range.lowerBound)
        case .time: return CalendarDigits.isTime(text, at: range.lowerBound)
        case .datetime:
            return CalendarDigits.isDate(text, at: range.lowerBound)
                && CalendarDigits.isTime(text, at: range.lowerBound + 8)
        case .milliseconds:
            reading.time = text.decimal(range)
            return text[range.lowerBound] != UInt8(ascii: "0")
        case .seconds:
            reading.time = text.decimal(range).map { $0 * 1000 }
        case .number: reading[.number] = range
        case .word: reading[.type] = range
        case .hex, .uuid: reading[.random] = range
        default: break
        }
        return true
    }
}
