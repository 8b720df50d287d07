/// A set of byte values, one bit each.
package struct ByteSet: Sendable, Equatable {
    private var words = SIMD4<UInt64>(repeating: 0)

    /// Creates an empty set.
    package init() {}

    /// Whether `byte` is a member.
    package func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
    }

    /// Adds `byte`.
    package mutating func insert(_ byte: UInt8) {
        words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    /// Adds every byte of `range`.
    package mutating func insert(contentsOf range: ClosedRange<UInt8>) {
        for byte in range { insert(byte) }
    }

    /// Turns members into non-members and the other way round.
    package mutating func invert() {
        words = ~words
    }
}
