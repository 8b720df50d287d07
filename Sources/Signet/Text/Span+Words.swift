extension Span<UInt8> {
    /// Eight bytes from an offset, the first in the lowest bits.
    ///
    /// The load is checked against the bounds. `unsafe` refers to bit patterns that a type might
    /// forbid; an integer forbids none.
    package func word(at offset: Int) -> UInt64 {
        let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return UInt64(littleEndian: word)
    }

    /// Four bytes from an offset, the first in the lowest bits.
    func halfWord(at offset: Int) -> UInt32 {
        let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return UInt32(littleEndian: word)
    }
}

extension MutableSpan<UInt8> {
    /// Stores eight bytes, the lowest first.
    ///
    /// The store is checked against the bounds; any bit pattern is a byte.
    mutating func store(_ word: UInt64, at offset: Int) {
        var bytes = unsafe mutableBytes
        bytes.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }

    /// Stores four bytes, the lowest first.
    mutating func store(_ word: UInt32, at offset: Int) {
        var bytes = unsafe mutableBytes
        bytes.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt32.self)
    }
}
