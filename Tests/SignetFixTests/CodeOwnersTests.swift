import SignetFix
import Testing

@Suite("CODEOWNERS")
struct CodeOwnersTests {
    private static let owners = CodeOwners(
        parsing: """
            # everything
            * @all
            *.js @web # their own
            /build/logs/ @logs @ops
            docs/* docs@example.com
            apps/ @apps
            /scripts/**/*.py @scripts
            with\\ blank/ @blank
            apps/free
            !apps/kept @nobody
            [Section] @nobody
            """
    )

    @Test(
        "The last line that matches decides",
        arguments: [
            ("a.py", ["@all"]), ("src/a.js", ["@web"]), ("build/logs/x/y.js", ["@logs", "@ops"]),
            ("src/build/logs/x", ["@all"]), ("docs/a.md", ["docs@example.com"]),
            ("docs/more/a.md", ["@all"]), ("one/apps/two/x.py", ["@apps"]), ("apps", ["@all"]),
            ("scripts/x.py", ["@scripts"]), ("scripts/a/b/x.py", ["@scripts"]),
            ("with blank/x", ["@blank"]), ("apps/free", []), ("apps/free/x", []),
            ("apps/kept", ["@apps"]),
        ]
    )
    func owners(_ path: String, _ owners: [String]) {
        #expect(Self.owners.owners(of: path) == owners)
    }
}
