extension Span<UInt8> {
    /// Whether the bytes of `text` stand at `offset`.
    package func stands(_ text: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
        let letters = unsafe text.utf8Start
        for index in 0..<text.utf8CodeUnitCount
        where unsafe self[offset + index] != letters[index] {
            return false
        }
        return true
    }

    /// Whether the bytes of `text`, which is in small letters, stand at `offset` in any case.
    package func stands(_ text: StaticString, inAnyCaseAt offset: Int) -> Bool {
        guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
        let letters = unsafe text.utf8Start
        for index in 0..<text.utf8CodeUnitCount {
            let byte = self[offset + index]
            let isCapital = byte &- 0x41 < 26
            if unsafe (isCapital ? byte | 0x20 : byte) != letters[index] { return false }
        }
        return true
    }

    /// Whether the last bytes are those of `text`.
    package func ends(with text: StaticString) -> Bool {
        stands(text, at: count - text.utf8CodeUnitCount)
    }

    /// The offset of the first place in `range` at which `text` stands whole.
    package func firstOffset(of text: StaticString, in range: Range<Int>) -> Int? {
        guard text.utf8CodeUnitCount > 0 else { return nil }
        let first = unsafe text.utf8Start[0]
        for offset in range where self[offset] == first {
            if offset + text.utf8CodeUnitCount <= range.upperBound, stands(text, at: offset) {
                return offset
            }
        }
        return nil
    }
}
