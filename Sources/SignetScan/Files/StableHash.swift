/// The 64-bit FNV-1a hash (Fowler, Noll, Vo), the same on every machine and in every run.
///
/// Swift's own `Hasher` is seeded anew in each process, so it cannot name a finding. This one is
/// no protection against collisions that somebody makes on purpose.
package struct StableHash: Sendable {
    /// The hash of the bytes so far.
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Creates the hash of no bytes.
    package init() {}

    /// Adds one byte.
    package mutating func append(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// Adds the bytes of `text` and an end mark, so that neighbouring fields cannot run together.
    package mutating func append(field text: String) {
        for byte in text.utf8 { append(byte) }
        append(0xff)
    }

    /// The hash of `bytes`.
    package static func of(_ bytes: Span<UInt8>) -> UInt64 {
        var hash = StableHash()
        for index in bytes.indices { hash.append(bytes[index]) }
        return hash.value
    }

    /// The hash as 16 hexadecimal digits.
    package var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
