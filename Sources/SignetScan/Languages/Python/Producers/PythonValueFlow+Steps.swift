extension PythonValueFlow {
    /// Goes on to an attribute or method; false if its value is another one.
    mutating func stepToAttribute(_ source: Span<UInt8>) -> Bool {
        let name = tokens.upperBound + 1
        let word = source.text(in: outline.tokens[name].range, limit: 32)
        var end = name + 1
        guard outline.isOp(.leftParen, at: end), let close = outline.partner(of: end) else {
            guard attribute(word) else { return false }
            step(to: tokens.lowerBound..<end)
            return true
        }
        end = close + 1
        guard method(word, name + 2..<close, source) else { return false }
        step(to: tokens.lowerBound..<end)
        return true
    }

    /// The value of an attribute.
    private mutating func attribute(_ word: String) -> Bool {
        switch word {
        case "hex" where value.ingredients == .uuid: value.form = .text(32)
        case "int" where value.ingredients == .uuid: value.form = .number
        case "bytes", "bytes_le": value.form = .bytes(16)
        case "urn": value.form = .text(45)
        case "time_low": value.cut(to: 8, of: "hex", bits: 4)
        case "node", "clock_seq", "time_mid":
            value.cut(to: word == "node" ? 12 : 4, of: "hex", bits: 4)
        case "str", "generated", "binary": break
        default: return false
        }
        return true
    }

    /// The value of a method call.
    private mutating func method(
        _ word: String,
        _ arguments: Range<Int>,
        _ source: Span<UInt8>
    ) -> Bool {
        switch word {
        case "lower", "upper", "strip", "lstrip", "rstrip", "encode", "decode", "zfill", "rjust",
            "ljust", "title", "capitalize", "translate", "casefold", "swapcase", "removeprefix",
            "removesuffix", "tobytes", "__str__", "digest", "to_bytes", "item":
            break
        case "replace":
            // Of dates it is another method, of texts it drops hyphens.
            if value.form == .text(36) { value.form = .text(32) }
        case "hexdigest", "hex": value.form = .text(nil)
        case "split" where !isCalendar: value.form = .parts
        case "timestamp": value.ingredients = value.ingredients.subtracting(.calendar).union(.time)
        case "strftime", "isoformat", "ctime": value.form = .text(nil)
        case "astimezone", "date", "time", "utctimetuple", "timetuple", "localize":
            return isCalendar
        case "toordinal", "total_seconds": return false
        case "random", "choice", "uuid", "generate", "new", "next", "randint", "randrange",
            "getrandbits":
            // A method of an object that generates: `SystemRandom().randint(…)`.
            return value.ingredients.isSubset(of: [.secret, .foreign, .counter])
        default: return false
        }
        return true
    }

    private var isCalendar: Bool { value.ingredients == .calendar }

    /// Takes an index or slice; false if what is left cannot be told.
    mutating func subscripted(by index: Range<Int>, _ source: Span<UInt8>) -> Bool {
        let colon = index.first { outline.isOp(.colon, at: $0) }
        guard let colon else {
            if value.form == .parts {
                let isLast = outline.isOp(.minus, at: index.lowerBound)
                value.form = .text(nil)
                if value.ingredients == .uuid {
                    value.cut(to: isLast ? 12 : 8, of: "str", bits: 4)
                }
                return true
            }
            return value.form == .object && value.ingredients == .random
        }
        let isCuttable = value.ingredients.isSubset(of: [.uuid, .secret, .foreign])
        let start = index.lowerBound == colon ? 0 : number(index.lowerBound..<colon, source)
        let end = colon + 1 == index.upperBound ? nil : number(colon + 1..<index.upperBound, source)
        guard case .text(let length) = value.form, isCuttable else { return value.form != .number }
        let total = length ?? 1000
        let from = (start ?? 0) < 0 ? max(0, total + (start ?? 0)) : start ?? 0
        let to = end.map { $0 < 0 ? total + $0 : min($0, total) } ?? total
        let isWhole = from == 0 && to == total
        if start != nil, !isWhole, to > from {
            value.cut(to: to - from, of: length == 36 ? "str" : "hex", bits: 4)
        }
        return true
    }

    /// The value of a short decimal literal, with or without a minus.
    private func number(_ range: Range<Int>, _ source: Span<UInt8>) -> Int? {
        let isNegative = outline.isOp(.minus, at: range.lowerBound)
        let token = range.lowerBound + (isNegative ? 1 : 0)
        guard token + 1 == range.upperBound, outline.tokens[token].kind == .number else {
            return nil
        }
        let value = Int(source.text(in: outline.tokens[token].range, limit: 20))
        return value.map { isNegative ? -$0 : $0 }
    }

    /// Takes in what an operator beside the expression does; an end if the way ends there.
    ///
    /// Without an operator the tokens stay the same.
    mutating func stepOverOperator(_ source: Span<UInt8>) -> End? {
        let before = tokens.lowerBound - 1
        let next = tokens.upperBound
        let right = outline.tokens[next].op
        let left = before < 0 ? PythonOperator.none : outline.tokens[before].op
        // Nothing binds more closely than a percent sign behind a text.
        if left == .percent, endsText(before - 1) { return .percent(before) }
        if right == .minus || left == .minus,
            outline.endsExpression(at: before - 1) || right == .minus
        {
            return difference(source)
        }
        if right == .plus || left == .plus && outline.endsExpression(at: before - 1) {
            return sum()
        }
        switch right {
        case .star, .slash, .doubleSlash, .percent, .leftShift, .rightShift, .ampersand, .caret,
            .doubleStar:
            let end = outline.endOfPrimary(next + 1)
            // A multiple or a part of a length is a measure, too.
            guard end > next + 1, value.ingredients != .length else { return .lost }
            if right == .percent, value.ingredients.isSubset(of: [.uuid, .secret, .foreign]) {
                value.cut(to: 8, of: "int", bits: 4)
            }
            value.form = .number
            step(to: tokens.lowerBound..<end)
        default:
            guard left == .star || left == .slash || left == .percent || left == .doubleSlash,
                outline.endsExpression(at: before - 1)
            else { return nil }
            let start = outline.startOfPrimary(before)
            let isList = outline.isOp(.rightBracket, at: before - 1)
            guard start < before, left == .star, !isList else { return .lost }
            value.form = .number
            step(to: start..<tokens.upperBound)
        }
        return nil
    }

    /// A number less another is still a number; a time less another is a duration.
    private mutating func difference(_ source: Span<UInt8>) -> End? {
        let next = tokens.upperBound
        // A number of elements less one is the index of the last, a counter less one the last number.
        guard outline.isOp(.minus, at: next), outline.tokens[next + 1].kind == .number,
            value.ingredients.isDisjoint(with: [.length, .counter])
        else { return .lost }
        step(to: tokens.lowerBound..<next + 2)
        return nil
    }

    /// A sum with a text is a text; others are numbers.
    private mutating func sum() -> End? {
        var (start, end) = (tokens.lowerBound, tokens.upperBound)
        var hasText = false
        if case .text = value.form { hasText = true }
        // Bytes beside bytes are a message, not a name.
        if case .bytes = value.form { return .lost }
        // Each operand is looked at once; sums of more than these are data.
        for _ in 0..<32 where outline.isOp(.plus, at: end) {
            let operand = outline.endOfPrimary(end + 1)
            guard operand > end + 1 else { break }
            hasText = hasText || isText(end + 1..<operand)
            end = operand
        }
        for _ in 0..<32 where outline.isOp(.plus, at: start - 1) {
            let operand = outline.startOfPrimary(start - 1)
            guard operand < start - 1 else { break }
            hasText = hasText || isText(operand..<start - 1)
            start = operand
        }
        if start == tokens.lowerBound, end == tokens.upperBound { return .lost }
        if hasText { return .sum(start..<end) }
        value.form = .number
        step(to: start..<end)
        return nil
    }

    /// Whether an operand is certainly a text.
    private func isText(_ range: Range<Int>) -> Bool {
        let kind = outline.tokens[range.lowerBound].kind
        return kind == .string || kind == .fstringStart
            || outline.isWord(.str, at: range.lowerBound)
    }
}
