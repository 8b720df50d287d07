import SignetFix
import Testing

@Suite("Forms of Python places")
struct PythonFormTests {
    @Test(
        "A text of a UUID changes its look only for a declared kind that stays in the tree",
        arguments: [
            ("session_id = str(uuid.uuid4())\n", "signet.new(\"session\", form=\"compact\")"),
            ("session_id = f\"{uuid.uuid4()}\"\n", "signet.new(\"session\", form=\"compact\")"),
            ("d = dict(order_id=str(uuid.uuid4()))\n", "signet.new(\"order\", form=\"uuid\")"),
            (
                "correlation_id = str(uuid.uuid4())\n", "signet.new(\"req\", form=\"uuid\")"
            ),
            (
                "from qdrant import Session\nSession(id=str(uuid.uuid4()))\n",
                "signet.new(\"session\", form=\"uuid\")"
            ),
        ]
    )
    func texts(code: String, expected: String) throws {
        #expect(try PythonPlan("import uuid\n" + code).replacements == [expected])
    }

    @Test("A project that declares no kinds keeps the look of all its UUIDs, unless it asks")
    func keptLook() throws {
        let code = "import uuid\nsession_id = str(uuid.uuid4())\n"
        var settings = FixContext.Settings()
        settings.keepsLook = true
        let kept = try PythonPlan(code, settings).replacements
        #expect(kept == ["signet.new(\"session\", form=\"uuid\")"])
        settings.form = .compact
        let asked = try PythonPlan(code, settings).replacements
        #expect(asked == ["signet.new(\"session\", form=\"compact\")"])
    }

    @Test(
        "A prefix is replaced only by the same one, or by that of a kind of the same name",
        arguments: [
            ("batch_id = f\"batch_{uuid.uuid4().hex[:8]}\"", "batch"),
            ("session_id = f\"session-{uuid.uuid4().hex[:8]}\"", "session"),
            ("vpc_id = f\"vpc-{uuid.uuid4().hex[:8]}\"", nil),
            ("backup_id = f\"backup-{uuid.uuid4().hex[:8]}\"", nil),
            ("tool_call_id = f\"call_{uuid.uuid4().hex[:8]}\"", nil),
            ("server_id = uuid.uuid4().hex[:8]", nil),
        ]
    )
    func prefixes(code: String, kind: String?) throws {
        let source = "import uuid\n\n\nclass Maker:\n    \(code)\n"
        let expected = kind.map { "signet.new(\"\($0)\", form=\"compact\")" }
        #expect(try PythonPlan(source).replacements == [expected])
    }

    @Test("A reader that sets the version of a UUID would make another of it")
    func setVersions() throws {
        let code = """
            import uuid

            def f(text):
                try:
                    visitor_id = uuid.UUID(text["visitor_id"], version=4).hex
                except ValueError:
                    visitor_id = uuid.uuid4().hex
                return visitor_id

            """
        #expect(try PythonPlan(code).replacements == [nil])
    }

    @Test("An import inside a branch goes with its last use")
    func importsInBranches() throws {
        let code = """
            def f(run_id):
                if run_id is None:
                    import uuid
                    run_id = uuid.uuid4().hex
                return run_id

            """
        let plan = try PythonPlan(code)
        let edits = try #require(plan.files.first?.edits)
        let text = String(decoding: edits.result, as: UTF8.self)
        #expect(
            text
                == code.replacing("import uuid", with: "import signet")
                .replacing("uuid.uuid4()", with: "signet.uuid(\"run\")")
        )
    }
}
