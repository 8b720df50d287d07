/// Finds the encoding of Python sources and turns what is not UTF-8 into UTF-8 (PEP 263).
package struct SourceDecoder: ~Copyable {
    /// The text of the last file that had to be converted.
    package private(set) var converted: [UInt8] = []

    /// Creates a decoder.
    package init() {}

    /// Decodes `source`; valid UTF-8 stays where it is.
    package mutating func decode(
        _ source: Span<UInt8>
    ) throws(SourceDecodingError) -> SourceText {
        if let offset = source.firstZero { throw .zeroByte(offset: offset) }
        let hasMark =
            source.count >= 3
            && source[0] == 0xef && source[1] == 0xbb && source[2] == 0xbf
        let start = hasMark ? 3 : 0
        let text = source.extracting(start...)
        switch try Self.encoding(of: text, hasMark: hasMark) {
        case .utf8:
            try Self.validate(text, startingAt: start)
            return .raw(from: start)
        case .ascii:
            if let offset = text.firstNonASCII {
                throw .invalidBytes(encoding: "ascii", offset: offset)
            }
            return .raw(from: start)
        case .other(let name):
            guard let converter = TextConverter.make(from: name) else { throw .unknownEncoding }
            if let offset = converter.convert(text, into: &converted) {
                throw .invalidBytes(encoding: name, offset: offset)
            }
            return .converted
        }
    }

    private static func encoding(
        of text: Span<UInt8>,
        hasMark: Bool
    ) throws(SourceDecodingError) -> SourceEncoding {
        guard let range = CodingDeclaration.name(in: text) else { return .utf8 }
        var name = ""
        for index in range { name.unicodeScalars.append(Unicode.Scalar(text[index])) }
        if hasMark && !SourceEncoding.isPlainUTF8(name) { throw .contradiction }
        return SourceEncoding(declared: name)
    }

    private static func validate(
        _ text: Span<UInt8>,
        startingAt start: Int
    ) throws(SourceDecodingError) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text)
        } catch {
            throw .invalidBytes(encoding: "utf-8", offset: start + error.byteOffsets.lowerBound)
        }
    }
}
