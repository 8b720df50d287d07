package import SignetScan

/// A source file as text in UTF-8, and the way back from places in the text to raw bytes.
///
/// Findings and outlines speak of the decoded text; edits are made to the bytes on disk. For UTF-8
/// the two differ by a byte order mark at most. For other encodings a table of all characters
/// outside ASCII is made, and it is only used if the characters one by one give exactly the text
/// of the whole. They do not in encodings that switch states or join characters; a place in such
/// a file has no exact bytes, and the file is left to a person.
package struct DecodedSource: Sendable {
    /// The bytes of the file as they are on disk.
    package let raw: [UInt8]
    /// The text in UTF-8, without a byte order mark.
    package let text: [UInt8]

    private let form: Form

    private enum Form {
        case utf8(from: Int)
        case converted(CharacterTable?)
    }

    /// Decodes the bytes of a file.
    ///
    /// - Throws: Why they are no text.
    package init(_ raw: [UInt8]) throws(SourceDecodingError) {
        self.raw = raw
        var decoder = SourceDecoder()
        switch try decoder.decode(raw.span) {
        case .raw(let start):
            text = start == 0 ? raw : Array(raw[start...])
            form = .utf8(from: start)
        case .converted:
            text = decoder.converted
            form = .converted(CharacterTable(of: raw, decodedAs: text))
        }
    }

    /// Whether the text is the file byte by byte.
    var isPlain: Bool {
        if case .utf8(from: 0) = form { true } else { false }
    }

    /// Whether places in the text can be found in the raw bytes.
    package var isEditable: Bool {
        if case .converted(nil) = form { false } else { true }
    }

    /// The raw bytes of a range of the text.
    ///
    /// - Returns: `nil` if the range does not lie in the text, cuts a character of a converted
    ///   text, or if the encoding has no exact places.
    package func rawRange(of range: Range<Int>) -> Range<Int>? {
        switch form {
        case .utf8(let start):
            guard range.lowerBound >= 0, range.upperBound <= raw.count - start else { return nil }
            return (range.lowerBound + start)..<(range.upperBound + start)
        case .converted(let table):
            guard let table, let lower = table.rawOffset(of: range.lowerBound),
                let upper = table.rawOffset(of: range.upperBound)
            else { return nil }
            return lower..<upper
        }
    }

    /// The bytes that write `text` in the encoding of the file.
    ///
    /// - Returns: `nil` for what is not ASCII in a file that is not UTF-8. Nothing that is written
    ///   into code needs more.
    package func encoded(_ text: String) -> [UInt8]? {
        if case .converted(let table) = form {
            guard table != nil, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        }
        return Array(text.utf8)
    }

    /// The edit of the raw bytes that puts `replacement` in the place of a range of the text.
    ///
    /// - Returns: `nil` where one of both has no exact bytes.
    package func edit(_ range: Range<Int>, _ replacement: String) -> SourceEdit? {
        guard let range = rawRange(of: range), let bytes = encoded(replacement) else { return nil }
        return SourceEdit(range, bytes)
    }
}
