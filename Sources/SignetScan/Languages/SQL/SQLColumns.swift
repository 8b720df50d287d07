/// The columns for identifiers that a statement of SQL declares.
///
/// Reads words only, no grammar: a column is a name in front of a type. That holds in every
/// dialect, in `CREATE TABLE`, `ADD COLUMN` and `ALTER COLUMN … TYPE`.
package enum SQLColumns {
    /// A column whose type is that of UUIDs, or too narrow for some identifiers.
    package struct Column: Sendable, Equatable {
        /// The bytes of the name, without quotes.
        package var name: Range<Int>
        /// The bytes of the type with its width.
        package var type: Range<Int>
        /// How many characters fit, if that is limited.
        package var width: Int?
    }

    /// The columns in `text`, in its order.
    package static func of(_ text: Span<UInt8>) -> [Column] {
        var columns: [Column] = []
        var previous: Range<Int>?
        var index = 0
        while index < text.count {
            guard isWord(text[index]) else {
                // A name and its type are separated by blanks and quotes alone.
                if !isGap(text[index]) { previous = nil }
                index += 1
                continue
            }
            var end = index
            while end < text.count, isWord(text[end]) { end += 1 }
            let word = index..<end
            if let name = previous, let column = column(name, word, text) {
                columns.append(column)
            }
            let isFiller = fillers.contains { text.extracting(word).isWord($0) }
            if !isFiller { previous = word }
            index = end
        }
        return columns
    }

    private static let fillers: [StaticString] = [
        "type", "set", "data", "nullable", "null", "not", "character",
    ]
    private static let keywords: [StaticString] = [
        "as", "add", "column", "alter", "default", "extension", "exists", "returns", "cast", "and",
        "or", "is", "using", "table", "create", "return", "of", "from", "where", "in", "on",
    ]

    private static func column(
        _ name: Range<Int>,
        _ word: Range<Int>,
        _ text: Span<UInt8>
    ) -> Column? {
        let type = text.extracting(word)
        if type.isWord("uuid") {
            let name = keywords.contains { text.extracting(name).isWord($0) } ? nil : name
            return name.map { Column(name: $0, type: word, width: nil) }
        }
        let isText =
            type.isWord("varchar") || type.isWord("char") || type.isWord("nvarchar")
            || type.isWord("varying") || type.isWord("nchar") || type.isWord("fixedstring")
        guard isText, IdentifierSpelling.isIdentifier(text.extracting(name)),
            word.upperBound < text.count, text[word.upperBound] == 0x28
        else { return nil }
        var width = 0
        var end = word.upperBound + 1
        while end < text.count, text[end] &- 0x30 < 10, width < 100_000 {
            width = width * 10 + Int(text[end] - 0x30)
            end += 1
        }
        guard width > 0, end < text.count, text[end] == 0x29 else { return nil }
        return Column(name: name, type: word.lowerBound..<end + 1, width: width)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == 0x5f || byte &- 0x30 < 10 || byte >= 0x80
    }

    private static func isGap(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 || byte == 0x22
            || byte == 0x60 || byte == 0x5d || byte == 0x5b
    }
}

extension Span<UInt8> {
    /// Whether the bytes are those of `word` in any case.
    fileprivate func isWord(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && stands(word, inAnyCaseAt: 0)
    }
}
