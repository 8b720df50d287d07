/// What a process counted of one kind in one service, since the flag was set as it is.
public struct FormatTally: Hashable, Sendable, Codable {
    /// The service.
    public let service: String
    /// The kind; nil for what names none that is declared.
    public let kind: String?
    /// The revision of the flag that decides; 0 when there is none.
    public let step: UInt64
    /// How many IDs came in, by family.
    public let inbound: [String: UInt64]
    /// How many went out, by family.
    public let outbound: [String: UInt64]
    /// How many were not allowed, either way.
    public let refused: UInt64
    /// When the last one of an earlier form was seen, in Unix milliseconds.
    public let lastLegacy: UInt64?

    /// Describes what was counted; stores read tallies with this.
    public init(
        service: String,
        kind: String?,
        step: UInt64,
        inbound: [String: UInt64],
        outbound: [String: UInt64],
        refused: UInt64,
        lastLegacy: UInt64?
    ) {
        self.service = service
        self.kind = kind
        self.step = step
        self.inbound = inbound
        self.outbound = outbound
        self.refused = refused
        self.lastLegacy = lastLegacy
    }
}

extension FormatTally {
    /// Refuses what is no name of a process, under which a store keeps what it counted.
    ///
    /// - Throws: ``RolloutError/Code-swift.struct/invalid``.
    package static func require(instance: String) throws(RolloutError) {
        guard RolloutTarget.isService(instance), !instance.hasPrefix(".") else {
            throw RolloutError(
                .invalid,
                "the name of a process is 1 to 64 letters, digits, -, _ and ., no . at its beginning"
            )
        }
    }
}
