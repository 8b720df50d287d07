extension Span<UInt8> {
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
