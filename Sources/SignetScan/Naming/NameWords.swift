/// The words of an identifier, in lower case: `userSessionID` and `user_session_id` have the same.
package enum NameWords {
    /// Splits a name at underscores, hyphens, dots and changes of case; at most 64 bytes are read.
    ///
    /// A run of capitals is one word, but for its last letter if a small one follows:
    /// `parseURLPath` is `parse`, `url`, `path`.
    package static func of(_ name: String) -> [String] { of(Array(name.utf8.prefix(64))) }

    /// Splits a name given by its bytes.
    package static func of(_ name: Span<UInt8>) -> [String] {
        var bytes: [UInt8] = []
        bytes.append(contentsOf: name.extracting(first: 64))
        return of(bytes)
    }

    private static func of(_ bytes: [UInt8]) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isCapital = (0x41...0x5a).contains(byte)
            let isSeparator = isSeparator(byte)
            if !word.isEmpty, isSeparator || isCapital && startsWord(bytes, index) {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
            if !isSeparator { word.append(isCapital ? byte | 0x20 : byte) }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// Whether a byte stands between the words of names: an underscore, a hyphen or a dot.
    package static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x5f || byte == 0x2d || byte == 0x2e
    }

    /// Whether the capital at `index` begins a word.
    private static func startsWord(_ bytes: [UInt8], _ index: Int) -> Bool {
        let previous = bytes[index - 1]
        if !(0x41...0x5a).contains(previous) { return true }
        guard index + 1 < bytes.count else { return false }
        // The plural of an acronym, as in `userIDs`, is no word of its own.
        let isPlural = bytes[index + 1] == 0x73 && index + 2 == bytes.count
        return (0x61...0x7a).contains(bytes[index + 1]) && !isPlural
    }
}
