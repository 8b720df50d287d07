import SignetScan

/// A token with its place and text, as both sides of the comparison see it.
struct PythonComparableToken: Equatable {
    var kind: PythonTokenKind
    var row: Int
    var column: Int
    var endRow: Int
    var endColumn: Int
    var text: ArraySlice<UInt8>

    /// Forgets what the two sides are known to report differently.
    ///
    /// - Parameter isImplied: whether the token is a line end that the source does not have; its
    ///   end row is then zero.
    mutating func normalise(isImplied: Bool) {
        switch kind {
        case .newline, .nl:
            (endRow, endColumn, text) = (isImplied ? 0 : row, column, [])
        case .endMarker: (row, column, endRow, endColumn) = (0, 0, 0, 0)
        case .indent: text = []
        default: break
        }
    }

    /// Whether `other` continues the same text of an f-string or t-string.
    func isContinued(by other: PythonComparableToken) -> Bool {
        kind == other.kind && (kind == .fstringMiddle || kind == .tstringMiddle)
            && touches(other)
    }

    /// Whether `other` continues an identifier that the reference has split: before 3.12 its
    /// pattern `\w+` knows no combining marks.
    func isSplit(before other: PythonComparableToken) -> Bool {
        guard kind == .name, touches(other) else { return false }
        return other.kind == .name || (other.kind == .stray && other.text.allSatisfy { $0 >= 0x80 })
    }

    private func touches(_ other: PythonComparableToken) -> Bool {
        endRow == other.row && endColumn == other.column
    }
}

/// The files and tokens that `reference_tokens.py` streams.
struct PythonReferenceTokens {
    struct File {
        var path: String
        var source: [UInt8]
        var tokens: [PythonComparableToken]
        /// Whether the reference gave up before the end.
        var isRefused: Bool
    }

    /// The minor version of the interpreter.
    let minor: Int
    private let stream: PythonReferenceStream
    /// Whether the last token ended a line.
    private var followsLineEnd = true

    init(_ stream: PythonReferenceStream) throws {
        self.stream = stream
        guard try stream.byte() == UInt8(ascii: "V") else {
            throw PythonReferenceStream.Failure(description: "the stream has no version")
        }
        minor = Int(try stream.byte())
    }

    /// The next file; nil at the end of the stream.
    mutating func nextFile() throws -> File? {
        guard try stream.byte() == UInt8(ascii: "F") else { return nil }
        let path = String(decoding: try stream.lengthPrefixed(), as: UTF8.self)
        let source = Array(try stream.lengthPrefixed())
        followsLineEnd = true
        var file = File(path: path, source: source, tokens: [], isRefused: false)
        while true {
            let mark = try stream.byte()
            guard mark == UInt8(ascii: "T") else {
                file.isRefused = mark == UInt8(ascii: "X")
                return file
            }
            append(try nextToken(), to: &file.tokens)
        }
    }

    private func nextToken() throws -> PythonComparableToken {
        let kind = try stream.byte()
        var token = PythonComparableToken(
            kind: PythonTokenKind(rawValue: kind) ?? .stray,
            row: try stream.number(),
            column: try stream.number(),
            endRow: try stream.number(),
            endColumn: try stream.number(),
            text: []
        )
        token.text = ArraySlice(Array(try stream.lengthPrefixed()))
        token.normalise(isImplied: token.text.isEmpty)
        return token
    }

    private mutating func append(
        _ given: PythonComparableToken,
        to tokens: inout [PythonComparableToken]
    ) {
        var token = given
        if minor < 12, token.kind == .newline, followsLineEnd { token.kind = .nl }
        followsLineEnd = token.kind == .nl || token.kind == .newline
        if token.kind == .nl, token.endRow == 0 { return }
        let isText = token.kind == .fstringMiddle || token.kind == .tstringMiddle
        if isText, token.text.isEmpty { return }
        if let last = tokens.last, last.isContinued(by: token) || last.isSplit(before: token) {
            tokens[tokens.count - 1].endRow = token.endRow
            tokens[tokens.count - 1].endColumn = token.endColumn
            tokens[tokens.count - 1].text += token.text
        } else {
            tokens.append(token)
        }
    }
}
