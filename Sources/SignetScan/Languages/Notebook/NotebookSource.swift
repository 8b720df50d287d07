/// The code of a notebook as one text, with the way back into its file.
///
/// Cells follow each other as they stand in the file, each ended by a line feed, so that names from
/// an earlier cell are known in later ones. What only the notebook's own shell understands becomes
/// blanks.
struct NotebookSource {
    /// Bytes of the text that come from neighbouring bytes of the file.
    private struct Segment {
        var textStart: Int
        var fileStart: Int
        /// How many bytes of the file one escape takes; 0 where bytes were copied.
        var escapeLength: Int
    }

    /// The text; valid UTF-8 if the file is.
    private(set) var text: [UInt8] = []
    private var segments: [Segment] = []

    /// Puts the code of `cells` together.
    init(_ cells: [NotebookCell], _ file: Span<UInt8>) {
        for cell in cells {
            let start = text.count
            for piece in cell.pieces { append(piece, file) }
            NotebookMagic.blank(&text, from: start)
            if let end = cell.pieces.last?.upperBound, text.last != 0x0a {
                add(fileStart: end, escapeLength: 1)
                text.append(0x0a)
            }
        }
    }

    private mutating func add(fileStart: Int, escapeLength: Int) {
        segments.append(
            Segment(textStart: text.count, fileStart: fileStart, escapeLength: escapeLength)
        )
    }

    /// Appends the content of a JSON text.
    private mutating func append(_ piece: Range<Int>, _ file: Span<UInt8>) {
        var offset = piece.lowerBound
        while offset < piece.upperBound {
            let rest = file.extracting(offset..<piece.upperBound)
            let end =
                offset + ByteScan.first(of: 0x5c, 0x5c, 0x5c, 0x5c, in: rest, from: 0)
            if end > offset {
                add(fileStart: offset, escapeLength: 0)
                text.append(contentsOf: file.extracting(offset..<end))
            }
            guard end < piece.upperBound else { return }
            offset = appendEscape(end, piece.upperBound, file)
        }
    }

    /// Appends what the escape at `start` stands for, and returns the offset behind it.
    private mutating func appendEscape(_ start: Int, _ limit: Int, _ file: Span<UInt8>) -> Int {
        guard start + 1 < limit else { return limit }
        var end = start + 2
        let scalar: Unicode.Scalar
        switch file[start + 1] {
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "t"): scalar = "\t"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{c}"
        case UInt8(ascii: "u"): (scalar, end) = Self.scalar(start, limit, file)
        case let byte where byte < 0x80: scalar = Unicode.Scalar(byte)
        // No escape; the backslash is dropped and the character copied.
        default: return start + 1
        }
        add(fileStart: start, escapeLength: end - start)
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return end
    }

    /// The character of `\u…` at `start`, or of two such escapes that form a pair of surrogates.
    private static func scalar(
        _ start: Int,
        _ limit: Int,
        _ file: Span<UInt8>
    ) -> (Unicode.Scalar, end: Int) {
        guard let first = unit(start, limit, file) else { return ("\u{fffd}", start + 2) }
        if let scalar = Unicode.Scalar(first) { return (scalar, start + 6) }
        guard first < 0xdc00, let second = unit(start + 6, limit, file),
            (0xdc00...0xdfff).contains(second),
            let scalar = Unicode.Scalar((first - 0xd800) << 10 + (second - 0xdc00) + 0x1_0000)
        else { return ("\u{fffd}", start + 6) }
        return (scalar, start + 12)
    }

    /// The four hexadecimal digits of an escape at `start`.
    private static func unit(_ start: Int, _ limit: Int, _ file: Span<UInt8>) -> UInt32? {
        guard start + 6 <= limit, file[start] == 0x5c, file[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for index in start + 2..<start + 6 {
            guard let digit = Character(Unicode.Scalar(file[index])).hexDigitValue else {
                return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// The bytes of the file from which `range` of the text comes.
    func place(of range: Range<Int>) -> Range<Int> {
        let start = start(of: range.lowerBound)
        guard !range.isEmpty else { return start..<start }
        let segment = segments[index(of: range.upperBound - 1)]
        let end =
            segment.escapeLength > 0
            ? segment.fileStart + segment.escapeLength
            : segment.fileStart + range.upperBound - segment.textStart
        return start..<max(start, end)
    }

    private func start(of offset: Int) -> Int {
        guard !segments.isEmpty else { return 0 }
        let segment = segments[index(of: offset)]
        return segment.fileStart + (segment.escapeLength > 0 ? 0 : offset - segment.textStart)
    }

    /// The segment to which the byte at `offset` belongs.
    private func index(of offset: Int) -> Int {
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].textStart <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
