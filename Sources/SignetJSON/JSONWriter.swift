/// Writes JSON text (RFC 8259) into a growing buffer of bytes, keys in the order given.
///
/// The command line prints millions of small objects; this writer appends each of them to one
/// reused buffer and allocates nothing of its own. It trusts its caller to open and close objects
/// and arrays in pairs, and takes care of commas and of escapes.
package struct JSONWriter {
    /// The text so far.
    package private(set) var bytes: [UInt8] = []

    /// Whether the next value in the innermost container has a predecessor.
    private var needsComma = false

    /// Creates an empty writer that has room for `capacity` bytes.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Forgets the text and keeps the buffer.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    // MARK: Containers

    /// Writes an object whose members `body` writes.
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    /// Writes an array whose elements `body` writes.
    package mutating func array(_ body: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    /// Writes the name of the next member of an object; its value must follow.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes the name of the next member of an object; its value must follow.
    package mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Ends a line of JSON Lines.
    package mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    // MARK: Values

    /// Writes a string.
    package mutating func string(_ value: String) {
        open()
        for byte in value.utf8 { escape(byte) }
        close()
    }

    /// Writes a string of UTF-8 bytes; bytes that are no UTF-8 become U+FFFD.
    package mutating func string(utf8 value: Span<UInt8>) {
        guard (try? UTF8Span(validating: value)) != nil else {
            let repaired = unsafe value.withUnsafeBufferPointer {
                unsafe String(decoding: $0, as: UTF8.self)
            }
            return string(repaired)
        }
        open()
        for index in value.indices { escape(value[index]) }
        close()
    }

    /// Writes a string of printable ASCII that needs no escape, without a copy.
    ///
    /// - Parameters:
    ///   - maximumCount: How many bytes `body` may write.
    ///   - body: Writes the string into a buffer, from an offset on, and gives its length.
    package mutating func ascii(
        maximumCount: Int,
        _ body: (inout MutableSpan<UInt8>, _ start: Int) -> Int
    ) {
        open()
        appendText(maximumCount: maximumCount, body)
        close()
    }

    /// Appends a text as it is, for output that is no JSON.
    package mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends bytes as they are, for output that is no JSON.
    ///
    /// - Parameters:
    ///   - maximumCount: How many bytes `body` may write.
    ///   - body: Writes the bytes into a buffer, from an offset on, and gives their number.
    package mutating func appendText(
        maximumCount: Int,
        _ body: (inout MutableSpan<UInt8>, _ start: Int) -> Int
    ) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: maximumCount))
        var all = bytes.mutableSpan
        let count = body(&all, start)
        bytes.removeLast(maximumCount - count)
    }

    /// Writes a whole number in decimal digits.
    package mutating func number(_ value: some FixedWidthInteger) {
        separate()
        var magnitude = UInt64(value.magnitude)
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
            magnitude /= 10
        } while magnitude > 0
        bytes[start...].reverse()
    }

    /// Writes a number with three decimals.
    package mutating func number(thousandths value: Int) {
        number(value / 1000)
        bytes.append(UInt8(ascii: "."))
        let rest = value.magnitude % 1000
        for divisor in [100, 10, 1] as [UInt] {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / divisor % 10))
        }
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: value ? Array("true".utf8) : Array("false".utf8))
    }

    // MARK: Parts

    private mutating func enclose(
        _ opening: UInt8,
        _ closing: UInt8,
        _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(opening)
        needsComma = false
        body(&self)
        bytes.append(closing)
        needsComma = true
    }

    private mutating func open() {
        separate()
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func close() {
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case UInt8(ascii: "\n"):
            bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
        case 0..<0x20, 0x7f:
            bytes.append(contentsOf: [
                UInt8(ascii: "\\"), UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"),
                Self.hex(byte >> 4), Self.hex(byte & 15),
            ])
        default:
            bytes.append(byte)
        }
    }

    private static func hex(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}
