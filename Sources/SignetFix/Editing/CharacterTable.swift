import SignetScan

/// Where each character of a converted text stands in the raw bytes.
///
/// ASCII is one byte on both sides, so only other characters have an entry.
struct CharacterTable: Sendable {
    /// A character outside ASCII: where it starts, and how many bytes it takes on both sides.
    private struct Entry {
        let text: Int
        let raw: Int
        let textCount: Int
        let rawCount: Int
    }

    private var entries: [Entry] = []
    private let textCount: Int

    /// No character takes more bytes than this in any encoding that Python reads.
    private static let maximumCount = 8

    /// Converts `raw` character by character; `nil` if that does not give `text`.
    init?(of raw: [UInt8], decodedAs text: [UInt8]) {
        guard let name = CodingDeclaration.name(in: raw.span),
            case .other(let encoding) = SourceEncoding(
                declared: String(decoding: raw[name], as: UTF8.self)
            ), let converter = TextConverter.make(from: encoding)
        else { return nil }
        textCount = text.count
        var textOffset = 0
        var rawOffset = 0
        var character: [UInt8] = []
        while rawOffset < raw.count {
            guard textOffset < text.count else { return nil }
            if raw[rawOffset] < 0x80, raw[rawOffset] == text[textOffset] {
                rawOffset += 1
                textOffset += 1
                continue
            }
            let rest = raw.span.extracting(rawOffset...)
            guard let count = Self.count(rest, converter, &character) else { return nil }
            let end = textOffset + character.count
            guard end <= text.count, text[textOffset..<end] == character[...] else { return nil }
            entries.append(
                Entry(
                    text: textOffset,
                    raw: rawOffset,
                    textCount: character.count,
                    rawCount: count
                )
            )
            rawOffset += count
            textOffset = end
        }
        guard textOffset == text.count else { return nil }
    }

    /// How many bytes the first character takes, which is put into `character`.
    private static func count(
        _ bytes: Span<UInt8>,
        _ converter: borrowing TextConverter,
        _ character: inout [UInt8]
    ) -> Int? {
        for count in 1...maximumCount where count <= bytes.count {
            guard converter.convert(bytes.extracting(..<count), into: &character) == nil else {
                continue
            }
            // Bytes that give nothing switch the state of the encoding.
            return character.isEmpty ? nil : count
        }
        return nil
    }

    /// The raw offset of an offset in the text; `nil` inside a character or outside of the text.
    func rawOffset(of offset: Int) -> Int? {
        guard (0...textCount).contains(offset) else { return nil }
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].text < offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let last = entries[low - 1]
        let distance = offset - last.text - last.textCount
        return distance < 0 ? nil : last.raw + last.rawCount + distance
    }
}
