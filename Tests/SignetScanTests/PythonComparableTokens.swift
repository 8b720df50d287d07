import SignetScan

/// Our tokens of one source, in the form the reference reports them.
struct PythonComparableTokens {
    private(set) var tokens: [PythonComparableToken] = []
    /// The index of the first token that stands at or behind a lexical error.
    private var errorIndex: Int?
    private let error: PythonLexicalError?
    /// The minor version of the reference.
    private let minor: Int

    init(_ source: [UInt8], minor: Int) {
        self.minor = minor
        let foldsFStrings = minor < 12
        let lexer = PythonLexer(source.span, keepsTrivia: true)
        let table = PythonLineTable(source.span)
        error = lexer.error
        var depth = 0
        var cursor = Cursor(starts: table.starts)
        for token in lexer.tokens {
            if let error, errorIndex == nil, Int(token.end) > error.offset {
                errorIndex = tokens.count - (depth > 0 ? 1 : 0)
            }
            var comparable = cursor.place(token, in: source)
            if foldsFStrings, token.kind.opensInterpolation { depth += 1 }
            if foldsFStrings, depth > 0 {
                let isOuter = token.kind.opensInterpolation && depth == 1
                if token.kind.closesInterpolation { depth -= 1 }
                fold(comparable, isOuter: isOuter, start: Int(token.start), source)
                continue
            }
            let isAtEnd = token.kind == .dedent && Int(token.start) == source.count
            if isAtEnd { (comparable.row, comparable.endRow) = (0, 0) }
            comparable.normalise(isImplied: token.start == token.end)
            if comparable.kind == .nl, comparable.endRow == 0 { continue }
            tokens.append(comparable)
        }
    }

    private var foldStart = 0

    /// Adds a token of an f-string to the one STRING that stands for it.
    private mutating func fold(
        _ token: PythonComparableToken,
        isOuter: Bool,
        start: Int,
        _ source: [UInt8]
    ) {
        if isOuter {
            foldStart = token.text.startIndex
            tokens.append(token)
            tokens[tokens.count - 1].kind = .string
        } else {
            tokens[tokens.count - 1].endRow = token.endRow
            tokens[tokens.count - 1].endColumn = token.endColumn
        }
        tokens[tokens.count - 1].text = source[foldStart..<token.text.endIndex]
    }

    /// The first difference from the reference's tokens, in words; nil if there is none.
    func difference(from file: PythonReferenceTokens.File) -> String? {
        if file.isRefused, error == nil { return "the reference sees an error, the lexer none" }
        let limit = errorIndex ?? tokens.count
        for index in 0..<min(limit, file.tokens.count) {
            var expected = file.tokens[index]
            var actual = tokens[index]
            if expected.kind == .dedent, actual.kind == .dedent, actual.row == 0 {
                (expected.row, expected.endRow, expected.column, expected.endColumn) = (0, 0, 0, 0)
                (actual.column, actual.endColumn) = (0, 0)
            }
            if actual.row != actual.endRow {
                if actual.kind == .indent { expected = actual }
                if minor == 12, actual.text.contains(where: { $0 >= 0x80 }) {
                    actual.endColumn = expected.endColumn
                }
            }
            actual.text = Self.translatingLineEnds(actual.text)
            if actual != expected {
                return "token \(index) is \(describe(actual)), not \(describe(expected))"
            }
        }
        if error == nil, tokens.count != file.tokens.count {
            return "\(tokens.count) tokens, not \(file.tokens.count)"
        }
        return nil
    }

    private func describe(_ token: PythonComparableToken) -> String {
        let text = String(decoding: token.text.prefix(40), as: UTF8.self).debugDescription
        let place = "\(token.row):\(token.column)-\(token.endRow):\(token.endColumn)"
        return "\(token.kind) \(text) \(place)"
    }

    private static func translatingLineEnds(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.contains(0x0D) else { return text }
        var result: ArraySlice<UInt8> = []
        var previous: UInt8 = 0
        for byte in text {
            if byte == 0x0D {
                result.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                result.append(byte)
            }
            previous = byte
        }
        return result
    }

    /// Turns growing offsets into rows and columns.
    private struct Cursor {
        let starts: ContiguousArray<UInt32>
        var row = 0

        init(starts: ContiguousArray<UInt32>) { self.starts = starts }

        mutating func position(of offset: UInt32) -> (row: Int, column: Int) {
            while row > 0, starts[row] > offset { row -= 1 }
            while row + 1 < starts.count, starts[row + 1] <= offset { row += 1 }
            return (row + 1, Int(offset) - Int(starts[row]))
        }

        mutating func place(_ token: PythonToken, in source: [UInt8]) -> PythonComparableToken {
            let start = position(of: token.start)
            let end = position(of: token.end)
            return PythonComparableToken(
                kind: token.kind,
                row: start.row,
                column: start.column,
                endRow: end.row,
                endColumn: end.column,
                text: source[token.range]
            )
        }
    }
}
