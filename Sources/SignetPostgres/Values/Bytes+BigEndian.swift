import Signet

extension [UInt8] {
    /// The eight bytes of a number, the highest first.
    static func bigEndian(_ value: UInt64) -> Self {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) }
    }

    /// The 16 bytes of a core.
    init(core: Core) {
        let bytes = core.bytes
        self = bytes.indices.map { bytes[$0] }
    }

    /// Adds the four bytes of a number, the highest first.
    mutating func append(bigEndian value: UInt32) {
        for shift in [UInt32(24), 16, 8, 0] { append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
