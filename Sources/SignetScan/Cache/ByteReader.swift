/// Bytes of a cache or a journal as they are read; never beyond their end, whatever they say.
package struct ByteReader {
    /// The bytes are not what was written.
    package struct Damage: Error {
        /// Says so.
        package init() {}
    }

    private let bytes: [UInt8]
    private let end: Int
    private var offset: Int
    private var strings: [String] = []

    /// Prepares to read a range of `bytes`, which must lie in them.
    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        precondition(range.upperBound <= bytes.count, "whoever made the range has checked it")
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    /// Whether everything has been read.
    package var isAtEnd: Bool { offset == end }

    /// Reads one byte.
    package mutating func byte() throws(Damage) -> UInt8 {
        guard offset < end else { throw Damage() }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Reads a number of `ByteWriter.number`.
    package mutating func number() throws(Damage) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = try byte()
            guard shift < 63 || shift == 63 && byte <= 1 else { throw Damage() }
            value |= UInt(byte & 0x7f) << shift
            if byte < 0x80 { return Int(bitPattern: value) }
            shift += 7
        }
    }

    /// Reads a number that says how many things follow, each of at least one byte.
    package mutating func count() throws(Damage) -> Int {
        let count = try number()
        guard (0...(end - offset)).contains(count) else { throw Damage() }
        return count
    }

    /// Reads a number of `ByteWriter.fixed`.
    package mutating func fixed<Number: FixedWidthInteger>(_: Number.Type) throws(Damage) -> Number
    {
        var value: Number = 0
        for index in 0..<(Number.bitWidth / 8) {
            value |= Number(truncatingIfNeeded: try byte()) << Number(index * 8)
        }
        return value
    }

    /// Reads a text.
    package mutating func text() throws(Damage) -> String {
        let known = try number()
        if known > 0 {
            guard known <= strings.count else { throw Damage() }
            return strings[known - 1]
        }
        let count = try count()
        let text = try string(in: offset..<(offset + count))
        offset += count
        strings.append(text)
        return text
    }

    private func string(in range: Range<Int>) throws(Damage) -> String {
        guard let utf8 = try? UTF8Span(validating: bytes.span.extracting(range)) else {
            throw Damage()
        }
        return String(copying: utf8)
    }

    /// Reads a text, or that there is none.
    package mutating func optional() throws(Damage) -> String? {
        try flag() ? try text() : nil
    }

    /// Reads a byte that is 0 or 1.
    package mutating func flag() throws(Damage) -> Bool {
        let byte = try byte()
        guard byte <= 1 else { throw Damage() }
        return byte == 1
    }

    /// Reads the index of one of `values`.
    package mutating func member<Value>(of values: [Value]) throws(Damage) -> Value {
        let index = Int(try byte())
        guard values.indices.contains(index) else { throw Damage() }
        return values[index]
    }
}
