extension Span<UInt8> {
    /// The bytes of `range` as a name: at most 255 of them, so that a hostile file cannot have one
    /// endless name repeated at each place.
    func name(_ range: Range<Int>) -> String {
        var range = range
        if range.count > 255 {
            range = range.prefix(255)
            while !range.isEmpty, self[range.upperBound] & 0xc0 == 0x80 { range = range.dropLast() }
        }
        return extracting(range).text
    }

    /// The bytes as text.
    var text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes as text, its ASCII letters small.
    var lowercasedText: String {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            for index in indices {
                let byte = self[index]
                unsafe buffer[index] = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
            }
            written = count
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
