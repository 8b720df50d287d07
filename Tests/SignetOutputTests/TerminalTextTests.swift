import SignetOutput
import Testing

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("plain ü 漢 😀", "plain ü 漢 😀"), ("a\u{1b}[31m", #"a\u{1b}[31m"#),
        ("a\r\nb", #"a\u{d}\u{a}b"#), ("\u{9b}x", #"\u{9b}x"#), ("\u{7f}", #"\u{7f}"#),
        ("a\u{202e}b", #"a\u{202e}b"#), ("a\u{2028}b", #"a\u{2028}b"#), ("", ""),
    ])
    func `what could move the cursor or turn the text around is made visible`(
        text: String,
        shown: String
    ) {
        #expect(TerminalText.escaped(text) == shown)
    }

    @Test func `line feeds can be kept`() {
        #expect(TerminalText.escaped(lines: "a\n\u{7}\n") == "a\n\\u{7}\n")
    }

    @Test func `a style writes escape sequences only when it is on`() {
        #expect(TerminalStyle(isOn: true).bad("x") == "\u{1b}[31mx\u{1b}[0m")
        #expect(TerminalStyle(isOn: true).bad("") == "")
        #expect(TerminalStyle(isOn: false).bad("x") == "x")
    }
}
