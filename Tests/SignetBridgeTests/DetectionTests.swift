import Signet
import SignetBridge
import Testing

@Suite struct `Families of texts` {
    /// A text, its family, and its parts as `part=text`, ordered by name.
    static let texts: [(String, String, String)] = [
        ("c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "uuid", ""),
        ("C1D7A3F09B524E688A417F0E3B2C5D96", "uuid", ""),
        ("urn:uuid:c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "uuid", ""),
        ("{C1D7A3F0-9B52-4E68-8A41-7F0E3B2C5D96}", "uuid", ""),
        (
            "run_c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "prefixed_uuid",
            "embedded=c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96 prefix=run"
        ),
        (
            "demo-user-c1d7a3f09b524e688a417f0e3b2c5d96", "prefixed_uuid",
            "embedded=c1d7a3f09b524e688a417f0e3b2c5d96 prefix=demo-user"
        ),
        (
            "thread_delete_c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "prefixed_uuid",
            "embedded=c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96 operation=delete prefix=thread"
        ),
        ("ws_7be0114c", "truncated", "prefix=ws"),
        ("agent-7be0114c52aa", "truncated", "prefix=agent"),
        ("viol_7be0114c52aa9d01", "truncated", "prefix=viol"),
        ("stop-run-7be0114c", "truncated", "prefix=stop-run"),
        ("mgr_usr_bo_1999_7be0114c", "owned", "owner=usr_bo_1999 prefix=mgr"),
        ("session_run_kim-2_7be0114c", "owned", "owner=kim-2 prefix=session_run"),
        ("silent_failure_u_9_7be0114c", "owned", "owner=u_9 prefix=silent_failure"),
        ("conn_customer_001_1757927717_7be0114c", "owned", "owner=customer_001 prefix=conn"),
        (
            "event_1757927717565_8_7be0114c", "classic", "number=8 prefix=event"
        ),
        (
            "ws_conn_usr_zoey_1757927717565_8_7be0114c", "classic",
            "number=8 owner=usr_zoey(cut) prefix=ws_conn"
        ),
        (
            "session_web_customer-001_1757927717565_8_7be0114c", "classic",
            "number=8 owner=customer-001 prefix=session type=web"
        ),
        ("uid_1757927717565_8_7be0114c", "classic", "number=8 prefix=uid"),
        ("tool_1757927717565_123", "classic", "number=123 prefix=tool"),
        (
            "req_export_all_1757927717565_8_7be0114c", "classic",
            "number=8 operation=export_all prefix=req"
        ),
        ("thread_export_2_7be0114c", "counted", "number=2 operation=export prefix=thread"),
        ("user_7_7be0114c", "rival", "number=7 type=user"),
        ("load_session_1_7be0114c", "rival", "number=1 prefix=load type=session"),
        (
            "run_thread_export_2_7be0114c_1757_00aa11bb", "run_of_thread",
            "embedded=thread_export_2_7be0114c number=1757"
        ),
        (
            "run_thread_export_2_7be0114c_1757927717565_00aa11bb", "run_of_thread",
            "embedded=thread_export_2_7be0114c number=1757927717565"
        ),
        ("ws_staging_1757927717565_7be0114c", "environment", "environment=staging prefix=ws"),
        ("mail_sender_1757927717565", "timed", "operation=mail_sender"),
        ("req_1757927717", "timed", "prefix=req"),
        ("ws-session-1757927717", "timed", "prefix=ws-session"),
        ("thread_customer_001_1757927717", "timed", "owner=customer_001 prefix=thread"),
        ("corpus_usr_bo_1999_1757927717.125008", "timed", "owner=usr_bo_1999 prefix=corpus"),
        ("saga_refund_20250915_091517", "calendar", "prefix=saga_refund"),
        ("FSR_20250915_091517", "calendar", "prefix=FSR"),
        ("ESP-usr_zoey-20250915091517", "calendar", "owner=usr_zoey(cut) prefix=ESP"),
        ("SERVICE_AUTH_091517", "calendar", "prefix=SERVICE_AUTH"),
        (
            "usage:customer_001:search:20250915", "calendar",
            "owner=customer_001 prefix=usage type=search"
        ),
        ("relaxed_4821", "hash", "prefix=relaxed"),
        ("test_user_77", "hash", "prefix=test_user"),
        ("txn_1757927717_4821", "hash", "prefix=txn"),
        ("cohort_-8316649107834812345", "hash", "prefix=cohort"),
        ("job_139712345678901", "address", "prefix=job"),
        ("isolated_run_usr_bo_139712345678901", "address", "owner=usr_bo prefix=isolated_run"),
        (
            "customer_001_run_export_2_7be0114c_1757927717565", "joined",
            "embedded=run_export_2_7be0114c owner=customer_001"
        ),
        (
            "tool_exec_run_export_2_7be0114c_web_search_1757927717565", "joined",
            "embedded=run_export_2_7be0114c type=web_search"
        ),
        (
            "agent_started_usr_bo_run_export_2_7be0114c_1757927717565_00aa11bb", "joined",
            "embedded=run_export_2_7be0114c owner=usr_bo type=agent_started"
        ),
        (
            "import_done_usr_bo_run_export_2_7be0114c_1757927717565_00aa11bb", "joined",
            "embedded=run_export_2_7be0114c prefix=import_done_usr_bo"
        ),
        (
            "usr_bo_c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96_1757927717565", "joined",
            "embedded=c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96 owner=usr_bo"
        ),
        (
            "run_c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96_1757927717565", "joined",
            "embedded=run_c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96"
        ),
        (
            "c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96_checkpoint_12", "joined",
            "embedded=c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96 number=12"
        ),
        (
            "defensive_auth_usr_bo_ws_client_7be0114c", "joined",
            "embedded=ws_client_7be0114c owner=usr_bo"
        ),
        (
            "run_export_2_7be0114c_checkpoint_4", "joined",
            "embedded=run_export_2_7be0114c number=4"
        ),
        (
            "usr_bo_thread_export_2_7be0114c_00aa11bb", "joined",
            "embedded=thread_export_2_7be0114c owner=usr_bo"
        ),
        (
            "auth:session:c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "redis_key",
            "embedded=c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96 prefix=auth:session"
        ),
        ("user:customer_001:theme", "redis_key", "operation=theme owner=customer_001"),
        ("user_sessions:customer_001", "redis_key", "owner=customer_001"),
        ("agent_state:run_x", "redis_key", "embedded=run_x prefix=agent_state"),
        (
            "thread_export_2_7be0114c:started", "redis_key",
            "embedded=thread_export_2_7be0114c operation=started"
        ),
        ("105945141827451681156", "foreign", ""),
        ("ada@example.org", "foreign", ""),
        ("sess_Zx81kLmnOPq2rstUVwxY", "foreign", ""),
        ("sk_live_51Hxyzabcdefghijk", "credential", ""),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl", "credential", ""),
        ("session_01j7nsj96je00838djrfaebxg7", "current", ""),
        (
            "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607", "current",
            "owner=user123"
        ),
    ]

    @Test(arguments: texts)
    func `a text is read as its family, with its parts`(
        text: String,
        family: String,
        parts: String
    ) throws {
        let detection = Bridge.builtIn.detect(text)
        #expect(Bridge.builtIn.familyName(of: detection) == family)
        let reading = try #require(detection.single)
        #expect(described(reading, text) == parts)
        #expect(reading.certainty != .unknown)
    }

    @Test(arguments: [
        // A counter behind a customer, or the end of the customer's name.
        (
            "customer_001_7be0114c",
            ["counted: number=001 prefix=customer", "owned: owner=customer_001"]
        ),
        // A context of an operation called run, or a manager's run with a prefix.
        (
            "thread_run_2_7be0114c",
            [
                "counted: number=2 operation=run prefix=thread",
                "rival: number=2 prefix=thread type=run",
            ]
        ),
        ("7be0114c52aa9d01", ["truncated: ", "hash: "]),
        (
            "session_auth_usr_zoey_1757927717565_8_7be0114c",
            [
                "classic: number=8 owner=usr_zoey(cut) prefix=session type=auth",
                "classic: number=8 owner=zoey prefix=session type=auth_usr",
            ]
        ),
        ("job_091517", ["calendar: prefix=job", "truncated: prefix=job"]),
        ("batch_4821", ["hash: prefix=batch", "truncated: prefix=batch"]),
        (
            "query_1757927717565_4821",
            ["classic: number=4821 prefix=query", "timed: prefix=query"]
        ),
        (
            "user:a:b:c",
            ["redis_key: operation=b:c owner=a", "redis_key: operation=c owner=a:b"]
        ),
    ])
    func `a text that can be read in several ways has all its readings`(
        text: String,
        expected: [String]
    ) {
        let detection = Bridge.builtIn.detect(text)
        let readings = (0..<detection.count).map { index in
            "\(detection[index].family.name): \(described(detection[index], text))"
        }
        #expect(readings == expected)
        #expect(detection.isAmbiguous)
        #expect(detection.certainty == .likely)
    }

    @Test(arguments: [
        "", "x", "hello", "hello_world", "user_cafe", "a b_7be0114c", "customer_001",
        "user_1", "_7be0114c", "ws_7BE0114C", "thread_export_2_7be0114g", "2024-2025", "a_",
        "00000000-0000-0000-0000-000000000000", "a:b", ":", "user:", "@", "a@b",
        "session_auth_user123_1726234567890_262144_a1b2c3d4e5f607", "ws_7be0114c ", "é_7be0114c",
        "sess_short", "12345",
    ])
    func `what looks like nothing known has no reading`(text: String) {
        let detection = Bridge.builtIn.detect(text)
        #expect(detection.count == 0)
        #expect(detection.family == .unknown)
        #expect(detection.certainty == .unknown)
    }

    @Test(arguments: `Legacy texts of the value`.texts)
    func `what the value detects, the bridge calls by the same name`(text: String) throws {
        let legacy = try #require(LegacyID.detect(text))
        let detection = Bridge.builtIn.detect(text)
        #expect(Bridge.builtIn.familyName(of: detection) == legacy.family.name)
        #expect(detection.time == legacy.time)
        #expect(detection.kind == legacy.kind)
    }

    @Test(
        arguments: [
            ("event_1757927717565_8_7be0114c", 1_757_927_717_565),
            ("req_1757927717", 1_757_927_717_000),
            ("corpus_bo_1757927717.125008", 1_757_927_717_125),
            ("ws_dev_1757927717565_7be0114c", 1_757_927_717_565),
            ("bo_run_x_2_7be0114c_1757927717565", 1_757_927_717_565),
        ] as [(String, UInt64)]
    )
    func `a time is read in milliseconds`(text: String, time: UInt64) {
        #expect(Bridge.builtIn.detect(text).time == time)
    }

    @Test(
        arguments: [
            ("req_a_1757927717565_8_7be0114c", [1]), ("mail_1757927717565", [2]),
            ("thread_a_8_7be0114c", [3, 4]), ("user_8_7be0114c", []),
        ] as [(String, [Int])]
    )
    func `a context says which generations wrote it`(text: String, generations: [Int]) {
        let bits = Bridge.builtIn.detect(text)[0].generations
        #expect((1...4).filter { bits >> UInt8($0) & 1 == 1 } == generations)
    }
}

/// Texts whose families the value knows as well.
enum `Legacy texts of the value` {
    static let texts = [
        "thread_test_1757927717565_2_b97ed28f", "thread_chat_42_ab12cd34",
        "run_thread_chat_42_ab12cd34_17565_9f8e7d6c", "ws_ab12cd34", "req_0123456789ab",
        "websocket_factory_1757372478799", "exec_triage_1757372478799_ab12cd",
        "5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F",
    ]
}

/// The parts of a reading as `part=text`, ordered by name; random digits are left out.
func described(_ reading: Reading, _ text: String) -> String {
    let bytes = Array(text.utf8)
    return Part.allCases.filter { $0 != .random }.compactMap { part in
        reading[part].map { range in
            let value = String(decoding: bytes[range], as: UTF8.self)
            let isCut = part == .owner && reading.isOwnerCut
            return "\(part.name)=\(value)\(isCut ? "(cut)" : "")"
        }
    }.sorted().joined(separator: " ")
}
