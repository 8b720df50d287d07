import SignetFix
import Testing

@Suite struct `Languages that are not rewritten` {
    @Test(arguments: [
        ("a.ts", "const runId = crypto.randomUUID();\n", "let the backend mint"),
        ("a.js", "const runId = crypto.randomUUID();\n", "let the backend mint"),
        (
            "a.sql", "CREATE TABLE runs (id uuid DEFAULT gen_random_uuid());\n",
            "take the default away"
        ),
    ])
    func `get advice that says what to do`(_ name: String, _ text: String, _ remedy: String) throws
    {
        let file = try #require(try SwiftFixture([name: text]).plan().first)
        #expect(file.edits == nil)
        #expect(file.sites.map(\.level) == [.manual])
        #expect(file.sites.first?.remedy?.hasPrefix(remedy) == true)
    }
}
