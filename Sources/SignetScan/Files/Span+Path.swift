extension Span<UInt8> {
    /// Where the last component of the path starts.
    package var lastComponentStart: Int {
        var index = count
        while index > 0, self[index - 1] != UInt8(ascii: "/") { index -= 1 }
        return index
    }

    /// Where the last dot at or after `start` stands.
    package func lastDot(from start: Int) -> Int? {
        var index = count
        while index > start {
            index -= 1
            if self[index] == UInt8(ascii: ".") { return index }
        }
        return nil
    }

    /// Whether what stands behind the last dot is one of `extensions`.
    package func hasExtension(in extensions: [[UInt8]]) -> Bool {
        guard let dot = lastDot(from: 0) else { return false }
        let found = extracting((dot + 1)...)
        for wanted in extensions where wanted.count == found.count {
            if found.starts(with: wanted.span) { return true }
        }
        return false
    }

    /// Whether the bytes are those of `text`.
    package func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer in
            for index in indices where unsafe buffer[index] != self[index] { return false }
            return true
        }
    }

    /// Whether the bytes are those of `text`.
    package func equals(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard count == utf8.count else { return false }
        var index = 0
        for byte in utf8 {
            if self[index] != byte { return false }
            index += 1
        }
        return true
    }

    /// Whether the bytes begin with `prefix`.
    package func starts(with prefix: Span<UInt8>) -> Bool {
        guard count >= prefix.count else { return false }
        for index in prefix.indices where self[index] != prefix[index] { return false }
        return true
    }
}
