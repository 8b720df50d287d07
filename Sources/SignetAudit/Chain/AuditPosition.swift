/// A place in a tenant's chain: how many records there are up to it, and the hash of the last.
///
/// Written as `SEQUENCE:HASH`. Whoever keeps a position elsewhere can later prove that the chain
/// still goes through it.
public struct AuditPosition: Hashable, Sendable {
    /// The sequence number of the last record; 0 before the first.
    public let sequence: UInt64
    /// The hash of that record.
    public let hash: AuditHash

    /// Puts a number and a hash together.
    public init(sequence: UInt64, hash: AuditHash) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Where a tenant's chain begins: number 0, and a hash of the tenant's name.
    public static func start(of tenant: String) -> Self {
        var encoder = AuditEncoder()
        encoder.begin("signet/audit/start/1")
        encoder.add(tenant)
        return Self(sequence: 0, hash: AuditHash(of: encoder.bytes))
    }
}

extension AuditPosition: LosslessStringConvertible {
    /// Reads `SEQUENCE:HASH`, or returns nil.
    public init?(_ description: String) {
        let fields = description.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, let sequence = UInt64(fields[0]), !fields[0].hasPrefix("+"),
            let hash = AuditHash(String(fields[1]))
        else { return nil }
        self.init(sequence: sequence, hash: hash)
    }

    /// `SEQUENCE:HASH`.
    public var description: String { "\(sequence):\(hash)" }
}
