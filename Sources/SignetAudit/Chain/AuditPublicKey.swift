internal import Crypto
internal import Signet

/// The public half of a key that signs checkpoints: 32 bytes of Ed25519 (RFC 8032, section 5.1.5).
///
/// Written as 64 hexadecimal digits. Give it to whoever is to verify a log, by another way than
/// the log itself.
public struct AuditPublicKey: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Takes 32 bytes, or returns nil for another number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Whether a signature of 64 bytes is this key's for a message.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }
}

extension AuditPublicKey: LosslessStringConvertible {
    /// Reads 64 hexadecimal digits in lower case, or returns nil.
    public init?(_ description: String) {
        guard let hash = AuditHash(description) else { return nil }
        bytes = hash.bytes
    }

    /// 64 hexadecimal digits.
    public var description: String { Hex.text(bytes) }
}
