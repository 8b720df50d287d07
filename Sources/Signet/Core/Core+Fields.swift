extension Core {
    /// The greatest value of the 18-bit counter.
    public static let maximumCounter: UInt32 = 1 << 18 - 1
    /// The times, in Unix milliseconds, that have 13 digits: from September 2001 to November 2286.
    public static let times: ClosedRange<UInt64> = 1_000_000_000_000...9_999_999_999_999

    /// Puts the fields of a version 7 core together.
    ///
    /// - Parameters:
    ///   - time: Unix milliseconds, in ``times``.
    ///   - counter: 0 to ``maximumCounter``.
    ///   - tail: 56 bits; higher bits are dropped.
    /// - Throws: ``IDError/Code-swift.struct/timeOutOfRange`` or
    ///   ``IDError/Code-swift.struct/counterOutOfRange``.
    public init(time: UInt64, counter: UInt32, tail: UInt64) throws(IDError) {
        guard Self.times.contains(time) else { throw IDError(.timeOutOfRange) }
        guard counter <= Self.maximumCounter else { throw IDError(.counterOutOfRange) }
        self.init(sequence: time << 18 | UInt64(counter), tail: tail)
    }

    /// Lays out a sequence word (time and counter) and a tail.
    ///
    /// The version goes between the time and the upper twelve bits of the counter, the variant
    /// before its lower six (RFC 9562, section 5.7).
    init(sequence: UInt64, tail: UInt64) {
        self.init(
            unchecked: (sequence >> 18) << 16 | 0x7000 | sequence >> 6 & 0xfff,
            1 << 63 | (sequence & 0x3f) << 56 | tail & 0x00ff_ffff_ffff_ffff
        )
    }

    /// The UUID version, 1 to 8; Signet generates version 7.
    public var version: Int { Int(high >> 12 & 15) }

    /// Unix time in milliseconds, for version 7 only.
    public var time: UInt64? { version == 7 ? high >> 16 : nil }

    /// The counter, 0 to 262143, for version 7 only.
    public var counter: UInt32? { version == 7 ? sequenceCounter : nil }

    /// The last 56 bits, for version 7 only.
    public var tail: UInt64? { version == 7 ? low & 0x00ff_ffff_ffff_ffff : nil }

    /// Whether the core has a readable form: version 7, and a time of 13 digits.
    public var isReadable: Bool { version == 7 && Self.times.contains(high >> 16) }

    /// The bits where version 7 has its counter.
    var sequenceCounter: UInt32 {
        UInt32(truncatingIfNeeded: (high & 0xfff) << 6 | low >> 56 & 0x3f)
    }
}
