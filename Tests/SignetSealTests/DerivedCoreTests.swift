import Crypto
import Signet
import SignetSeal
import Testing

@Suite struct `Derived cores` {
    static let vectors: [(Kind, String, String)] = [
        (.thread, "thread_chat_42_ab12cd34", "40afea2f-206f-8317-ac0a-d026b495ea0a"),
        (.req, "req_0123456789ab", "3d374de7-10dd-8774-9424-79be7c37c62b"),
        (
            .wsConn, "ws_conn_usr_alic_1757927717565_7_b97ed28f",
            "01994ca8-3abd-8f1a-8045-47a666ff20fb"
        ),
        (.run, "websocket_factory_1757372478799", "01992b8f-f54f-8655-bc48-18b3cbefb1dd"),
    ]

    @Test(arguments: vectors)
    func `a legacy text gives its vector`(kind: Kind, original: String, uuid: String) {
        #expect(AnyID(kind, .derived(from: original, kind: kind)).uuid == uuid)
    }

    @Test(arguments: vectors)
    func `another kind or another text gives another core`(
        kind: Kind,
        original: String,
        uuid: String
    ) {
        let core = Core.derived(from: original, kind: kind)
        #expect(core.version == 8)
        #expect(core != .derived(from: original, kind: "zebra"))
        #expect(core != .derived(from: "x" + original, kind: kind))
    }

    /// Endings, and whether they hold a time that the core keeps.
    static let endings: [(String, Bool)] = [
        ("a_1757372478799", true), ("a_1757372478799_ab12", true),
        ("a_1757372478799_0123456789abcdef", true), ("a_1757372478799_2_b97ed28f", true),
        ("a_1757372478799_12345678901234567890_b97ed28f", true),
        ("a_1757372478799_abc", false), ("a_1757372478799_0123456789abcdef0", false),
        ("a_1757372478799_2_b97ed28", false), ("a_1757372478799_2_B97ED28F", false),
        ("a_1757372478799_xyz", false), ("a_0999999999999", false), ("a_175737247879", false),
        ("a_17573724787990", false), ("1757372478799", false), ("a1757372478799", false),
        ("a_1757372478799_", false), ("a_1757372478799 ", false),
    ]

    @Test(arguments: endings)
    func `the milliseconds at the end are kept, and only there`(original: String, isTimed: Bool) {
        let core = Core.derived(from: original, kind: .run)
        let digest = Array(SHA256.hash(data: Array("signet/legacy/1\0run\0\(original)".utf8)))
        let milliseconds: [UInt8] = [0x01, 0x99, 0x2b, 0x8f, 0xf5, 0x4f]
        var expected = Array(digest[..<16])
        if isTimed { expected.replaceSubrange(..<6, with: milliseconds) }
        expected[6] = expected[6] & 0x0f | 0x80
        expected[8] = expected[8] & 0x3f | 0x80
        #expect((0..<16).map { core.bytes[$0] } == expected)
    }

    @Test func `derived cores are ordered by the time they keep`() {
        let early = Core.derived(from: "ws_1757372478799", kind: .wsConn)
        let late = Core.derived(from: "ws_1757372478800", kind: .wsConn)
        #expect(early < late)
    }
}
