/// Writes JSON text (RFC 8259) into one buffer, keys in the order given.
///
/// The command line prints millions of small objects; this writer puts each of them into a buffer
/// that it keeps, and allocates nothing of its own. It trusts its caller to give every key a
/// value, and takes care of commas and of escapes.
package struct JSONWriter {
    private var storage: [UInt8]
    /// How many bytes of the text there are.
    package private(set) var count = 0

    /// Whether the next value in the innermost container has a predecessor.
    private var needsComma = false

    /// Creates an empty writer that has room for `capacity` bytes.
    package init(capacity: Int = 256) {
        storage = [UInt8](repeating: 0, count: max(capacity, 64))
    }

    /// The text as a string.
    package var text: String { String(decoding: storage[..<count], as: UTF8.self) }

    /// Lends the bytes of the text.
    package func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(storage.span.extracting(first: count))
    }

    /// Forgets the text and keeps the buffer.
    package mutating func removeAll() {
        count = 0
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
    ///
    /// - Parameter name: A literal that needs no escape.
    package mutating func key(_ name: StaticString) {
        name.withUTF8Buffer { unsafe keyed($0.span) }
    }

    /// Writes a member of an object with its text, or nothing where there is none.
    package mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    /// Writes a name that is known at run time only; its value must follow.
    package mutating func key(text name: String) {
        quote(name.utf8.span)
        put(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Ends a line of JSON Lines.
    package mutating func newline() {
        put(UInt8(ascii: "\n"))
        needsComma = false
    }

    // MARK: Values

    /// Writes a string.
    package mutating func string(_ value: String) {
        quote(value.utf8.span)
    }

    /// Writes a string of UTF-8 bytes; bytes that are no UTF-8 become U+FFFD.
    package mutating func string(utf8 value: Span<UInt8>) {
        guard !value.isASCII, (try? UTF8Span(validating: value)) == nil else {
            quote(value)
            return
        }
        let repaired = unsafe value.withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
        string(repaired)
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
        separate()
        put(UInt8(ascii: "\""))
        appendText(maximumCount: maximumCount, body)
        put(UInt8(ascii: "\""))
    }

    /// Writes a whole number in decimal digits.
    package mutating func number(_ value: Int) {
        separate()
        if value < 0 { put(UInt8(ascii: "-")) }
        digits(UInt64(value.magnitude))
    }

    /// Writes a whole number in decimal digits.
    package mutating func number(_ value: UInt64) {
        separate()
        digits(value)
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) {
        separate()
        append(value ? "true" : "false")
    }

    // MARK: Text that is no JSON

    /// Appends a text as it is.
    package mutating func append(_ text: String) {
        copy(text.utf8.span)
    }

    /// Appends a text and spaces behind it up to a width in characters; the text is ASCII.
    package mutating func append(_ text: String, paddedTo width: Int) {
        let start = count
        append(text)
        while count < start + width { put(UInt8(ascii: " ")) }
    }

    /// Appends bytes as they are.
    ///
    /// - Parameters:
    ///   - maximumCount: How many bytes `body` may write.
    ///   - body: Writes the bytes into a buffer, from an offset on, and gives their number.
    package mutating func appendText(
        maximumCount: Int,
        _ body: (inout MutableSpan<UInt8>, _ start: Int) -> Int
    ) {
        reserve(maximumCount)
        let start = count
        var buffer = storage.mutableSpan
        let written = body(&buffer, start)
        count = start + written
    }
}

extension JSONWriter {
    private mutating func reserve(_ additional: Int) {
        let missing = count + additional - storage.count
        guard missing > 0 else { return }
        storage.append(contentsOf: repeatElement(0, count: max(missing, storage.count)))
    }

    /// Writes `"name":`, with a comma before it where one is needed.
    private mutating func keyed(_ name: Span<UInt8>) {
        reserve(name.count + 4)
        var end = count
        let hasPredecessor = needsComma
        var buffer = storage.mutableSpan
        if hasPredecessor {
            buffer[end] = UInt8(ascii: ",")
            end += 1
        }
        buffer[end] = UInt8(ascii: "\"")
        for offset in name.indices { buffer[end + 1 + offset] = name[offset] }
        end += 1 + name.count
        buffer[end] = UInt8(ascii: "\"")
        buffer[end + 1] = UInt8(ascii: ":")
        count = end + 2
        needsComma = false
    }

    private mutating func put(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count += 1
    }

    private mutating func copy(_ bytes: Span<UInt8>) {
        reserve(bytes.count)
        let start = count
        var buffer = storage.mutableSpan
        for offset in bytes.indices { buffer[start + offset] = bytes[offset] }
        count = start + bytes.count
    }

    private mutating func enclose(
        _ opening: UInt8,
        _ closing: UInt8,
        _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        put(opening)
        needsComma = false
        body(&self)
        put(closing)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { put(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func digits(_ value: UInt64) {
        var length = 1
        var power: UInt64 = 10
        while length < 20, value >= power {
            length += 1
            power = length < 20 ? power * 10 : power
        }
        reserve(length)
        let start = count
        var buffer = storage.mutableSpan
        var rest = value
        for offset in (start..<start + length).reversed() {
            buffer[offset] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        count = start + length
    }

    /// Writes a string between quotes; the longest escape of a byte takes six.
    private mutating func quote(_ bytes: Span<UInt8>) {
        reserve(6 * bytes.count + 3)
        var end = count
        let hasPredecessor = needsComma
        var buffer = storage.mutableSpan
        if hasPredecessor {
            buffer[end] = UInt8(ascii: ",")
            end += 1
        }
        buffer[end] = UInt8(ascii: "\"")
        end += 1
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if Self.isPlain(byte) {
                buffer[end] = byte
                end += 1
            } else if byte == 0xc2 {
                // Of two bytes, the first of which is this, U+0080 to U+009F control terminals.
                let next = offset < bytes.count ? bytes[offset] : 0
                let isControl = next >= 0x80 && next < 0xa0
                if !isControl { buffer[end] = byte }
                end = isControl ? Self.escape(next, into: &buffer, at: end) : end + 1
                offset += isControl ? 1 : 0
            } else {
                end = Self.escape(byte, into: &buffer, at: end)
            }
        }
        buffer[end] = UInt8(ascii: "\"")
        count = end + 1
        needsComma = true
    }

    /// Whether a byte stands for itself in a string.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7f
            && byte != 0xc2
    }

    /// Writes the escape of a character up to U+009F and gives the offset behind it.
    private static func escape(
        _ byte: UInt8,
        into buffer: inout MutableSpan<UInt8>,
        at start: Int
    ) -> Int {
        buffer[start] = UInt8(ascii: "\\")
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            buffer[start + 1] = byte
        case UInt8(ascii: "\n"):
            buffer[start + 1] = UInt8(ascii: "n")
        default:
            buffer[start + 1] = UInt8(ascii: "u")
            buffer[start + 2] = UInt8(ascii: "0")
            buffer[start + 3] = UInt8(ascii: "0")
            buffer[start + 4] = hex(byte >> 4)
            buffer[start + 5] = hex(byte & 15)
            return start + 6
        }
        return start + 2
    }

    private static func hex(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}

extension Span<UInt8> {
    fileprivate var isASCII: Bool {
        var all: UInt8 = 0
        for offset in indices { all |= self[offset] }
        return all < 0x80
    }
}
