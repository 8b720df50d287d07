/// Tells whether a text is a pattern of identifiers.
enum ScriptPattern {
    private static let uuidMark = ByteSearch("{8}-")
    private static let groupMark = ByteSearch("{4}")

    /// Whether the token holds the pattern of a UUID, or of a prefix with something behind it.
    static func isShape(_ index: Int, _ outline: ScriptOutline) -> Bool {
        if isUUID(index, outline) { return true }
        return outline.kind(at: index) == .regex && isPrefixed(outline.tokens[index].range, outline)
    }

    /// Whether the token holds the pattern of a UUID, such as `[0-9a-f]{8}-[0-9a-f]{4}-…`.
    static func isUUID(_ index: Int, _ outline: ScriptOutline) -> Bool {
        let range = outline.tokens[index].range
        guard range.count >= 20, range.count < 2000 else { return false }
        let bytes = outline.bytes.span.extracting(range)
        return uuidMark.firstOffset(in: bytes) != nil && groupMark.firstOffset(in: bytes) != nil
    }

    /// Whether a regular expression begins with `^`, letters, `_` or `-`, and then a class.
    private static func isPrefixed(_ range: Range<Int>, _ outline: ScriptOutline) -> Bool {
        let bytes = outline.bytes
        var index = range.lowerBound + 1
        guard index < range.upperBound, bytes[index] == 0x5E else { return false }
        index += 1
        let start = index
        while index < range.upperBound, bytes[index] | 0x20 >= 0x61, bytes[index] | 0x20 <= 0x7A {
            index += 1
        }
        guard index > start, index + 1 < range.upperBound else { return false }
        guard bytes[index] == 0x5F || bytes[index] == 0x2D else { return false }
        switch bytes[index + 1] {
        case 0x5B, 0x5C, 0x28, 0x2E: return true
        default: return false
        }
    }
}
