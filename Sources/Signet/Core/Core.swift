/// The 128 bits of an ID: a UUID of RFC 9562.
///
/// A generated core is of version 7. Its fields, from the left: 48 bits of Unix time in
/// milliseconds, an 18-bit counter around the version and variant bits, and a tail of 56 random
/// bits. A core of another version was adopted from elsewhere and keeps its bits.
///
/// Cores are ordered as their bytes are, which for generated cores is the order of minting.
public struct Core: Hashable, Sendable, BitwiseCopyable {
    /// Bytes 0 to 7, the first in the highest bits: time, version, upper counter.
    let high: UInt64
    /// Bytes 8 to 15: variant, lower counter, tail.
    let low: UInt64

    /// Takes bits that are known to be valid.
    init(unchecked high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Adopts the 128 bits of a UUID of version 1 to 8.
    ///
    /// - Parameters:
    ///   - high: Bytes 0 to 7 of the UUID, the first in the highest bits.
    ///   - low: Bytes 8 to 15.
    /// - Throws: ``IDError/Code-swift.struct/nilUUID``, ``IDError/Code-swift.struct/maxUUID``,
    ///   ``IDError/Code-swift.struct/wrongVersion`` or
    ///   ``IDError/Code-swift.struct/wrongVariant``.
    public init(adopting high: UInt64, _ low: UInt64) throws(IDError) {
        guard let fault = Self.fault(high, low) else {
            self.init(unchecked: high, low)
            return
        }
        throw IDError(fault)
    }

    /// Adopts the bytes of a UUID of version 1 to 8.
    ///
    /// - Parameter bytes: The 16 bytes in network order.
    /// - Throws: As ``init(adopting:_:)``.
    public init(adopting bytes: [16 of UInt8]) throws(IDError) {
        var words = (high: UInt64(0), low: UInt64(0))
        for index in 0..<8 {
            words.high = words.high << 8 | UInt64(bytes[index])
            words.low = words.low << 8 | UInt64(bytes[index + 8])
        }
        try self.init(adopting: words.high, words.low)
    }

    /// The 16 bytes in network order.
    public var bytes: [16 of UInt8] {
        [16 of UInt8] { index in
            UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> (56 - 8 * UInt64(index & 7)))
        }
    }

    /// What keeps 128 bits from being a core, or nil.
    private static func fault(_ high: UInt64, _ low: UInt64) -> IDError.Code? {
        let version = high >> 12 & 15
        if low >> 62 == 0b10, version >= 1, version <= 8 { return nil }
        if high | low == 0 { return .nilUUID }
        if high & low == .max { return .maxUUID }
        return low >> 62 == 0b10 ? .wrongVersion : .wrongVariant
    }
}

extension Core: Comparable {
    /// Whether the left core stands before the right one, byte by byte.
    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Core {
    /// Makes 128 derived bits a UUID of version 8 by setting its version and variant.
    package init(derived high: UInt64, _ low: UInt64) {
        self.init(unchecked: high & ~0xf000 | 0x8000, low & ~(0b11 << 62) | 0b10 << 62)
    }
}
