extension Glob {
    /// Compiles `pattern`, or returns `nil` when it can match nothing: a class without its end, or
    /// a backslash with nothing after it.
    ///
    /// - Parameter pattern: The pattern without a leading `!`, a leading slash or a trailing slash.
    package init?(parsing pattern: Span<UInt8>) {
        var tokens: [Token] = []
        var index = 0
        while index < pattern.count {
            switch pattern[index] {
            case UInt8(ascii: "*"):
                guard Self.parseStars(pattern, &index, &tokens) else { return nil }
            case UInt8(ascii: "?"):
                tokens.append(.anyByte)
                index += 1
            case UInt8(ascii: "["):
                guard let set = Self.parseClass(pattern, &index) else { return nil }
                tokens.append(.oneOf(set))
            case UInt8(ascii: "/"):
                tokens.append(.separator)
                index += 1
            case UInt8(ascii: "\\"):
                guard index + 1 < pattern.count else { return nil }
                tokens.append(.byte(pattern[index + 1]))
                index += 2
            case let byte:
                tokens.append(.byte(byte))
                index += 1
            }
        }
        self.init(tokens: tokens)
    }

    /// Reads a run of stars: two that fill a component skip directories, all others are one `*`.
    private static func parseStars(
        _ pattern: Span<UInt8>,
        _ index: inout Int,
        _ tokens: inout [Token]
    ) -> Bool {
        let start = index
        while index < pattern.count, pattern[index] == UInt8(ascii: "*") { index += 1 }
        let opens = start == 0 || pattern[start - 1] == UInt8(ascii: "/")
        let atEnd = index == pattern.count
        let closes = atEnd || pattern[index] == UInt8(ascii: "/")
        guard index - start == 2, opens, closes else {
            if tokens.last != .anyRun { tokens.append(.anyRun) }
            return true
        }
        if tokens.last != .anyDirectories { tokens.append(.anyDirectories) }
        if atEnd {
            // What ends in `/**` means all that is inside, at any depth.
            tokens.append(.anyRun)
        } else {
            index += 1
        }
        return true
    }

    /// Reads `[…]` with ranges, negation by `!` or `^`, escapes and named classes.
    private static func parseClass(_ pattern: Span<UInt8>, _ index: inout Int) -> ByteSet? {
        var set = ByteSet()
        var next = index + 1
        guard next < pattern.count else { return nil }
        let negated = pattern[next] == UInt8(ascii: "!") || pattern[next] == UInt8(ascii: "^")
        if negated { next += 1 }
        let first = next
        while next < pattern.count, pattern[next] != UInt8(ascii: "]") || next == first {
            if let named = namedClass(pattern, &next) {
                named.insert(into: &set)
                continue
            }
            guard let low = member(pattern, &next) else { return nil }
            if next + 1 < pattern.count, pattern[next] == UInt8(ascii: "-"),
                pattern[next + 1] != UInt8(ascii: "]")
            {
                next += 1
                guard let high = member(pattern, &next) else { return nil }
                if low <= high { set.insert(contentsOf: low...high) }
            } else {
                set.insert(low)
            }
        }
        guard next < pattern.count else { return nil }
        if negated { set.invert() }
        index = next + 1
        return set
    }

    /// Reads one member of a class, with its backslash if it has one.
    private static func member(_ pattern: Span<UInt8>, _ index: inout Int) -> UInt8? {
        if pattern[index] == UInt8(ascii: "\\") { index += 1 }
        guard index < pattern.count else { return nil }
        defer { index += 1 }
        return pattern[index]
    }

    /// Reads a name like `[:digit:]`, if one stands here.
    private static func namedClass(_ pattern: Span<UInt8>, _ index: inout Int) -> NamedClass? {
        guard index + 1 < pattern.count, pattern[index] == UInt8(ascii: "["),
            pattern[index + 1] == UInt8(ascii: ":")
        else { return nil }
        var end = index + 2
        var name: [UInt8] = []
        while end < pattern.count, pattern[end] != UInt8(ascii: ":") {
            name.append(pattern[end])
            end += 1
        }
        guard end + 1 < pattern.count, pattern[end + 1] == UInt8(ascii: "]"),
            let named = NamedClass(rawValue: String(decoding: name, as: UTF8.self))
        else { return nil }
        index = end + 2
        return named
    }
}
