import SignetScan
import Testing

@Suite("Ignore rules")
struct IgnoreRulesTests {
    struct Case: CustomTestStringConvertible {
        let rules: String
        let path: String
        let isIgnored: Bool

        init(_ rules: String, _ path: String, _ isIgnored: Bool) {
            self.rules = rules
            self.path = path
            self.isIgnored = isIgnored
        }

        var testDescription: String { "\(rules.debugDescription) on \(path)" }
    }

    static let cases: [Case] = [
        Case("a.py", "a.py", true), Case("a.py", "x/a.py", true), Case("a.py", "ba.py", false),
        Case("/a.py", "a.py", true), Case("/a.py", "x/a.py", false),
        Case("x/a.py", "x/a.py", true), Case("x/a.py", "y/x/a.py", false),
        Case("build/", "build/a.py", true), Case("build/", "build", false),
        Case("build/", "x/build/a.py", true), Case("x/build/", "y/x/build/a.py", false),
        Case("*.py", "x/a.py", true), Case("*.py", "a.pyc", false), Case("*.py", ".py", true),
        Case("*.p[yx]", "a.px", true), Case("*.p[!y]", "a.py", false),
        Case("*.p[^y]", "a.pz", true), Case("[a-c].py", "b.py", true),
        Case("[a-c].py", "d.py", false), Case("[]a].py", "].py", true),
        Case("[a-].py", "-.py", true), Case("[[:digit:]].py", "7.py", true),
        Case("[[:digit:]].py", "x.py", false), Case("[\\]].py", "].py", true),
        Case("[a.py", "[a.py", false), Case("[a.py", "a.py", false),
        Case("?.py", "a.py", true), Case("?.py", "ab.py", false), Case("a?b", "a/b", false),
        Case("a*b", "a/b", false), Case("a*b.py", "axxb.py", true),
        Case("x/*", "x/a.py", true), Case("x/*", "x/y/a.py", true),
        Case("x/*.py", "x/y/a.py", false), Case("**/a.py", "a.py", true),
        Case("**/a.py", "x/y/a.py", true), Case("**/y/a.py", "x/y/a.py", true),
        Case("x/**", "x/y/a.py", true), Case("x/**", "x", false),
        Case("x/**/a.py", "x/a.py", true), Case("x/**/a.py", "x/y/z/a.py", true),
        Case("x/**/a.py", "w/x/a.py", false), Case("x**/a.py", "xy/a.py", true),
        Case("**", "a.py", true),
        Case("a/**/b/**/c", "a/b/x/b/y/c", true), Case("a/**/b/**/c", "a/x/c", false),
        Case("*\n!a.py", "a.py", false), Case("!a.py\n*", "a.py", true),
        Case("x/\n!x/a.py", "x/a.py", true), Case("x/*\n!x/a.py", "x/a.py", false),
        Case("*.py\n!k*.py\nkx.py", "kx.py", true), Case("*.py\n!k*.py\nkx.py", "ky.py", false),
        Case("#a.py", "#a.py", false), Case("\\#a.py", "#a.py", true),
        Case("\\!a.py", "!a.py", true), Case("a.py ", "a.py", true),
        Case("a.py\\ ", "a.py ", true), Case("a.py\\ ", "a.py", false),
        Case("a b.py", "a b.py", true), Case("a.py\r", "a.py", true),
        Case("a\\*.py", "a*.py", true), Case("a\\*.py", "ab.py", false),
        Case("a\\", "a", false), Case("", "a.py", false), Case("   ", "a.py", false),
        Case("{a,b}.py", "a.py", false), Case("{a,b}.py", "{a,b}.py", true),
        Case("/", "a.py", false), Case("/*\n!/x/\n/x/*\n!/x/y", "x/y", false),
        Case("ä.py", "ä.py", true), Case("*.tar.gz", "a.tar.gz", true),
        Case("\u{feff}a.py", "a.py", true),
    ]

    /// Whether the path or a directory above it is ignored, as a walk would find out.
    private func isIgnored(_ path: String, by rules: IgnoreRules) -> Bool {
        let parts = path.split(separator: "/")
        for count in 1...parts.count {
            let prefix = Array(parts[..<count].joined(separator: "/").utf8)
            let isDirectory = count < parts.count
            if rules.verdict(on: prefix.span, isDirectory: isDirectory) == .ignore { return true }
        }
        return false
    }

    @Test("A line means what gitignore(5) says", arguments: cases)
    func meaning(_ example: Case) {
        let rules = IgnoreRules(parsing: Array(example.rules.utf8).span, dialect: .git)
        #expect(isIgnored(example.path, by: rules) == example.isIgnored)
    }

    @Test("Git agrees with every case", .enabled(if: CommandRun.find("git") != nil))
    func agreesWithGit() throws {
        let git = try #require(CommandRun.find("git"))
        let tree = try TemporaryTree()
        _ = try CommandRun.output(git, ["init", "-q"], in: tree.path)
        for example in Self.cases {
            try tree.write(".gitignore", example.rules)
            let answer = try CommandRun.output(
                git,
                ["check-ignore", "-z", "--no-index", "--stdin"],
                in: tree.path,
                input: example.path + "\0"
            )
            #expect(!answer.isEmpty == example.isIgnored, "\(example.testDescription)")
        }
    }

    @Test(
        "Braces are a choice for ripgrep",
        arguments: [
            ("*.{py,pyi}", "a.pyi", true), ("{a,b{c,d}}.py", "bd.py", true),
            ("{a,b{c,d}}.py", "b.py", false), ("{a.py", "{a.py", false), ("\\{a", "{a", true),
        ]
    )
    func braces(_ pattern: String, _ path: String, _ isIgnored: Bool) {
        let rules = IgnoreRules(parsing: Array(pattern.utf8).span, dialect: .ripgrep)
        #expect(self.isIgnored(path, by: rules) == isIgnored)
    }

    @Test("A hostile pattern takes no longer than its length times that of the path")
    func hostile() {
        let stars = String(repeating: "*a", count: 2_000) + "b"
        let deep = String(repeating: "**/a/", count: 2_000) + "b"
        let path = String(repeating: "a", count: 2_000)
        let deepPath = String(repeating: "a/", count: 2_000) + "c"
        for (pattern, path) in [(stars, path), (deep, deepPath)] {
            let glob = Glob(parsing: Array(pattern.utf8).span)
            let isMatch = glob?.matches(Array(path.utf8).span)
            #expect(isMatch == false)
        }
        #expect(BraceBomb.rules.isEmpty)
    }

    /// A pattern with 2^40 alternatives.
    private enum BraceBomb {
        static var rules: IgnoreRules {
            let text = String(repeating: "{a,b}", count: 40)
            return IgnoreRules(parsing: Array(text.utf8).span, dialect: .ripgrep)
        }
    }
}
