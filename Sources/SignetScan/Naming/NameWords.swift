/// The words of an identifier, in lower case: `userSessionID` and `user_session_id` have the same.
package enum NameWords {
    /// Splits a name at underscores, hyphens, dots and changes of case; at most 64 bytes are read.
    ///
    /// A run of capitals is one word, but for its last letter if a small one follows:
    /// `parseURLPath` is `parse`, `url`, `path`.
    package static func of(_ name: String) -> [String] { of(name.utf8.span) }

    /// Splits a name given by its bytes.
    package static func of(_ name: Span<UInt8>) -> [String] {
        let name = name.extracting(first: 64)
        var words: [String] = []
        words.reserveCapacity(4)
        var start = 0
        for index in name.indices {
            let isSeparator = isSeparator(name[index])
            guard isSeparator || isCapital(name[index]) && startsWord(name, index) else { continue }
            if start < index { words.append(word(name.extracting(start..<index))) }
            start = isSeparator ? index + 1 : index
        }
        if start < name.count { words.append(word(name.extracting(start...))) }
        return words
    }

    /// A word in lower case.
    private static func word(_ bytes: Span<UInt8>) -> String {
        unsafe String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for index in bytes.indices {
                let byte = bytes[index]
                unsafe buffer[index] = isCapital(byte) ? byte | 0x20 : byte
            }
            return bytes.count
        }
    }

    /// Whether a byte stands between the words of names: an underscore, a hyphen or a dot.
    package static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x5f || byte == 0x2d || byte == 0x2e
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) }

    /// Whether the capital at `index` begins a word.
    private static func startsWord(_ name: Span<UInt8>, _ index: Int) -> Bool {
        guard index > 0 else { return false }
        if !isCapital(name[index - 1]) { return true }
        guard index + 1 < name.count else { return false }
        // The plural of an acronym, as in `userIDs`, is no word of its own.
        let isPlural = name[index + 1] == 0x73 && index + 2 == name.count
        return (0x61...0x7a).contains(name[index + 1]) && !isPlural
    }
}
