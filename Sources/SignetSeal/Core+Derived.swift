internal import Crypto
public import Signet

extension Core {
    /// Derives the core of a legacy text: the same on every machine and in every language.
    ///
    /// The first 128 bits of SHA-256 over `signet/legacy/1`, the kind and the original, with a zero
    /// byte between them, as a UUID of version 8 (RFC 9562, section 5.8). Where the original ends
    /// in a time of 13 digits, alone or followed by the fields of an earlier generator, the first
    /// 48 bits are those milliseconds instead: migrated rows keep their age and their place.
    ///
    /// - Parameters:
    ///   - original: The legacy text, byte for byte.
    ///   - kind: What it names.
    /// - Returns: The core. A UUID in any spelling is adopted with ``LegacyID`` instead.
    public static func derived(from original: String, kind: Kind) -> Core {
        derived(from: original.utf8.span, kind: kind)
    }

    /// Derives the core of a legacy text that is given as bytes.
    ///
    /// - Parameters:
    ///   - original: The legacy text, byte for byte.
    ///   - kind: What it names.
    /// - Returns: The core, as for a string.
    public static func derived(from original: Span<UInt8>, kind: Kind) -> Core {
        var hash = SHA256()
        hash.update(data: Array("signet/legacy/1\u{0}\(kind)\u{0}".utf8))
        unsafe original.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        var words = (high: UInt64(0), low: UInt64(0))
        for (offset, byte) in hash.finalize().prefix(16).enumerated() {
            if offset < 8 {
                words.high = words.high << 8 | UInt64(byte)
            } else {
                words.low = words.low << 8 | UInt64(byte)
            }
        }
        if let time = LegacyTime.milliseconds(atEndOf: original) {
            words.high = time << 16 | words.high & 0xffff
        }
        return Core(derived: words.high, words.low)
    }
}
