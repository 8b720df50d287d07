/// Which shape of identifier a regular expression asks for.
package enum IdentifierPattern: String, Sendable, CustomStringConvertible {
    /// A UUID with its hyphens.
    case uuid
    /// A UUID with its hyphens whose version is given, and is older than 7.
    case uuid4
    /// A prefix and hexadecimal digits, such as `run_[0-9a-f]{8}`.
    case prefixed
    /// 32 hexadecimal digits: a UUID or some other 128 bits.
    case digits

    /// How patterns ask for versions of UUIDs, without the later ones of RFC 9562.
    private static let versions: [StaticString] = [
        "-4[", "-?4[", "-4\\", "-[4]", "-[45]", "-[34]", "-[345]", "-[1-4]", "-[1-5]", "-[0-5]",
        "-?[1-5]",
    ]

    package var description: String {
        switch self {
        case .uuid: "UUID"
        case .uuid4: "UUID4"
        case .prefixed: "prefix and digits"
        case .digits: "32 digits"
        }
    }

    /// Reads a regular expression; `nil` if it asks for something else.
    package init?(of text: Span<UInt8>) {
        let whole = 0..<text.count
        if let first = text.firstOffset(of: "{8}", in: whole),
            let group = text.firstOffset(of: "{4}", in: first..<text.count),
            text.firstOffset(of: "{12}", in: group..<text.count) != nil
                || text.firstOffset(of: "){3}", in: group..<text.count) != nil,
            text.firstOffset(of: "-", in: first..<text.count) != nil
        {
            let wantsVersion = Self.versions.contains {
                text.firstOffset(of: $0, in: whole) != nil
            }
            self = wantsVersion ? .uuid4 : .uuid
            return
        }
        var index = 0
        var found: IdentifierPattern?
        while index < text.count {
            guard text[index] == 0x5b, let end = Self.endOfHexClass(text, index) else {
                index += 1
                continue
            }
            if let shape = Self.shape(text, index, end) {
                if shape != .digits {
                    self = shape
                    return
                }
                found = shape
            }
            index = end
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether a name says that UUIDs or other identifiers are meant.
    package static func isNamed(_ name: Span<UInt8>) -> Bool {
        for index in name.indices where name.stands("uuid", inAnyCaseAt: index) { return true }
        return NameWords.of(name).contains { $0 == "id" || $0 == "ids" || $0 == "guid" }
    }

    /// The shape that the class at `start..<end` is a part of.
    private static func shape(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Self? {
        guard let count = quantity(text, end) else { return nil }
        if count.first == 36, count.last == 36 { return .uuid }
        if count.first == 32, count.last == 32, !hasPrefix(text, start) { return .digits }
        // Digests are no identifiers that somebody makes up.
        let isDigest = [40, 56, 64, 96, 128].contains(count.last ?? count.first)
        guard count.last ?? count.first >= 4, !isDigest, hasPrefix(text, start) else { return nil }
        // Without a number of digits, a hyphen is as likely that of a host name.
        if count.last == nil, text[start - 1] != 0x5f { return nil }
        return .prefixed
    }

    /// The end of the class of characters at `start`, if those are hexadecimal digits.
    private static func endOfHexClass(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var index = start + 1
        var hasLetters = false
        while index < text.count, index - start < 16, text[index] != 0x5d {
            let byte = text[index]
            let isDigit = byte &- 0x30 < 10
            let isLetter = (byte | 0x20) &- 0x61 < 6
            guard isDigit || isLetter || byte == 0x2d || byte == 0x5c else { return nil }
            hasLetters = hasLetters || isLetter
            index += 1
        }
        guard index < text.count, text[index] == 0x5d, hasLetters else { return nil }
        return index + 1
    }

    /// How often the class before `index` is repeated; no last number for an open end.
    private static func quantity(_ text: Span<UInt8>, _ index: Int) -> (first: Int, last: Int?)? {
        guard index < text.count else { return nil }
        if text[index] == 0x2b || text[index] == 0x2a { return (4, nil) }
        guard text[index] == 0x7b else { return nil }
        var numbers = [0]
        var offset = index + 1
        // An f-string doubles its braces.
        while offset < text.count, text[offset] == 0x7b { offset += 1 }
        while offset < text.count, text[offset] != 0x7d {
            let byte = text[offset]
            if byte == 0x2c {
                numbers.append(0)
            } else if byte &- 0x30 < 10, numbers[numbers.count - 1] < 10_000 {
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
            } else {
                return nil
            }
            offset += 1
        }
        guard numbers.count <= 2, numbers[0] > 0 else { return nil }
        let last = numbers.count == 1 ? numbers[0] : numbers[1]
        return (numbers[0], last == 0 ? nil : last)
    }

    /// Whether a word and a separator stand before the class at `start`.
    private static func hasPrefix(_ text: Span<UInt8>, _ start: Int) -> Bool {
        var index = start
        // A group may open between the separator and the digits.
        while index > 0, text[index - 1] != 0x5f, text[index - 1] != 0x2d {
            guard [0x28, 0x3a, 0x3f].contains(text[index - 1]), start - index < 3 else {
                return false
            }
            index -= 1
        }
        index -= 1
        var letters = 0
        while index > 0, (text[index - 1] | 0x20) &- 0x61 < 26 {
            letters += 1
            index -= 1
        }
        let isEscape = index > 0 && text[index - 1] == 0x5c
        return letters - (isEscape ? 1 : 0) >= 2
            && !text.stands("sha", inAnyCaseAt: index) && !text.stands("md", inAnyCaseAt: index)
    }
}
