import SignetFix
import Testing

/// What a strict reviewer would say that each name stands for.
@Suite("Kinds by names")
struct KindChoiceTests {
    /// The kinds of the places in `lines`, or why they have none.
    private func kinds(
        _ lines: String,
        _ settings: FixContext.Settings = FixContext.Settings()
    ) throws -> [String] {
        let tree = try FixTree(["app/main.py": "import uuid\n\n\n\(lines)\n"])
        return tree.plan(settings).sites.map { $0.kind?.kind ?? $0.reasons.joined(separator: "; ") }
    }

    private static let nothing = "nothing says what it names"
    private static let foreign = "its format may be laid down by others"
    private static func reading(_ kind: String) -> String {
        "no catalog can have the kind \(kind): its texts read like those of a shorter kind"
    }
    private static func silent(_ name: String) -> String { "\(name) says nothing of what it names" }
    private static let secret = "a secret is no identifier"

    @Test(
        "A name gives the kind that it says",
        arguments: [
            ("run_id", "run"), ("runId", "run"), ("RUN_ID", "run"), ("_run_id", "run"),
            ("run_uuid", "run"), ("run_guid", "run"), ("run_id_str", "run"), ("run_id_2", "run"),
            ("new_run_id", "run"), ("test_run_id", "run"), ("parent_run_id", "run"),
            ("request_id", "req"), ("req_id", "req"), ("correlation_id", "req"),
            ("message_id", "msg"), ("conversation_id", "thread"), ("thread_id", "thread"),
            ("session_id", "session"), ("sess_id", "session"), ("user_session_id", "session"),
            ("websocket_id", "ws_conn"), ("ws_connection_id", "ws_conn"),
            ("websocket_connection_id", "ws_conn"), ("ws_client_id", "ws_client"),
            ("agent_execution_id", "exec"), ("agent_id", "agent"),
            ("tool_call_id", "tool"), ("transaction_id", "tx"), ("event_id", "event"),
            ("audit_log_id", "audit"), ("usr_id", "user"), ("user_id", "user"),
            ("order_id", "order"), ("order_line_id", "order_line"), ("workflow_id", "workflow"),
            ("thread_message_id", "msg"), ("order_profile_id", "order_profile"),
            ("jti", "jwt_token"),
            ("runIDs", "run"), ("first_workflow_id", "workflow"),
        ]
    )
    func kind(_ name: String, _ kind: String) throws {
        #expect(try kinds("row.\(name) = str(uuid.uuid4())") == [kind])
    }

    @Test(
        "A name that says nothing, or what others lay down, or a secret, gives none",
        arguments: [
            ("id", nothing), ("x", nothing), ("uuid_str", nothing), ("value", nothing),
            ("random_id", nothing), ("unique_id", nothing), ("my_uuid", nothing),
            ("new_id", nothing), ("item_id", nothing), ("identifier", nothing),
            ("test_id", nothing), ("run", nothing), ("run_name", nothing), ("filename", nothing),
            ("trace_id", foreign), ("span_id", foreign), ("client_id", foreign),
            ("subscription_id", foreign), ("stripe_id", foreign), ("group_id", foreign),
            ("tool_id", "the kind tool is that of its calls"),
            ("execution_id", "the kind exec is that of agents"), ("udf_id", silent("udf")),
            ("hooks_id", silent("hooks")), ("pid_id", foreign), ("idempotency_key_id", foreign),
            ("run_step_id", reading("run_step")), ("event_stream_id", reading("event_stream")),
            ("api_key", secret), ("access_token", secret), ("password", secret), ("token", secret),
        ]
    )
    func refusal(_ name: String, _ reason: String) throws {
        let found = try kinds("\(name) = str(uuid.uuid4())")
        // What the scanner does not take for an identifier is left alone, too.
        #expect(found == [reason] || found.isEmpty, "\(found)")
    }

    @Test(
        "A name that says only id takes what the class around it is",
        arguments: [
            ("class Run:\n    id = str(uuid.uuid4())", "run"),
            ("class RunModel:\n    id = str(uuid.uuid4())", "run"),
            (
                "class OrderLine:\n    def __init__(self):\n        self.id = str(uuid.uuid4())",
                "order_line"
            ),
            ("class ChatRoom:\n    id = uuid.uuid4()", "chat_room"),
            (
                "class ChatMessage:\n    id = uuid.uuid4()",
                "msg is a kind of its own, and chat_message may be one"
            ),
            ("class OrderPlaced:\n    id = uuid.uuid4()", silent("order_placed")),
            ("class EmailSent:\n    id = uuid.uuid4()", silent("email_sent")),
            ("class Answers:\n    id = uuid.uuid4()", silent("answers")),
            ("class Cacheable:\n    id = uuid.uuid4()", silent("cacheable")),
            ("class ModelResponse:\n    id = uuid.uuid4()", silent("ModelResponse")),
            ("class PersonWithPet:\n    id = uuid.uuid4()", silent("PersonWithPet")),
            ("class Table:\n    id = uuid.uuid4()", "table"),
            ("run = {}\nrun['id'] = str(uuid.uuid4())", "run"),
            ("Run(id=str(uuid.uuid4()))", "run"),
            ("Thread.create(id=str(uuid.uuid4()))", nothing),
            ("class BaseModel:\n    id = str(uuid.uuid4())", silent("BaseModel")),
            ("class TestRun:\n    id = str(uuid.uuid4())", silent("TestRun")),
            (
                "class RunManager:\n    def f(self):\n        self.id = str(uuid.uuid4())",
                silent("RunManager")
            ),
            ("class Mixin:\n    id = str(uuid.uuid4())", silent("Mixin")),
            ("create(id=str(uuid.uuid4()))", nothing),
            ("class Größe:\n    id = str(uuid.uuid4())", nothing),
            (
                "class Averyveryverylongnameofaclassthatisakind:\n    id = str(uuid.uuid4())",
                nothing
            ),
        ]
    )
    func bearer(_ code: String, _ kind: String) throws {
        #expect(try kinds(code) == [kind])
    }

    @Test("What the project says of a name goes before everything")
    func settings() throws {
        var settings = FixContext.Settings()
        settings.names = ["wfid": "workflow", "run_id": "job", "trace_id": "trace"]
        let code = "run_id = str(uuid.uuid4())\ntrace_id = str(uuid.uuid4())"
        #expect(try kinds(code, settings) == ["job", "trace"])
    }

    @Test(
        "A prefix that says something else than the name leaves the place to people",
        arguments: [
            ("run_", true), ("RUN-", true), ("r_", false), ("job_", false), ("test_run_", true),
            ("thread_", false), ("my_run_", true), ("mock-run-", true),
        ]
    )
    func prefix(_ prefix: String, _ agrees: Bool) throws {
        let found = try kinds("run_id = f'\(prefix){uuid.uuid4().hex[:8]}'")
        let refusal = "its name says run, its text says \(prefix)"
        #expect(found == [agrees ? "run" : refusal])
    }
}
