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
        let message = "signet/legacy/1\u{0}\(kind)\u{0}\(original)"
        let digest = Array(SHA256.hash(data: Array(message.utf8)))
        let words = (
            digest[0..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) },
            digest[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        )
        let timed =
            LegacyTime.milliseconds(atEndOf: original.utf8.span)
            .map { $0 << 16 | words.0 & 0xffff } ?? words.0
        return Core(derived: timed, words.1)
    }
}
