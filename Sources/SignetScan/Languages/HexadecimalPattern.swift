/// Recognises regular expressions that describe UUIDs and cut UUIDs.
enum HexadecimalPattern {
    private static let classes = [
        ByteSearch("a-f"), ByteSearch("A-F"), ByteSearch("xdigit"), ByteSearch("\\h"),
    ]
    private static let counts: Set<Int> = [8, 12, 16, 32, 36]

    /// Whether the expression asks for hexadecimal digits as often as a UUID or a usual part has
    /// them; colours, which begin with a number sign, aside.
    static func matches(_ pattern: Span<UInt8>) -> Bool {
        guard (8...1024).contains(pattern.count),
            classes.contains(where: { $0.firstOffset(in: pattern) != nil })
        else { return false }
        for index in pattern.indices where pattern[index] == UInt8(ascii: "#") { return false }
        var index = 1
        while index < pattern.count {
            let isCount = pattern[index] == UInt8(ascii: "{") && pattern[index - 1] != 0x5c
            index += 1
            if isCount, let count = number(at: index, in: pattern), counts.contains(count) {
                return true
            }
        }
        return false
    }

    /// The number before a closing brace at `start`.
    private static func number(at start: Int, in pattern: Span<UInt8>) -> Int? {
        var value = 0
        for index in start..<min(start + 3, pattern.count) {
            let byte = pattern[index]
            if byte == UInt8(ascii: "}") { return index > start ? value : nil }
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return nil
    }
}
