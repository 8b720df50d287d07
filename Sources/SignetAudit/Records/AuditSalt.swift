public import Signet

/// 128 random bits that keep a hash from telling what it was made of.
///
/// Without a salt, whoever has the hash of an e-mail address tries addresses until one fits. With
/// one of 128 bits that is kept secret, or thrown away, there is nothing to try (RFC 9901,
/// section 9.3).
public struct AuditSalt: Hashable, Sendable, BitwiseCopyable {
    /// Bytes 0 to 7, the first in the highest bits.
    let high: UInt64
    /// Bytes 8 to 15.
    let low: UInt64

    /// Makes a salt.
    ///
    /// - Throws: ``Signet/IDError/Code-swift.struct/entropyUnavailable``.
    public init(entropy: Entropy) throws(IDError) {
        high = try entropy.bits(64)
        low = try entropy.bits(64)
    }
}

extension AuditSalt: LosslessStringConvertible {
    /// Reads 32 hexadecimal digits in lower case, or returns nil.
    public init?(_ description: String) {
        guard description.utf8.count == 32 else { return nil }
        self.init(hex: description.utf8.span, at: 0)
    }

    /// 32 hexadecimal digits.
    public var description: String {
        Hex.text(
            [high, low].flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
            }
        )
    }

    /// Reads 32 digits that stand at an offset; the caller knows that there are as many bytes.
    init?(hex text: Span<UInt8>, at start: Int) {
        guard let high = Hex.word(text, at: start), let low = Hex.word(text, at: start + 16)
        else { return nil }
        self.high = high
        self.low = low
    }
}
