/// Looks for places that depend on the first characters of an identifier.
extension NameCounts {
    private static let slice = ByteSearch("[:")
    private static let beginning = ByteSearch(".startswith(")
    private static let shown = [ByteSearch("log"), ByteSearch("print("), ByteSearch("echo(")]

    mutating func countCuts(in text: Span<UInt8>) {
        var next = 0
        while let place = Self.slice.firstOffset(in: text, from: next) {
            next = place + 2
            if Self.isShort(next, in: text) { note(place, in: text) }
        }
        next = 0
        while let place = Self.beginning.firstOffset(in: text, from: next) {
            next = place + 12
            // A variable, and neither a text, with or without a prefix, nor a constant.
            guard next + 1 < text.count, (0x61...0x7a).contains(text[next]),
                text[next + 1] != 0x22, text[next + 1] != 0x27
            else { continue }
            note(place, in: text)
        }
    }

    /// Whether a slice ends before the random digits of a UUID of version 7: `8]`, `12]`.
    private static func isShort(_ start: Int, in text: Span<UInt8>) -> Bool {
        var (end, length) = (start, 0)
        while end < text.count, end < start + 3, (0x30...0x39).contains(text[end]) {
            length = length * 10 + Int(text[end] - 0x30)
            end += 1
        }
        return end > start && end < text.count && text[end] == 0x5d && (1...16).contains(length)
    }

    private mutating func note(_ place: Int, in text: Span<UInt8>) {
        guard let name = Self.identifier(before: place, in: text),
            !Self.isShown(place, in: text)
        else { return }
        cut.insert(StableHash.of(text.extracting(name)))
        guard name.isEmpty else { return }
        // Of `job["id"]` and `job.get("id")` and `job.id` it is that of a job.
        var end = name.lowerBound
        while end > 0, [0x2e, 0x22, 0x27, 0x5b, 0x28].contains(text[end - 1]) { end -= 1 }
        var owner = Self.name(endingAt: end, in: text)
        if text.extracting(owner).equals("get"), owner.lowerBound > 0 {
            owner = Self.name(endingAt: owner.lowerBound - 1, in: text)
        }
        cut.insert(StableHash.of(text.extracting(owner)))
    }

    /// What is identified by what ends at `place`: `order` of `order_id`, `row["order_id"]`,
    /// `str(self.order_id)` and `row.get("order_id", "")`; nothing of `x.id`; nil if it is none.
    private static func identifier(before place: Int, in text: Span<UInt8>) -> Range<Int>? {
        var end = place
        var isCall = false
        while end > 0 {
            switch text[end - 1] {
            case UInt8(ascii: ")"): isCall = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"): break
            case UInt8(ascii: ","), UInt8(ascii: " "): if !isCall { return nil }
            default:
                let name = name(endingAt: end, in: text)
                let word = text.extracting(name)
                if word.equals("hex") || word.equals("bytes"), name.lowerBound > 0,
                    text[name.lowerBound - 1] == UInt8(ascii: ".")
                {
                    end = name.lowerBound - 1
                    continue
                }
                guard !isCall || isRead(name, in: text) else { return nil }
                return stem(name, in: text)
            }
            end -= 1
        }
        return nil
    }

    private static func name(endingAt end: Int, in text: Span<UInt8>) -> Range<Int> {
        var start = end
        while start > 0, isOfName(text[start - 1]) { start -= 1 }
        return start..<end
    }

    private static func stem(_ name: Range<Int>, in text: Span<UInt8>) -> Range<Int>? {
        let word = text.extracting(name)
        for end in ["id", "uuid"] {
            if word.equals(end) { return name.lowerBound..<name.lowerBound }
            let count = end.utf8.count + 1
            guard word.count > count, word[word.count - count] == 0x5f,
                word.extracting((word.count - count + 1)...).equals(end)
            else { continue }
            var start = name.lowerBound
            while start < name.upperBound - count, text[start] == 0x5f { start += 1 }
            return start..<(name.upperBound - count)
        }
        return nil
    }

    /// Whether a name stands in a call that gives the identifier itself: `str(…)`, `get(…)`.
    private static func isRead(_ name: Range<Int>, in text: Span<UInt8>) -> Bool {
        var start = name.lowerBound
        while start > 0, text[start - 1] != UInt8(ascii: "(") {
            let byte = text[start - 1]
            guard isOfName(byte) || [0x2e, 0x22, 0x27, 0x5b, 0x5d].contains(byte) else {
                return false
            }
            start -= 1
        }
        guard start > 0 else { return false }
        let callee = text.extracting(Self.name(endingAt: start - 1, in: text))
        return callee.equals("str") || callee.equals("get")
    }

    /// Whether the line only logs or prints.
    private static func isShown(_ place: Int, in text: Span<UInt8>) -> Bool {
        let line = text.extracting(startOfLine(around: place, in: text)..<place)
        return shown.contains { $0.firstOffset(in: line) != nil }
    }
}
