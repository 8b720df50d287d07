/// The value of a generator and what becomes of it where it stands.
struct SQLValue {
    /// The tokens of the expression that still is the value.
    var tokens: Range<Int>
    /// What the value is there; see `Generation.shape`.
    var shape: String
    /// How many characters are left, if it was cut.
    var cut: Int?

    /// Follows the value of the call in `tokens` outwards: through casts, brackets and functions.
    init(of call: Range<Int>, _ shape: String, in statement: SQLStatement, _ source: Span<UInt8>) {
        tokens = call
        self.shape = shape
        while step(statement, source) {}
        if shape == "uuid", self.shape == "uuid", isJoined(statement, source) { self.shape = "str" }
    }

    /// One step outwards; false where the value is no longer changed.
    private mutating func step(_ statement: SQLStatement, _ source: Span<UInt8>) -> Bool {
        if statement.symbol(tokens.upperBound) == .cast {
            let end = statement.endOfCasts(tokens.upperBound)
            guard end > tokens.upperBound else { return false }
            become(statement.name(tokens.upperBound + 1, source))
            tokens = tokens.lowerBound..<end
            return true
        }
        let before = tokens.lowerBound - 1
        guard cut == nil, shape != "other" || statement.symbol(before) == .leftParen else {
            return false
        }
        if statement.symbol(before) == .leftParen, let end = statement.partner(of: before) {
            guard statement.isName(before - 1), !statement.isOperatorWord(before - 1) else {
                guard end == tokens.upperBound, !isList(before, statement) else { return false }
                tokens = before..<end + 1
                return true
            }
            return stepToCall(before - 1, end, statement, source)
        }
        return stepToConversion(statement, source)
    }

    /// Whether the bracket at `index` may hold a list, as after `IN` and `VALUES`.
    private func isList(_ index: Int, _ statement: SQLStatement) -> Bool {
        switch statement.symbol(index - 1) {
        case .in, .values: true
        // The next row of values.
        case .comma: statement.symbol(index - 2) == .rightParen
        default: false
        }
    }

    /// Steps to the call of a function whose first argument is the value.
    private mutating func stepToCall(
        _ index: Int,
        _ end: Int,
        _ statement: SQLStatement,
        _ source: Span<UInt8>
    ) -> Bool {
        let arguments = statement.arguments(index)
        guard let function = statement.function(index, source), let first = arguments.first else {
            return false
        }
        let isWhole = first == tokens
        switch function {
        case .text where isWhole: if shape == "uuid" { shape = "str" }
        case .hexadecimal where isWhole: shape = shape == "str" ? "other" : "hex"
        case .encode where isWhole && arguments.count == 2:
            let style = statement.literal(arguments[1].lowerBound, source)
            shape = style?.lowercased() == "hex" ? "hex" : "other"
        case .replace where isWhole && arguments.count == 3:
            let isHyphen = statement.literal(arguments[1].lowerBound, source) == "-"
            shape = isHyphen && shape != "other" ? "hex" : "other"
        case .left where isWhole && arguments.count == 2:
            shorten(to: statement.number(arguments[1].lowerBound, source))
        case .substring: shorten(to: length(arguments, statement, source))
        case .cast where statement.symbol(tokens.upperBound) == .as:
            become(statement.name(min(tokens.upperBound + 1, end), source))
        case .split where isWhole && arguments.count == 3:
            let isFirst = statement.number(arguments[2].lowerBound, source) == 1
            let isHyphen = statement.literal(arguments[1].lowerBound, source) == "-"
            shorten(to: isFirst && isHyphen && shape != "hex" ? 8 : nil)
        case .right where isWhole, .ingredient(.hash) where isWhole: shape = "other"
        case .parse where isWhole: shape = "uuid"
        default: return false
        }
        tokens = statement.startOfQualifiedName(index)..<end + 1
        return true
    }

    /// Steps to `convert(type, value)`.
    private mutating func stepToConversion(
        _ statement: SQLStatement,
        _ source: Span<UInt8>
    ) -> Bool {
        guard statement.symbol(tokens.lowerBound - 1) == .comma else { return false }
        var open = tokens.lowerBound - 2
        if let partner = statement.partner(of: open), partner < open { open = partner - 1 }
        guard statement.symbol(open - 1) == .leftParen,
            case .convert? = statement.function(open - 2, source),
            let end = statement.partner(of: open - 1)
        else { return false }
        become(statement.name(open, source))
        tokens = open - 2..<end + 1
        return true
    }

    /// How many characters from the first on `substring` takes; `nil` if it takes others.
    private func length(
        _ arguments: [Range<Int>],
        _ statement: SQLStatement,
        _ source: Span<UInt8>
    ) -> Int? {
        if arguments.count == 3, arguments[0] == tokens,
            statement.number(arguments[1].lowerBound, source) == 1
        {
            return statement.number(arguments[2].lowerBound, source)
        }
        // substring(value from 1 for 8)
        let next = tokens.upperBound
        var start = 1
        var count = next
        if statement.symbol(next) == .from {
            start = statement.number(next + 1, source) ?? 0
            count = next + 2
        }
        guard arguments.count == 1, start == 1, statement.symbol(count) == .for else { return nil }
        return statement.number(count + 1, source)
    }

    private mutating func shorten(to count: Int?) {
        guard let count, shape != "other" else {
            shape = "other"
            return
        }
        cut = count
        shape = "\(shape == "hex" ? "hex" : "str")[:\(count)]"
    }

    /// The value becomes one of a type.
    private mutating func become(_ type: String) {
        switch type.lowercased() {
        case "uuid", "uniqueidentifier": if shape != "other" { shape = "uuid" }
        case "text", "varchar", "char", "character", "nvarchar", "nchar", "string", "varchar2":
            if shape == "uuid" { shape = "str" }
        default: shape = "other"
        }
    }

    /// Whether the value is put into a longer text.
    private func isJoined(_ statement: SQLStatement, _ source: Span<UInt8>) -> Bool {
        let before = statement.symbol(tokens.lowerBound - 1)
        let after = statement.symbol(tokens.upperBound)
        if before == .concatenate || after == .concatenate { return true }
        guard after == .comma || after == .rightParen else { return false }
        guard statement.symbol(tokens.lowerBound - 1) == .comma,
            case .concatenate? = statement.function(tokens.lowerBound - 4, source)
        else { return false }
        return true
    }
}
