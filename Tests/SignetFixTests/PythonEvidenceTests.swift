import SignetFix
import SignetScan
import Testing

@Suite("What a tree knows of kinds that nobody has declared")
struct PythonEvidenceTests {
    private static let order =
        "import uuid\norder_id = str(uuid.uuid4())\nsave(order_id=order_id)\n"
    private static let reader = "def read(order_id): ...\n"

    /// A project that declares no kinds.
    private static var settings: FixContext.Settings {
        var settings = FixContext.Settings()
        settings.keepsLook = true
        return settings
    }

    private static func plan(_ sources: [String: String]) throws -> PythonPlan {
        try PythonPlan(sources, settings, census: NameCensus())
    }

    @Test(
        "A name is a kind if the tree has a class of it and two other files name it",
        arguments: [
            (["orders.py": "class Order: ...\n", "a.py": reader, "b.py": reader], true),
            (["orders.py": "class OrderModel: ...\n", "a.py": reader, "b.py": reader], true),
            (["orders.py": "class Order: ...\n", "a.py": reader], false),
            (["orders.py": "class Reorder: ...\n", "a.py": reader, "b.py": reader], false),
            (["orders.py": "# class  Order\n", "a.py": reader, "b.py": reader], false),
            (["orders.py": "class Order: ...\n", "a.py": "border_id = order_idx = 1\n"], false),
        ]
    )
    func names(_ others: [String: String], _ isWritten: Bool) throws {
        let plan = try Self.plan(others.merging(["code.py": Self.order]) { $1 })
        #expect(plan.replacements == [isWritten ? "signet.new(\"order\", form=\"uuid\")" : nil])
        let site = try #require(plan.files.first?.sites.first)
        #expect(site.replacement == "signet.new(\"order\", form=\"uuid\")", "a suggestion at least")
        #expect(site.remedy == "declare order in signet.yml")
    }

    @Test(
        "A class of several words is a kind if something is called after it, or it is a table",
        arguments: [
            (
                "class TaxReceipt:\n    id: str = field(factory=lambda: str(uuid.uuid4()))\n", "",
                false
            ),
            (
                "class TaxReceipt:\n    id: str = field(factory=lambda: str(uuid.uuid4()))\n",
                "tax_receipt_id = 1\n", true
            ),
            (
                "class TaxReceipt:\n    id = Column(String, default=lambda: str(uuid.uuid4()))\n",
                "",
                true
            ),
            ("class Invoice:\n    id: str = field(factory=lambda: str(uuid.uuid4()))\n", "", true),
        ]
    )
    func classes(_ code: String, _ other: String, _ isWritten: Bool) throws {
        let plan = try Self.plan(["code.py": "import uuid\n" + code, "other.py": other])
        #expect(plan.replacements.map { $0 != nil } == [isWritten])
    }

    @Test("A class of another package is no class of the tree")
    func foreignClass() throws {
        let code = "import uuid\nfrom qdrant import Invoice\nx = Invoice(id=str(uuid.uuid4()))\n"
        #expect(try Self.plan(["code.py": code]).replacements == [nil])
    }

    @Test("A generator that is passed on names no kind, and needs none")
    func references() throws {
        let code = "import uuid\nclass TaxReceipt:\n    id = Column(default=uuid.uuid4)\n"
        let plan = try Self.plan(["code.py": code])
        #expect(plan.replacements == ["signet.uuid"])
        #expect(plan.files[0].sites[0].level == .safe)
        #expect(plan.files[0].sites[0].kind == nil)
    }

    @Test("A field that takes version 4 only keeps all that is called id from changing")
    func version4() throws {
        let model = "import uuid\nclass RunModel:\n    id = Column(default=uuid.uuid4)\n"
        let schema = "from pydantic import UUID4\nclass Run(BaseModel):\n    id: UUID4\n"
        let plan = try Self.plan(["model.py": model, "schema.py": schema])
        #expect(plan.replacements == [nil])
        #expect(plan.files[0].sites[0].broken.map(\.path).allSatisfy { $0.hasSuffix("schema.py") })
        #expect(try Self.plan(["model.py": model]).replacements == ["signet.uuid"])
    }

    @Test(
        "What takes digits of a UUID object keeps it from changing",
        arguments: [
            ("def f():\n    user_id = uuid.uuid4()\n    return user_id.hex[:12]\n", false),
            ("def f():\n    user_id = uuid.uuid4()\n    return str(user_id)[:8]\n", false),
            ("def f():\n    user_id = uuid.uuid4()\n    return user_id.hex\n", true),
            ("def f():\n    user_id = uuid.uuid4()\n    return uuid.uuid4().hex[:8]\n", true),
        ]
    )
    func digits(_ code: String, _ isWritten: Bool) throws {
        let plan = try Self.plan(["code.py": "import uuid\n" + code])
        #expect((plan.replacements.first.flatMap(\.self) != nil) == isWritten)
    }

    @Test(
        "What stands in for an identifier of another kind is left",
        arguments: [
            ("session_id = data.get(\"session_id\") or str(uuid.uuid4())", true),
            ("session_id = data.get(\"id\") or str(uuid.uuid4())", true),
            (
                "session_id = data.get(\"parent_session_id\") or self.session_id or str(uuid.uuid4())",
                true
            ),
            ("session_id = data.get(\"user_id\") or str(uuid.uuid4())", false),
            (
                "session_id = str(a.get(\"gen_ai.tool.call.id\") or a.get(\"id\") or uuid.uuid4())",
                false
            ),
            ("run_id = context.session_id or str(uuid.uuid4())", false),
            ("session_id = run_id if run_id else str(uuid.uuid4())", false),
            ("session_id = str(session_id) if session_id else str(uuid.uuid4())", true),
        ]
    )
    func alternatives(_ line: String, _ isWritten: Bool) throws {
        let plan = try Self.plan(["code.py": "import uuid\n\(line)\n"])
        #expect(plan.replacements.map { $0 != nil } == [isWritten])
    }

    @Test(
        "A built-in kind is left where a class says that it is one of another sort",
        arguments: [
            ("x = ProgressSession(session_id=str(uuid.uuid4()))", false),
            ("x = Session(session_id=str(uuid.uuid4()))", true),
            ("x = SessionModel(session_id=str(uuid.uuid4()))", true),
            ("x = UserSession(session_id=str(uuid.uuid4()))", true),
            ("class SpanSession:\n    def f(self):\n        session_id = str(uuid.uuid4())", false),
            ("class Worker:\n    def f(self):\n        session_id = str(uuid.uuid4())", true),
            ("session_id = str(uuid.uuid4())\nx = SpanSessionSummary(id=session_id)", false),
        ]
    )
    func divided(_ code: String, _ isWritten: Bool) throws {
        let plan = try Self.plan(["code.py": "import uuid\n\(code)\n"])
        #expect(plan.replacements.map { $0 != nil } == [isWritten])
        var declaring = Self.settings
        declaring.keepsLook = false
        let sources = ["code.py": "import uuid\n\(code)\n"]
        #expect(try PythonPlan(sources, declaring).replacements.allSatisfy { $0 != nil })
    }

    @Test(
        "A built-in kind of many meanings is one if the tree has a class of it and uses it",
        arguments: [
            (
                [
                    "runs.py": "class Run: ...\n", "a.py": "def f(run_id): ...\n",
                    "b.py": "run_id = 1\n",
                ], true
            ),
            (["runs.py": "class Run: ...\n", "a.py": "def f(run_id): ...\n"], false),
            (["a.py": "def f(run_id): ...\n", "b.py": "run_id = 1\n"], false),
        ]
    )
    func ambiguous(_ others: [String: String], _ isWritten: Bool) throws {
        let code = ["code.py": "import uuid\nrun_id = str(uuid.uuid4())\n"]
        let plan = try Self.plan(others.merging(code) { $1 })
        #expect(plan.replacements.map { $0 != nil } == [isWritten])
    }

    @Test("A message is one of a conversation if the file speaks of one")
    func messages() throws {
        let others = ["a.py": "class Message: ...\nmessage_id = 1\n", "b.py": "message_id = 1\n"]
        for (line, isWritten) in [("role = 'assistant'", true), ("channel = amqp.open()", false)] {
            let code = ["code.py": "import uuid\n\(line)\nmessage_id = str(uuid.uuid4())\n"]
            let plan = try Self.plan(others.merging(code) { $1 })
            #expect(plan.replacements.map { $0 != nil } == [isWritten])
        }
    }

    @Test(
        "What is found by its first characters keeps its digits",
        arguments: [
            ("x = find(order.id[:8])", false),
            ("found = [m for m in all if m.id.startswith(text)]", false),
            ("x = row[\"id\"][:12]", false),
            ("x = str(row.get(\"id\", \"\"))[:8]", false),
            ("x = str(order.id).hex[:6]", false),
            ("x = order.id[:36]", true),
            ("x = order.id.startswith(\"ord\")", true),
            ("x = order.id.startswith(PREFIX)", true),
            ("x = rows(order.id)[:8]", true),
            ("logger.info(\"%s\", order.id[:8])", true),
            ("x = valid[:8]", true),
        ]
    )
    func cuts(_ line: String, _ isWritten: Bool) throws {
        let model =
            "import uuid\nclass Invoice:\n    id: str = field(factory=lambda: str(uuid.uuid4()))\n"
        let plan = try Self.plan(["model.py": model, "other.py": line + "\n"])
        #expect(plan.replacements.map { $0 != nil } == [isWritten])
    }

    @Test(
        "Where the version of UUIDs is asked for, they keep it",
        arguments: [
            ("ok = uuid.UUID(text).version == 4", false), ("ok = UUID(x).version != 4", false),
            ("ok = address.version == 4", true), ("ok = ip_address(x).version == 4", true),
        ]
    )
    func versions(_ line: String, _ isWritten: Bool) throws {
        let code = "import uuid\nsession_id = str(uuid.uuid4())\n"
        let plan = try Self.plan(["code.py": code, "other.py": line + "\n"])
        #expect(plan.replacements.map { $0 != nil } == [isWritten])
    }

    @Test(
        "What is copied into other projects, and what all calls share, is left",
        arguments: [
            ("templates/app/code.py", "session_id = str(uuid.uuid4())\n", false),
            ("app/code.py", "session_id = str(uuid.uuid4())\n", true),
            ("app/code.py", "session_id: str = Field(default=str(uuid.uuid4()))\n", false),
            ("app/code.py", "session_id: str = Field(default_factory=uuid.uuid4)\n", true),
        ]
    )
    func shared(_ path: String, _ line: String, _ isWritten: Bool) throws {
        let plan = try Self.plan([path: "import uuid\n" + line])
        #expect(plan.replacements.map { $0 != nil } == [isWritten])
    }

    @Test("Another name for a type of version 4 keeps all that is called id from changing")
    func aliasOfVersion4() throws {
        let model = "import uuid\nclass RunModel:\n    id = Column(default=uuid.uuid4)\n"
        let alias = "from pydantic import UUID4\nRunID = UUID4\n"
        #expect(try Self.plan(["model.py": model, "types.py": alias]).replacements == [nil])
    }

    @Test("An import stays that a class body reads before it binds the name")
    func classBody() throws {
        let code = """
            import uuid
            class A:
                a_id = f(default=uuid.uuid4)
            class B:
                uuid = g(default=uuid.uuid4)

            """
        let file = try #require(try Self.plan(["code.py": code]).files.first)
        let text = String(decoding: try #require(file.edits).result, as: UTF8.self)
        #expect(text.hasPrefix("import uuid\n"))
        #expect(text.contains("a_id = f(default=signet.uuid)"))
    }

    @Test("What stands before the last dot of a key is no part of the kind")
    func dottedKeys() throws {
        let code = "import uuid\nspan[\"tts.session_id\"] = str(uuid.uuid4())\n"
        #expect(
            try Self.plan(["code.py": code]).replacements == [
                "signet.new(\"session\", form=\"uuid\")"
            ]
        )
    }
}
