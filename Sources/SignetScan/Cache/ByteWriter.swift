/// Bytes of a cache or a journal as they are written.
package struct ByteWriter {
    /// The bytes so far.
    package private(set) var bytes: [UInt8] = []
    private var strings: [String: Int] = [:]

    /// Creates a writer of nothing.
    package init() {}

    /// Begins a part that can be read by itself: texts before it are not referred to.
    mutating func beginPart() { strings.removeAll(keepingCapacity: true) }

    /// Appends one byte.
    package mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Appends a whole number in LEB128: seven bits a byte, the low ones first.
    package mutating func number(_ value: Int) {
        var rest = UInt(bitPattern: value)
        while rest > 0x7f {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Appends a number in as many bytes as its type has, the low ones first.
    package mutating func fixed(_ value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<(value.bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Appends a text: the first time with its bytes, later as a reference to them.
    package mutating func text(_ value: String) {
        if let known = strings[value] { return number(known + 1) }
        strings[value] = strings.count
        number(0)
        number(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// Appends a text, or that there is none.
    package mutating func optional(_ value: String?) {
        byte(value == nil ? 0 : 1)
        if let value { text(value) }
    }

    /// Appends a list.
    package mutating func list<Element>(
        _ elements: [Element],
        _ write: (Element, inout ByteWriter) -> Void
    ) {
        number(elements.count)
        for element in elements { write(element, &self) }
    }

    /// Appends other bytes as they are.
    package mutating func append(_ other: Span<UInt8>) { bytes.append(contentsOf: other) }
}
