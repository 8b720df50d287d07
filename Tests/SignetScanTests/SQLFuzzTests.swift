import Foundation
import SignetScan
import Testing

/// Whatever the bytes are, the analysis ends soon, and its answers lie within them.
@Suite struct SQLFuzzTests {
    private static let size =
        Int(ProcessInfo.processInfo.environment["SIGNET_FUZZ_BYTES"] ?? "") ?? 1 << 20

    private static func check(_ source: [UInt8]) {
        let analysis = SQLLanguage().analyze(source.span, .all)
        #expect(analysis.isWithin(source.count) && analysis.isOrdered)
    }

    @Test(
        "Repeated fragments take linear time",
        arguments: [
            "(", ")", "[", "'", "\"", "`", "$", "$$", "$a$ AS ", "AS $a$ $", "/*", "/*/", "*/",
            "--", "\\", ";", ",", "a", "a ", "||", "'a'||", "::uuid", "id::", "newid()",
            "newid()||",
            "(newid())", "lower(", "concat(", "concat_ws('',", "SET a=", "SET ", "SELECT ",
            "CREATE TABLE ", "CREATE TABLE t (", "ALTER TABLE ", "ALTER TABLE t ADD ",
            "INSERT INTO t (id) VALUES ", "INTO a (", "VALUES (", "ORDER BY ", "ORDER BY id,",
            "id>", "id LIKE ", "id LIKE '%'", "DECLARE @a=", "a.", "a:=", "split_part(", "E'\\",
            "COPY t FROM stdin;", "DELIMITER $$\n", "CREATE FUNCTION make_id() AS $$ newid()",
            "coalesce(user_id,", "substring(id from 1 for ", "#\n", "# ", "[a", "é", "\0", "@",
            ":a",
            "ORDER BY (", "a[", "jsonb_build_object('id',", "GO\n",
        ]
    )
    func repeated(_ fragment: String) {
        let bytes = Array(fragment.utf8)
        var source: [UInt8] = []
        while source.count < Self.size { source += bytes }
        let elapsed = ContinuousClock().measure { Self.check(source) }
        // A quadratic pass would take minutes. The bound is wide: this is no benchmark.
        #expect(elapsed < .seconds(5 + 4 * (Self.size >> 20)))
    }

    @Test("Random bytes and fragments are no danger", arguments: 0..<8)
    func random(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        Self.check((0..<Self.size / 8).map { _ in UInt8.random(in: 0...255, using: &generator) })
        let pieces = [
            "CREATE TABLE t (", "id ", "uuid ", "DEFAULT ", "gen_random_uuid()", ")", "(", ",", ";",
            "'", "\"", "$$", "AS ", "::", "text", "||", "'a'", "INSERT INTO t (id) VALUES ",
            "SELECT ",
            "lower(", "substring(", "1", "ORDER BY ", "LIKE ", "--", "\n", "/*", "*/", "[", "]",
            ".",
            "UPDATE t SET ", "=", ">", "CREATE FUNCTION make_id() ", "ALTER TABLE t ", "TYPE ",
        ]
        var source: [UInt8] = []
        while source.count < Self.size / 4 {
            source += Array((pieces.randomElement(using: &generator) ?? "").utf8)
        }
        Self.check(source)
    }
}
