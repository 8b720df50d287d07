/// The encoding that a Python file declares in its first two lines (PEP 263).
package enum CodingDeclaration {
    /// The bytes of the declared name, or `nil` when there is none.
    ///
    /// A declaration is a comment that is alone on its line and holds `coding`, then `:` or `=`,
    /// then blanks, then a name of letters, digits, `-`, `_` and `.`. The second line counts only
    /// if the first has no code.
    package static func name(in source: Span<UInt8>) -> Range<Int>? {
        var start = 0
        for _ in 0..<2 {
            var end = start
            while end < source.count, !isLineEnd(source[end]) { end += 1 }
            var first = start
            while first < end, isBlank(source[first]) { first += 1 }
            if first < end {
                guard source[first] == UInt8(ascii: "#") else { return nil }
                if let name = search(source, from: first, to: end) { return name }
            }
            start = end + 1
            if end < source.count, source[end] == 0x0d, start < source.count,
                source[start] == 0x0a
            {
                start += 1
            }
            guard start < source.count else { return nil }
        }
        return nil
    }

    /// Finds the declaration in one comment.
    private static func search(_ source: Span<UInt8>, from: Int, to end: Int) -> Range<Int>? {
        let word: StaticString = "coding"
        var index = from
        while index + word.utf8CodeUnitCount < end {
            var next = index + word.utf8CodeUnitCount
            let isMark = source[next] == UInt8(ascii: ":") || source[next] == UInt8(ascii: "=")
            if isMark, source.extracting(index..<next).equals(word) {
                next += 1
                while next < end, source[next] == 0x20 || source[next] == 0x09 { next += 1 }
                let start = next
                while next < end, isNameByte(source[next]) { next += 1 }
                if start < next { return start..<next }
            }
            index += 1
        }
        return nil
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0c
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
