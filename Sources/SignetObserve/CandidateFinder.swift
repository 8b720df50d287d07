/// Finds the words of any text that may be IDs.
///
/// Every ID holds a decimal digit, but for UUIDs of letters only, of which there is one in 10^6.
/// So it looks for digits, 8 bytes at a time, and takes the word around each: text without digits
/// costs next to nothing. What a word must look like is said once, in ``isCandidate(_:_:)``.
struct CandidateFinder: Sendable {
    /// Whether a project declares families of its own: then any word with a digit may be an ID.
    let isWide: Bool

    /// The shortest word that is looked at, in bytes.
    private static let minimumCount = 6

    /// Gives each word of `text` that may be an ID to `body`.
    ///
    /// - Parameters:
    ///   - text: Any bytes. A word at either end is taken for whole.
    ///   - body: Takes the range of a word.
    @inline(__always)
    func visit(_ text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
        var offset = 0
        while let digit = text.firstDigit(from: offset) {
            var (start, end) = (digit, digit + 1)
            var hasUnderscore = false
            while start > offset {
                let byte = unsafe text[unchecked: start - 1]
                guard Self.isWord(byte) else { break }
                hasUnderscore = hasUnderscore || byte == UInt8(ascii: "_")
                start -= 1
            }
            while end < text.count {
                let byte = unsafe text[unchecked: end]
                guard Self.isWord(byte) else { break }
                hasUnderscore = hasUnderscore || byte == UInt8(ascii: "_")
                end += 1
            }
            offset = end
            let word = Self.trimmed(start..<end, text)
            if isCandidate(word, text, hasUnderscore) { body(word) }
        }
    }

    /// Whether a word is worth a look: it has a prefix, is as long as a UUID, or is a credential's.
    @inline(__always)
    private func isCandidate(
        _ word: Range<Int>,
        _ text: Span<UInt8>,
        _ hasUnderscore: Bool
    ) -> Bool {
        guard word.count >= Self.minimumCount else { return false }
        if isWide || Self.ends(word, after: 36, text) || Self.ends(word, after: 32, text) {
            return true
        }
        let first = text[word.lowerBound]
        return first &- UInt8(ascii: "a") < 26 && (hasUnderscore || word.count > 36)
    }

    /// Whether a word, or what stands before its first dot, has a length.
    @inline(__always)
    private static func ends(_ word: Range<Int>, after count: Int, _ text: Span<UInt8>) -> Bool {
        word.count == count
            || word.count > count && text[word.lowerBound + count] == UInt8(ascii: ".")
    }

    /// The word without what ends a sentence or opens an option.
    private static func trimmed(_ word: Range<Int>, _ text: Span<UInt8>) -> Range<Int> {
        var (start, end) = (word.lowerBound, word.upperBound)
        while start < end, isPunctuation(text[start]) { start += 1 }
        while end > start, isPunctuation(text[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// Whether a byte may stand in an ID: a letter, a digit, or one of `_-.~`.
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        // A bit for each byte of ASCII.
        let bits: UInt64 = byte < 64 ? 0x03ff_6000_0000_0000 : 0x47ff_fffe_87ff_fffe
        return byte < 128 && bits >> UInt64(byte & 63) & 1 == 1
    }
}
