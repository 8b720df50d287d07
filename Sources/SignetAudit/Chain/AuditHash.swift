internal import Crypto
internal import Signet

/// A hash of SHA-256 (FIPS 180-4): 32 bytes, written as 64 hexadecimal digits in lower case.
public struct AuditHash: Hashable, Sendable, BitwiseCopyable {
    /// The bytes, the first in the highest bits.
    let words: Words

    /// Four words, compared one by one.
    struct Words: Hashable, Sendable, BitwiseCopyable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    /// How many bytes a hash has.
    public static let byteCount = 32

    /// Takes the 32 bytes of a hash, or returns nil for another number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.init(checked: bytes.span)
    }

    /// The bytes.
    public var bytes: [UInt8] {
        [words.first, words.second, words.third, words.fourth].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
        }
    }

    /// Hashes bytes.
    init(of bytes: [UInt8]) {
        var hash = SHA256()
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        let digest = hash.finalize()
        words = unsafe digest.withUnsafeBytes { buffer in
            unsafe Words(
                first: UInt64(bigEndian: buffer.loadUnaligned(as: UInt64.self)),
                second: UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                third: UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
                fourth: UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
            )
        }
    }

    private init(checked bytes: Span<UInt8>) {
        var values = [4 of UInt64](repeating: 0)
        for index in 0..<Self.byteCount {
            values[index >> 3] = values[index >> 3] << 8 | UInt64(bytes[index])
        }
        words = Words(first: values[0], second: values[1], third: values[2], fourth: values[3])
    }
}

extension AuditHash: LosslessStringConvertible {
    /// Reads 64 hexadecimal digits in lower case, or returns nil.
    public init?(_ description: String) {
        guard description.utf8.count == 2 * Self.byteCount else { return nil }
        self.init(hex: description.utf8.span, at: 0)
    }

    /// 64 hexadecimal digits.
    public var description: String { Hex.text(bytes) }

    /// Reads 64 digits that stand at an offset; the caller knows that there are as many bytes.
    init?(hex text: Span<UInt8>, at start: Int) {
        guard let first = Hex.word(text, at: start), let second = Hex.word(text, at: start + 16),
            let third = Hex.word(text, at: start + 32), let fourth = Hex.word(text, at: start + 48)
        else { return nil }
        words = Words(first: first, second: second, third: third, fourth: fourth)
    }
}

extension Hex {
    /// The 64 bits of the 16 digits at an offset, or nil when one of them is none.
    static func word(_ text: Span<UInt8>, at start: Int) -> UInt64? {
        guard let high = value(text.word(at: start)), let low = value(text.word(at: start + 8))
        else { return nil }
        return UInt64(high) << 32 | UInt64(low)
    }
}
