import SignetScan
import Testing

@Suite("Names and patterns of identifiers")
struct IdentifierNamesTests {
    @Test(
        "A name is that of an identifier by its last word",
        arguments: [
            ("id", true), ("run_id", true), ("runId", true), ("runID", true), ("RUN_ID", true),
            ("uuid", true), ("userUUID", true), ("_uid", true), ("run_id_str", true),
            ("v1_id", true), ("guid", true), ("jobIdStr", true), ("valid", false),
            ("grid", false), ("GRID", false), ("fluid", false), ("hybrid", false), ("ids", false),
            ("run_ids", false), ("identifier", false), ("i", false), ("", false), ("str", false),
            ("token", false), ("android", false), ("isValid", false), ("VOID", false),
        ]
    )
    func identifiers(_ name: String, _ expected: Bool) {
        let bytes = Array(name.utf8)
        #expect(IdentifierSpelling.isIdentifier(bytes.span) == expected)
    }

    @Test(
        "A function makes identifiers if its name is a verb of making and an identifier",
        arguments: [
            ("generate_run_id", true), ("_new_id", true), ("gen_uuid", true),
            ("generateRunId", true), ("next_ids", true), ("run_id_generator", true),
            ("get_unique_id", true), ("random_id", true), ("run_id", false), ("unique_id", false),
            ("get_id", false), ("generate", false), ("new_token_for_user_id", false),
            ("newsletter_id", false), ("generated_id", false), ("create_user", false),
        ]
    )
    func minters(_ name: String, _ expected: Bool) {
        let bytes = Array(name.utf8)
        #expect(IdentifierSpelling.isMinterFunction(bytes.span) == expected)
    }

    @Test(
        "A class makes identifiers if its name is an identifier and a noun of making",
        arguments: [
            ("RunIdGenerator", true), ("UnifiedIDManager", true), ("UUIDFactory", true),
            ("IdProvider", true), ("Generator", false), ("GridManager", false),
            ("AccountManager", false), ("IdManagerTest", false),
        ]
    )
    func classes(_ name: String, _ expected: Bool) {
        let bytes = Array(name.utf8)
        #expect(IdentifierSpelling.isMinterClass(bytes.span) == expected)
    }

    @Test(
        "A pattern is read by its classes, counts and prefix",
        arguments: [
            ("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{12}", IdentifierPattern.uuid),
            ("\\w{8}-(\\w{4}-){3}\\w{12}", .uuid), ("[0-9a-f-]{36}", .uuid),
            ("^[a-f0-9]{32}$", .digits), ("run_[0-9a-f]{8}", .prefixed),
            ("run_(?:[A-F0-9]{4,12})", .prefixed), ("session-([0-9a-f]{16})", .prefixed),
            ("run_[0-9a-f]+", .prefixed), ("[0-9a-f]{64}", nil), ("sha_[0-9a-f]{16}", nil),
            ("host-[0-9a-f]+", nil), ("#[0-9a-f]{6}", nil), ("\\x_[0-9a-f]{2}", nil),
            ("\\d{8}-\\d{4}", nil), ("run_[0-9a-z]{8}", nil), ("run_[0-9a-f", nil),
            ("[a-f]{", nil), ("a_[a-f]{99999999999999}", nil), ("", nil),
        ] as [(String, IdentifierPattern?)]
    )
    func patterns(_ text: String, _ expected: IdentifierPattern?) {
        let bytes = Array(text.utf8)
        #expect(IdentifierPattern(of: bytes.span) == expected)
    }
}
