import Signet
import SignetConfiguration
import Testing

@Suite struct `What signet.yml says of fixing` {
    private func settings(_ text: String) throws(ConfigurationError) -> FixSettings {
        try Configuration(yaml: text).fix
    }

    @Test func `a file that says nothing leaves all to the rewriter`() throws {
        #expect(try settings("version: 1") == .none)
        #expect(try settings("fix: {}") == .none)
    }

    @Test func `names, owners, form and version are read`() throws {
        let found = try settings(
            """
            fix:
              names:
                wfid: workflow
                make_job: job
              owners: [customer_id, account]
              form: readable
              python: "3.10"
            """
        )
        #expect(found.names == ["wfid": "workflow", "make_job": "job"])
        #expect(found.owners == ["customer_id", "account"])
        #expect(found.form == .readable)
        #expect(found.python == 10)
    }

    @Test(arguments: [
        ("fix: [a]", 1, 6, "a mapping"),
        ("fix:\n  nmaes: {}", 2, 3, "names, owners, form, python"),
        ("fix:\n  names: [a]", 2, 10, ""), ("fix:\n  names: {a: 'No Kind'}", 2, 14, "lower case"),
        ("fix:\n  owners: {a: b}", 2, 11, ""), ("fix:\n  owners: [[a]]", 2, 12, ""),
        ("fix:\n  form: short", 2, 9, "compact, readable or uuid"),
        ("fix:\n  form: classic", 2, 9, "compact, readable or uuid"),
        ("fix:\n  python: 3", 2, 11, "\"3.9\""), ("fix:\n  python: \"2.7\"", 2, 11, "\"3.9\""),
        ("fix:\n  python: \">=3.9\"", 2, 11, "\"3.9\""),
        ("fix:\n  python: 3.9.1", 2, 11, "\"3.9\""),
        ("fix:\n  python: \"3.-1\"", 2, 11, "\"3.9\""),
        ("fix:\n  python: \"3.\"", 2, 11, "\"3.9\""),
        ("fix:\n  python: 3.100", 2, 11, "\"3.9\""),
    ])
    func `a fault has its place, and says what is allowed`(
        _ text: String,
        _ line: Int,
        _ column: Int,
        _ allowed: String
    ) throws {
        let error = try #require(throws: ConfigurationError.self) { try settings(text) }
        #expect(error.line == line && error.column == column, "\(error)")
        if !allowed.isEmpty { #expect("\(error)".contains(allowed), "\(error)") }
    }

    @Test func `a version that YAML takes for a number is the text that was written`() throws {
        #expect(try settings("fix: {python: 3.10}").python == 10)
    }
}
