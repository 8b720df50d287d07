/// A signed statement: a tenant's chain goes through this place.
///
/// The signature covers the tenant, the place, the time, the key and the interval. It vouches for
/// every record up to the place, as the signed head of a log does in Certificate Transparency
/// (RFC 6962, section 3.5). A copy that is kept elsewhere proves later that nothing before it was
/// changed or cut off.
public struct AuditCheckpoint: Hashable, Sendable {
    /// Whose chain it is.
    public let tenant: String
    /// The place.
    public let position: AuditPosition
    /// When it was signed, in Unix milliseconds.
    public let time: UInt64
    /// After how many records the next checkpoint stands at the latest, by the same key's word.
    public let interval: UInt64
    /// The key that signed it.
    public let key: AuditPublicKey
    /// The 64 bytes of the signature (RFC 8032, section 5.1.6).
    public let signature: [UInt8]

    /// The sequence number of the last record that it vouches for.
    public var sequence: UInt64 { position.sequence }

    /// Puts a checkpoint together that a store has read; ``AuditSigner`` makes new ones.
    public init(
        tenant: String,
        position: AuditPosition,
        time: UInt64,
        interval: UInt64,
        key: AuditPublicKey,
        signature: [UInt8]
    ) {
        self.tenant = tenant
        self.position = position
        self.time = time
        self.interval = interval
        self.key = key
        self.signature = signature
    }

    /// Whether the signature is the key's; whose key it is, only its owner can say.
    public var hasValidSignature: Bool { key.verifies(signature, of: message) }

    /// What is signed.
    var message: [UInt8] {
        var encoder = AuditEncoder()
        encoder.begin("signet/audit/checkpoint/1")
        encoder.add(key.bytes)
        encoder.add(tenant)
        encoder.add(position.sequence)
        encoder.add(position.hash)
        encoder.add(time)
        encoder.add(interval)
        return encoder.bytes
    }
}
