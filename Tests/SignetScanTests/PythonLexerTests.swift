import SignetScan
import Testing

@Suite struct PythonLexerTests {
    /// The tokens of a source in words: kind and text.
    private static func tokens(_ source: String) -> [String] {
        let bytes = Array(source.utf8)
        return PythonLexer(bytes.span, keepsTrivia: true).tokens.map { token in
            let text = String(decoding: bytes[token.range], as: UTF8.self)
            return text.isEmpty ? "\(token.kind)" : "\(token.kind) \(text)"
        }
    }

    private static func error(_ source: String) -> PythonLexicalError? {
        let bytes = Array(source.utf8)
        return PythonLexer(bytes.span, keepsTrivia: true).error
    }

    @Test(
        "T-strings follow PEP 750",
        arguments: [
            (#"t"a{x}b""#, #"tstringStart t"|tstringMiddle a|op {|name x|op }|tstringMiddle b"#),
            ("T'{x!r:>{w}}'", "tstringStart T'|op {|name x|op !|name r|op :|tstringMiddle >"),
            (#"rt"\{x}""#, #"tstringStart rt"|tstringMiddle \|op {|name x|op }|tstringEnd ""#),
            (#"tR"{{""#, #"tstringStart tR"|tstringMiddle {|tstringEnd ""#),
            (#"t"{f"{t'{x}'}"}""#, #"tstringStart t"|op {|fstringStart f"|op {|tstringStart t'"#),
            ("t'''{\nx}'''", "tstringStart t'''|op {|nl \n|name x|op }|tstringEnd '''"),
            (#"t"{x=}""#, #"tstringStart t"|op {|name x|op =|op }|tstringEnd ""#),
        ]
    )
    func templates(_ source: String, _ beginning: String) {
        let tokens = Self.tokens(source).joined(separator: "|")
        #expect(tokens.hasPrefix(beginning), "\(tokens)")
        #expect(Self.error(source) == nil)
    }

    @Test(
        "`tb`, `ft` and `ut` are names, not prefixes",
        arguments: ["tb", "ft", "ut", "tt", "trf"]
    )
    func prefixes(_ prefix: String) {
        #expect(Self.tokens("\(prefix)'x'").first == "name \(prefix)")
    }

    @Test("The old spelling of `!=` is one operator")
    func oldInequality() {
        #expect(Self.tokens("a <> b")[1] == "op <>")
    }

    @Test(
        "The first error is recorded with its place, and the lexer goes on behind it",
        arguments: [
            ("'abc\ny\n", PythonLexicalError.Code.unterminatedString, 0),
            ("x\n'''abc\ny\n", .unterminatedTripleQuotedString, 2),
            ("f'abc\ny\n", .unterminatedInterpolation, 0),
            ("f'{x'\ny\n", .unterminatedString, 4),
            ("f'}'\ny\n", .singleClosingBrace, 2),
            ("x = )\ny\n", .unmatchedClosingBracket, 4),
            ("(]\ny\n", .unmatchedClosingBracket, 1),
            ("x = (\ny\n", .unclosedBracket, 4),
            ("if x:\n    y\n  y\n", .inconsistentDedent, 14),
            ("if x:\n\ty\n        y\n", .inconsistentTabs, 17),
            ("x = 1__0\ny\n", .invalidNumber, 5),
            ("x = 0777\ny\n", .invalidNumber, 4),
            ("x = $\ny\n", .invalidCharacter, 4),
            ("x = \u{20AC}\ny\n", .invalidCharacter, 4),
            ("x = \\ 1\ny\n", .strayBackslash, 4),
            ("y\n\\\n", .endAfterBackslash, 2),
            ("x\u{0}\ny\n", .nullByte, 1),
        ]
    )
    func errors(_ source: String, _ code: PythonLexicalError.Code, _ offset: Int) {
        #expect(Self.error(source)?.code == code)
        #expect(Self.error(source)?.offset == offset)
        let swallowsRest = code == .unterminatedTripleQuotedString
        #expect(Self.tokens(source).contains("name y") == !swallowsRest)
    }

    @Test("Nesting that no CPython accepts ends the tokens")
    func nesting() {
        #expect(Self.error(String(repeating: "(", count: 200))?.code == .unclosedBracket)
        #expect(Self.error(String(repeating: "(", count: 201))?.code == .tooManyNestedBrackets)
        #expect(Self.tokens(String(repeating: "(", count: 100_000)).count < 300)
    }

    @Test("Lines end with any of three marks, and columns count bytes")
    func lines() {
        let source = Array("\u{FEFF}a\r\né b\rc\nd".utf8)
        let table = PythonLineTable(source.span)
        #expect(table.starts == [3, 6, 11, 13])
        let places = [3, 9, 13].map { table.position(of: $0) }
        #expect(places.map(\.line) == [1, 2, 4])
        #expect(places.map(\.column) == [1, 4, 1])
    }

    @Test("Text behind the last line end is a line", arguments: [("", 0), ("a", 1), ("a\n", 1)])
    func lineCount(_ text: String, _ expected: Int) {
        let source = Array(text.utf8)
        let count = PythonLineTable(source.span).lineCount(of: source.span)
        #expect(count == expected)
    }

    @Test(
        "The prefilter lets the word through, and only the word",
        arguments: [
            ("import uuid", true), ("uuid", true), ("(uuid.uuid4)", true), ("x,uuid\n", true),
            ("uuid4", false), ("auuid", false), ("_uuid", false), ("uuid_", false), ("uui", false),
            ("uuuid", false), ("\u{E9}uuid", false), ("", false), ("uuid\u{E9}", false),
        ]
    )
    func prefilter(_ text: String, _ expected: Bool) {
        for padding in 0..<70 {
            let spaces = String(repeating: " ", count: padding)
            let source = Array("\(spaces)\(text)".utf8)
            let longer = Array("\(spaces)\(text)\(spaces)".utf8)
            let answers = [
                PythonPrefilter.mightMatch(source.span), PythonPrefilter.mightMatch(longer.span),
            ]
            #expect(answers == [expected, expected])
        }
    }
}
