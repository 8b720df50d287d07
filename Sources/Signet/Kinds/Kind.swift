/// What an ID names, such as `session` or `ws_conn`.
///
/// A kind is one or more labels joined by `_`, at most 32 bytes; a label is a lower-case letter
/// followed by lower-case letters and digits. The name is stored in place: a kind is a trivial
/// value of 32 bytes, compared and copied without allocation.
public struct Kind: Hashable, Sendable, BitwiseCopyable {
    /// The greatest length of a kind, in bytes.
    public static let maximumCount = 32

    /// The name, first byte in the highest bits, padded with zeros: words compare as text does.
    let words: (UInt64, UInt64, UInt64, UInt64)

    init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// Validates the name of a kind.
    ///
    /// - Parameter name: 1 to 32 bytes.
    /// - Throws: ``IDError/Code-swift.struct/kindMissing``,
    ///   ``IDError/Code-swift.struct/kindTooLong`` or
    ///   ``IDError/Code-swift.struct/kindMalformed`` with the offset of the fault.
    public init(_ name: some StringProtocol) throws(IDError) {
        var name = String(name)
        name.makeContiguousUTF8()
        try self.init(validating: name.utf8.span)
    }

    /// Validates the bytes of a kind's name.
    init(validating name: Span<UInt8>) throws(IDError) {
        guard name.count > 0 else { throw IDError(.kindMissing, at: 0) }
        guard name.count <= Self.maximumCount else {
            throw IDError(.kindTooLong, at: Self.maximumCount)
        }
        var startsLabel = true
        for offset in name.indices {
            let byte = name[offset]
            let isLetter = byte &- UInt8(ascii: "a") < 26
            let isValid =
                startsLabel
                ? isLetter : isLetter || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
            guard isValid else { throw IDError(.fault(of: byte, else: .kindMalformed), at: offset) }
            startsLabel = byte == UInt8(ascii: "_")
        }
        guard !startsLabel else { throw IDError(.kindMalformed, at: name.count - 1) }
        self.init(unchecked: name, count: name.count)
    }

    /// Packs the first `count` bytes of a text, which may be any.
    init(unchecked text: Span<UInt8>, count: Int) {
        self.init(
            words: (
                Self.word(text, at: 0, count), Self.word(text, at: 8, count),
                Self.word(text, at: 16, count), Self.word(text, at: 24, count)
            )
        )
    }

    /// Packs up to eight bytes from an offset on; those from `end` on count as zeros.
    private static func word(_ text: Span<UInt8>, at start: Int, _ end: Int) -> UInt64 {
        guard start < end else { return 0 }
        if start + 8 <= text.count {
            return mask(text.word(at: start).byteSwapped, end - start)
        }
        var word: UInt64 = 0
        for offset in start..<end {
            word |= UInt64(text[offset]) << UInt64(56 - 8 * (offset - start))
        }
        return word
    }

    /// Keeps the first `count` bytes of a word.
    private static func mask(_ word: UInt64, _ count: Int) -> UInt64 {
        count >= 8 ? word : count <= 0 ? 0 : word & ~(.max >> UInt64(8 * count))
    }

    /// The kind that the first `count` bytes of this one's name spell.
    func prefix(_ count: Int) -> Self {
        Self(
            words: (
                Self.mask(words.0, count), Self.mask(words.1, count - 8),
                Self.mask(words.2, count - 16), Self.mask(words.3, count - 24)
            )
        )
    }

    /// The length of the name in bytes, 1 to 32.
    public var count: Int {
        if words.3 != 0 { return 32 - words.3.trailingZeroBitCount / 8 }
        if words.2 != 0 { return 24 - words.2.trailingZeroBitCount / 8 }
        if words.1 != 0 { return 16 - words.1.trailingZeroBitCount / 8 }
        return 8 - words.0.trailingZeroBitCount / 8
    }

    /// The byte of the name at an offset below ``count``.
    func byte(at offset: Int) -> UInt8 {
        let word =
            switch offset >> 3 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (offset & 7)))
    }
}

extension Kind {
    /// Whether both names are the same.
    public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

extension Kind: Comparable {
    /// Whether the left name stands before the right one, byte by byte.
    public static func < (left: Self, right: Self) -> Bool { left.words < right.words }
}

extension Kind: LosslessStringConvertible {
    /// Validates the name of a kind, or returns nil.
    public init?(_ description: String) {
        do throws(IDError) {
            try self.init(validating: description.utf8.span)
        } catch {
            return nil
        }
    }

    /// The name.
    public var description: String {
        unsafe String(unsafeUninitializedCapacity: count) { buffer in
            for offset in 0..<count { unsafe buffer[offset] = byte(at: offset) }
            return count
        }
    }
}

extension Kind: ExpressibleByStringLiteral {
    /// Takes a literal; a malformed one is a mistake in the program and stops it.
    public init(stringLiteral name: StaticString) {
        let text = name.withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) }
        guard let kind = Self(text) else {
            preconditionFailure("A kind is lower-case labels joined by '_', at most 32 bytes")
        }
        self = kind
    }
}
