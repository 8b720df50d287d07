import SignetFix
import Testing

@Suite("Kinds of Python places")
struct PythonKindTests {
    private static let head = "from types import SimpleNamespace\nfrom uuid import uuid4\n"

    @Test(
        "A name that says what an identifier names gives its kind",
        arguments: [
            ("def f(run):\n    run_id_uuid = uuid4()\n", "run"),
            ("def f(g):\n    g(dataset_id=uuid4())\n", "dataset"),
            ("def f(g):\n    g(private_dataset_id=uuid4())\n", "dataset"),
            ("class TextDocument: pass\nx = TextDocument(id=uuid4())\n", "text_document"),
            ("class UserModel: pass\nx = UserModel(id=uuid4())\n", "user"),
            ("def f(g):\n    user = SimpleNamespace(id=uuid4())\n", "user"),
            ("def f(g):\n    g(test_case_id=uuid4())\n", "test_case"),
            ("def f(g):\n    g(test_session_id=uuid4())\n", "session"),
            ("def f(g):\n    g(conv_id=uuid4())\n", "thread"),
            ("def f(g):\n    g(dataset2_id=uuid4())\n", "dataset"),
            ("x = {\"OS_DATASET_ID\": uuid4()}\n", "dataset"),
            (
                "class MemoryStream:\n    def f(self):\n        self.id: StreamId = uuid4()\n",
                "stream"
            ),
            ("class MemoryStream:\n    id: t.StreamID = uuid4()\n", "stream"),
            ("class MemoryStream:\n    id: UUID = uuid4()\n", "memory_stream"),
            ("def f(g):\n    g(export_step_id=uuid4())\n", "export_step"),
            (
                "class WorkflowRun: pass\ndef f(g):\n    g(workflow_run_id=uuid4())\n",
                "workflow_run"
            ),
            ("from app import models\nx = models.Invoice(id=uuid4())\n", "invoice"),
            ("from app.orders import OrderLine\nx = OrderLine(id=uuid4())\n", "order_line"),
            ("def f(page):\n    x = Page(id=page.id or uuid4())\n", "page"),
            ("def f(g):\n    g({\"checkpoint\": 1, \"state_id\": uuid4()})\n", "state"),
        ]
    )
    func names(code: String, kind: String) throws {
        #expect(try PythonPlan(Self.head + code).replacements == ["signet.uuid(\"\(kind)\")"])
    }

    @Test("A thread is one of a conversation only if the file, or the project, speaks of such")
    func threads() throws {
        let code = Self.head + "def f(g):\n    g(thread_id=uuid4())\n"
        var settings = FixContext.Settings()
        #expect(try PythonPlan(code, settings).replacements == ["signet.uuid(\"thread\")"])
        settings.keepsLook = true
        #expect(try PythonPlan(code, settings).replacements == [nil])
        let chat = code + "chat = 1\n"
        #expect(try PythonPlan(chat, settings).replacements == ["signet.uuid(\"thread\")"])
    }

    @Test("An execution is that of an agent only if the file names one, not that of a user")
    func executions() throws {
        let code = Self.head + "def f(g):\n    g(execution_id=uuid4())\n"
        #expect(try PythonPlan(code + "user_agent = 1\n").replacements == [nil])
        let agent = try PythonPlan(code + "agent_name = 1\n")
        #expect(agent.replacements == ["signet.uuid(\"exec\")"])
    }

    @Test("The name of the project before that of a class is no part of the kind")
    func project() throws {
        let code = Self.head + "class RelayJob: pass\nx = RelayJob(id=uuid4())\n"
        for (path, kind) in [
            ("relay/jobs.py", "job"), ("src/relay/core/jobs.py", "job"),
            ("core/relay.py", "relay_job"),
        ] {
            let plan = try FixTree([path: code]).plan()
            #expect(
                plan.written.compactMap(\.replacement) == ["signet.uuid(\"\(kind)\")"],
                "\(path)"
            )
        }
    }

    @Test(
        "A name that does not say what it names is left to people",
        arguments: [
            "x = SimpleNamespace(id=uuid4())\n",
            "class EntityType: pass\nx = EntityType(id=uuid4())\n",
            "class LanguageModel: pass\nx = LanguageModel(id=uuid4())\n",
            "def f(g):\n    g(name_id=uuid4())\n",
            "def f(g):\n    g(pinned_id=uuid4())\n",
            "def f(g):\n    g(managed_cluster_id=uuid4())\n",
            "def f(g):\n    g(pkg_id=uuid4())\n",
            "def f(self):\n    self._35fe16d4ab1c_task_id = uuid4()\n",
            "def f(self):\n    self.k8s_job_id = uuid4()\n",
            "class S3Object: pass\nx = S3Object(id=uuid4())\n",
            "def f(g):\n    g(dispatch_uid=uuid4())\n",
            "def f(g):\n    g(net_id=uuid4())\n",
            "def f(g):\n    g(idp_saml2_id=uuid4())\n",
            "def f(g):\n    g(result_ids=uuid4())\n",
            "def f(g):\n    g(cloud_request_id=uuid4())\n",
            "class LoggedPage: pass\nx = LoggedPage(id=uuid4())\n",
            "class WebSpan: pass\nx = WebSpan(id=uuid4())\n",
            "class OrderHeaders: pass\nx = OrderHeaders(id=uuid4())\n",
            "def f(g):\n    g(user_domain_id=uuid4())\n",
            "from app import Page as WikiPage\nx = WikiPage(id=uuid4())\n",
            "def f(g):\n    trunk_id = uuid4()\n    g(trunk_id=1, port_id=trunk_id)\n",
            "from app import connections\nx = connections.Acme(id=uuid4())\n",
            "from app.connections import Acme\nx = Acme(id=uuid4())\n",
            "class CallEvent: pass\ndef f(call):\n    return CallEvent(id=call.id or uuid4())\n",
            "def f(g):\n    g({\"state_id\": uuid4()})\n",
            "def f():\n    msg = {\"jsonrpc\": \"2.0\"}\n    msg[\"id\"] = uuid4()\n",
            "def f(x):\n    x.page_id = md5(uuid4())\n",
            "OAuth = checkpoint = 1\ndef f(g):\n    g({\"state_id\": uuid4()})\n",
            "def f(g, step_id):\n    g(export_step_id=uuid4())\n",
            "class Step: pass\ndef f(self):\n    self.export_step_id = uuid4()\n",
            "def f(g):\n    g({\"x-grok-agent-id\": uuid4()})\n",
            "def f(g):\n    reader_id = uuid4()\n    g(reader_id)\n",
            "def resolve_account_view_id():\n    return uuid4()\n",
            "from threading import Thread\ndef f(self):\n    thread_id = uuid4()\n",
        ]
    )
    func refusals(code: String) throws {
        #expect(try PythonPlan(Self.head + code).replacements == [nil])
    }

    @Test("A variable takes the kind of what it is handed on to, if its own name agrees")
    func receivers() throws {
        let code = """
            def f(g, SetWorkflowID):
                timeout_id = uuid4()
                with SetWorkflowID(timeout_id):
                    g()
                effective_task_id = uuid4()
                g(task_id=effective_task_id)
                doc_id = uuid4()
                Document(id=doc_id)

            """
        let kinds = [nil, "task", "document"]
        let expected = kinds.map { kind in kind.map { "signet.uuid(\"\($0)\")" } }
        #expect(try PythonPlan(Self.head + code).replacements == expected)
    }

    @Test("What a class does with its id counts wherever its objects are made")
    func classesOfOtherFiles() throws {
        let sources = [
            "item.py": """
            import uuid

            class Session:
                def check(cls, v):
                    uuid.UUID(v)

            """,
            "use.py": "import uuid\nfrom item import Session\nx = Session(id=str(uuid.uuid4()))\n",
        ]
        #expect(try PythonPlan(sources).replacements == ["signet.new(\"session\", form=\"uuid\")"])
    }
}
