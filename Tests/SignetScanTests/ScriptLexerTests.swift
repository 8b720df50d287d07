import SignetScan
import Testing

@Suite struct ScriptLexerTests {
    /// The tokens of a source in words: kind or punctuator, and text.
    private static func tokens(_ source: String, readsElements: Bool = true) -> [String] {
        let bytes = Array(source.utf8)
        return ScriptLexer(bytes.span, readsElements: readsElements).tokens.dropLast().map {
            token in
            let text = String(decoding: bytes[token.range], as: UTF8.self)
            return token.kind == .op ? text : "\(token.kind):\(text)"
        }
    }

    private static func error(_ source: String, readsElements: Bool = true) -> ScriptLexicalError? {
        let bytes = Array(source.utf8)
        return ScriptLexer(bytes.span, readsElements: readsElements).error
    }

    @Test(
        "A slash divides behind an expression and begins a regular expression elsewhere",
        arguments: [
            ("a / b / c", 0), ("a = /b/", 1), ("f(/b/g, 1)", 1), ("x[1] / 2 / y", 0),
            ("if (x) /re/.test(y)", 1), ("(x) / y / z", 0), ("return /re/", 1),
            ("a.return / b / c", 0), ("typeof /x/", 1), ("x++ / y / z", 0), ("x = ++/y/.z", 1),
            ("{ } /re/", 1), ("x = { } / y / z", 0), ("while (a) /b/.c", 1),
            ("a.if(b) / c / d", 0), ("[/a/, /b/]", 2), ("x = a ? /b/ : /c/", 2),
            ("x = /[/]/", 1), ("x = /\\//", 1), ("`${/a/}` / b / c", 1), ("x! / y / z", 0),
            ("case /a/: b", 1), ("for (const x of /a/) b", 1), ("=> { }\n/re/", 1),
            ("a = b\n/c/d", 0), ("this / x / y", 0), ("function f(): A<B<C>> { }\n/re/", 1),
            ("label: { } /re/", 1), ("x = y ? { } / 1 / 2 : 0", 0), ("async => /x/", 1),
        ]
    )
    func slashes(_ source: String, _ expected: Int) {
        #expect(Self.tokens(source).count { $0.hasPrefix("regex") } == expected)
        #expect(Self.error(source) == nil)
    }

    @Test(
        "Tokens are those of the language",
        arguments: [
            ("a?.b ?? c", "name:a ?. name:b ?? name:c"),
            ("a?.5:b", "name:a ? number:.5 : name:b"),
            (
                "1_000n + 0xFFn + .5e-3 + 1..x",
                "number:1_000n + number:0xFFn + number:.5e-3 + number:1. . name:x"
            ),
            ("#a in b", "privateName:#a name:in name:b"),
            ("\\u0061b \\u{61}c é $_", "name:\\u0061b name:\\u{61}c name:é name:$_"),
            ("a\u{A0}b\u{FEFF}c\u{2028}d", "name:a name:b name:c name:d"),
            ("#!/usr/bin/env node\na", "name:a"),
            ("a // b\n/* c\n */ d", "name:a name:d"),
            ("'a\\'b' \"c\\\nd\"", "string:'a\\'b' string:\"c\\\nd\""),
            ("a >>>= b >> c", "name:a >>>= name:b >> name:c"),
            ("017.x", "number:017 . name:x"),
        ]
    )
    func tokens(_ source: String, _ expected: String) {
        #expect(Self.tokens(source).joined(separator: " ") == expected)
        #expect(Self.error(source) == nil)
    }

    @Test("Templates nest")
    func templates() {
        let found = Self.tokens("`a${b + `c${{ d: `e` }}`}$f\\`${}`")
        let expected = [
            "templateStart:`", "templateText:a", "${", "name:b", "+", "templateStart:`",
            "templateText:c", "${", "{", "name:d", ":", "templateStart:`", "templateText:e",
            "templateEnd:`", "}", "}", "templateEnd:`", "}", "templateText:$f\\`", "${", "}",
            "templateEnd:`",
        ]
        #expect(found == expected)
    }

    @Test(
        "Elements of JSX are told from comparisons and types",
        arguments: [
            ("x = <a b=\"c\">it's {d}</a>", 2), ("a < b > c", 0), ("f(<a/>)", 1),
            ("return <><A.B {...c}/></>", 3), ("x = <T,>(y: T) => y", 0),
            ("x = <T extends object>(y: T) => y", 0), ("x = a ? <b/> : <c/>", 2),
            ("x = <a b={<c/>}>{f(() => <d/>)}</a>", 4), ("f<T>(x)", 0), ("a = b as C<D>", 0),
            ("x = <a-b c:d='e\n'/>", 1), ("x = <Select<string> a={1}/>", 1),
        ]
    )
    func elements(_ source: String, _ expected: Int) {
        let bytes = Array(source.utf8)
        let lexer = ScriptLexer(bytes.span, readsElements: true)
        #expect(lexer.tokens.count { $0.op == .tagStart } == expected)
        #expect(lexer.error == nil)
        #expect(lexer.tokens.count { $0.op == .tagEnd } == expected)
    }

    @Test("A source that uses `<` for types where elements are allowed is read without elements")
    func typesOnly() {
        let found = Self.tokens("interface A { <T>(x: T): void; b: string }\nlet c = 1")
        #expect(found.suffix(4) == ["name:let", "name:c", "=", "number:1"])
        #expect(Self.error("interface A { <T>(x: T): void }") == nil)
    }

    @Test(
        "The first error is recorded with its place, and the lexer goes on behind it",
        arguments: [
            ("'abc\ny", ScriptLexicalError.Code.unterminatedString, 0, true),
            ("x = /abc\ny", .unterminatedRegex, 4, true),
            ("`abc\ny", .unterminatedTemplate, 0, false),
            ("a /* abc\ny", .unterminatedComment, 2, false),
            ("a )\ny", .unmatchedClosingBracket, 2, true),
            ("(]\ny", .unmatchedClosingBracket, 1, true),
            ("x = (\ny", .unclosedBracket, 4, true),
            ("}\ny", .unmatchedClosingBracket, 0, true),
            ("1x\ny", .invalidNumber, 1, true),
            ("a \\ b\ny", .invalidCharacter, 2, true),
            ("\u{0}\ny", .invalidCharacter, 0, true),
        ]
    )
    func errors(
        _ source: String,
        _ code: ScriptLexicalError.Code,
        _ offset: Int,
        _ goesOn: Bool
    ) {
        #expect(Self.error(source)?.code == code)
        #expect(Self.error(source)?.offset == offset)
        #expect(Self.tokens(source).contains("name:y") == goesOn)
    }

    @Test("Nesting that no engine accepts ends the tokens")
    func nesting() {
        #expect(Self.error(String(repeating: "(", count: 9_000))?.code == .unclosedBracket)
        #expect(Self.error(String(repeating: "(", count: 11_000))?.code == .tooManyNestedBrackets)
        #expect(Self.tokens(String(repeating: "`${", count: 100_000)).count < 30_000)
    }

    @Test("Brackets and templates know their partners")
    func pairs() {
        let bytes = Array("f(a[1], { b: `${c}` })".utf8)
        let lexer = ScriptLexer(bytes.span, readsElements: true)
        let found = lexer.pairs.map { pair in
            let open = lexer.tokens[Int(pair.open)].start
            return "\(open)-\(lexer.tokens[Int(pair.close)].start)"
        }
        #expect(found == ["3-5", "14-17", "13-18", "8-20", "1-21"])
    }
}
