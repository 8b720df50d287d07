extension Core {
    /// The 16 bytes of a UUID in network order, as a C array appears in Swift: `uuid_t`.
    public typealias Octets = (
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8,
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
    )

    /// The 16 bytes in network order, as Foundation takes them: `UUID(uuid: core.octets)`.
    public var octets: Octets {
        let bytes = self.bytes
        return (
            bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
            bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
        )
    }

    /// Adopts the bytes of a UUID of version 1 to 8, as Foundation has them: `uuid.uuid`.
    ///
    /// - Parameter octets: The 16 bytes in network order.
    /// - Throws: As ``init(adopting:_:)``.
    public init(adopting octets: Octets) throws(IDError) {
        let bytes: [16 of UInt8] = [
            octets.0, octets.1, octets.2, octets.3, octets.4, octets.5, octets.6, octets.7,
            octets.8, octets.9, octets.10, octets.11, octets.12, octets.13, octets.14, octets.15,
        ]
        try self.init(adopting: bytes)
    }
}
