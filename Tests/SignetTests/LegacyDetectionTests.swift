import Signet
import Testing

@Suite struct `Legacy texts` {
    static let texts: [(String, LegacyID.Family, LegacyID.Certainty, Kind?, UInt64?)] = [
        (
            "thread_test_1757927717565_2_b97ed28f", .classic, .certain, .thread, 1_757_927_717_565
        ),
        ("thread_chat_42_ab12cd34", .counted, .likely, .thread, nil),
        ("run_thread_chat_42_ab12cd34_17565_9f8e7d6c", .runOfThread, .likely, .run, nil),
        ("ws_ab12cd34", .truncated, .likely, nil, nil),
        ("req_0123456789ab", .truncated, .likely, .req, nil),
        ("websocket_factory_1757372478799", .timed, .likely, nil, 1_757_372_478_799),
        ("exec_triage_1757372478799_ab12cd", .timed, .likely, .exec, 1_757_372_478_799),
    ]

    @Test(arguments: texts)
    func `a text belongs to its family`(
        text: String,
        family: LegacyID.Family,
        certainty: LegacyID.Certainty,
        kind: Kind?,
        time: UInt64?
    ) throws {
        let legacy = try #require(LegacyID.detect(text))
        #expect(legacy.family == family)
        #expect(legacy.certainty == certainty)
        #expect(legacy.kind == kind)
        #expect(legacy.time == time)
        #expect(legacy.adopted == nil)
    }

    @Test(arguments: [
        "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f", "5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F",
        "5f0c6a523b1e4c9a9d2f0a1b2c3d4e5f", "urn:uuid:5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f",
        "URN:UUID:5F0C6A52-3B1E-4C9A-9D2F-0A1B2C3D4E5F",
        "{5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f}", "{5F0C6A523B1E4C9A9D2F0A1B2C3D4E5F}",
    ])
    func `a UUID is adopted from any spelling`(text: String) throws {
        let legacy = try #require(LegacyID.detect(text))
        #expect(legacy.family == .uuid)
        #expect(legacy.certainty == .certain)
        let core = try #require(legacy.adopted)
        #expect(AnyID(.session, core).compact == "session_2z1hn54ery9jd9tbra3cp3tkjz")
    }

    @Test(arguments: [
        "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607",
        "user_1726234567890_000001_a1b2c3d4e5f607", "session_01j7nsj96je00838djrfaebxg7",
        "session_01j7nsj96je00838djrfaebxg7_jxfs5w",
        "session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v",
    ])
    func `a text of today's forms is no legacy text`(text: String) {
        #expect(LegacyID.detect(text) == nil)
    }

    @Test(arguments: [
        "", "user", "user_", "hello_world", "user_cafe", "ws_ab", "ws_0123456789abcdef0",
        "00000000-0000-0000-0000-000000000000", "{5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f",
        "_ab12cd34", "1_ab12cd34", "a b_ab12cd34", "ws_AB12CD34", "thread_chat_42_ab12cd3g",
        "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f ",
    ])
    func `what looks like no family is none`(text: String) {
        #expect(LegacyID.detect(text) == nil)
    }

    @Test(arguments: [
        "session_auth_user123_1726234567890_262144_a1b2c3d4e5f607",
        "session_auth_user123_0726234567890_000001_a1b2c3d4e5f607",
        "session_auth_1726234567890_000001_a1b2c3d4e5f607",
        "session_01j7nsj96je00838djrfaebxg7_abcde2",
    ])
    func `a faulty text of today's forms is not taken for a legacy one`(text: String) {
        #expect(throws: IDError.self) { try Catalog.builtIn.parse(text) }
        #expect(LegacyID.detect(text) == nil)
    }
}
