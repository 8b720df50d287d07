/// A piece of personal data in a record: readable, or redacted.
///
/// The chain holds a commitment to it, a hash over salt, name and value. Redaction takes value and
/// salt away and leaves the commitment: the chain stays what it was, and the value is gone.
public enum AuditField: Hashable, Sendable {
    /// The value, and the salt of its commitment.
    case open(value: String, salt: AuditSalt)
    /// What is left of it.
    case redacted(commitment: AuditHash)

    /// The value, unless it was redacted.
    public var value: String? {
        guard case .open(let value, _) = self else { return nil }
        return value
    }

    /// Whether the value was taken away.
    public var isRedacted: Bool { value == nil }

    /// The commitment that stands in the chain.
    ///
    /// SHA-256 over `signet/audit/field/1`, a zero byte, the salt, the name behind its length, and
    /// the value.
    ///
    /// - Parameter name: `actor`, or `details.` and the name of a detail.
    /// - Returns: The commitment; the same before and after redaction.
    public func commitment(name: String) -> AuditHash {
        var encoder = AuditEncoder()
        return commitment(prefix: "", name: name, &encoder)
    }

    /// The same, put together in an encoder that is kept.
    func commitment(
        prefix: StaticString,
        name: String,
        _ encoder: inout AuditEncoder
    ) -> AuditHash {
        switch self {
        case .redacted(let commitment): return commitment
        case .open(let value, let salt):
            encoder.begin("signet/audit/field/1")
            encoder.add(salt.high)
            encoder.add(salt.low)
            encoder.add(count: prefix.utf8CodeUnitCount + name.utf8.count)
            encoder.add(bare: prefix)
            encoder.add(bare: name)
            encoder.add(bare: value)
            return AuditHash(of: encoder.bytes)
        }
    }
}

/// One detail of a record.
public struct AuditDetail: Hashable, Sendable {
    /// Its name, which stays readable.
    public let name: String
    /// Its value, which may be redacted.
    public let field: AuditField

    /// Puts a name and a value together.
    public init(name: String, field: AuditField) {
        self.name = name
        self.field = field
    }
}
