import Signet
import SignetBridge
import Testing

@Suite struct Translations {
    static let vectors: [(Kind, String, String)] = [
        (.thread, "thread_chat_42_ab12cd34", "40afea2f-206f-8317-ac0a-d026b495ea0a"),
        (.req, "req_0123456789ab", "3d374de7-10dd-8774-9424-79be7c37c62b"),
        (
            .wsConn, "ws_conn_usr_alic_1757927717565_7_b97ed28f",
            "01994ca8-3abd-8f1a-8045-47a666ff20fb"
        ),
        (.run, "websocket_factory_1757372478799", "01992b8f-f54f-8655-bc48-18b3cbefb1dd"),
        (
            .session, "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f",
            "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f"
        ),
    ]

    @Test(arguments: vectors)
    func `the format's vectors hold, and translating twice changes nothing`(
        kind: Kind,
        text: String,
        uuid: String
    ) throws {
        let id = try #require(try Bridge.builtIn.translate(text, kind: kind).id)
        #expect(id.uuid == uuid)
        #expect(id.kind == kind)
        #expect(try Bridge.builtIn.translate(id.compact).id == id)
        #expect(try Bridge.builtIn.translate(id.uuid, kind: kind).id == id)
    }

    @Test func `all spellings of a UUID are one ID, and a prefix makes another`() throws {
        let bridge = Bridge.builtIn
        let spellings = [
            "c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "C1D7A3F09B524E688A417F0E3B2C5D96",
            "urn:uuid:c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96",
        ]
        let cores = try spellings.map { try bridge.translate($0, kind: .run).core }
        #expect(Set(cores).count == 1)
        let prefixed = try bridge.translate("run_" + spellings[0])
        #expect(prefixed.isDerived)
        #expect(prefixed.kind == .run)
        #expect(prefixed.core != cores[0])
    }

    @Test(
        arguments: [
            ("hello", nil, .unreadable), ("sk_live_51Hxyzabcdefghijk", .session, .credential),
            ("user:customer_001:theme", .user, .key), ("ws_7be0114c", nil, .kindMissing),
            ("thread_run_2_7be0114c", .run, nil),
            ("event_1757927717565_8_7be0114c", .run, .wrongKind),
            ("session_01j7nsj96je00838djrfaebxg7", .user, .wrongKind),
            ("session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v", nil, .sealed),
            ("c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", nil, nil),
        ] as [(String, Kind?, TranslationError.Code?)]
    )
    func `what has no translation says why`(
        text: String,
        kind: Kind?,
        code: TranslationError.Code?
    ) {
        do throws(TranslationError) {
            _ = try Bridge.builtIn.translate(text, kind: kind)
            #expect(code == nil)
        } catch {
            #expect(error.code == code)
            #expect(!error.description.contains(text))
        }
    }

    @Test func `an alias leads back, and today's texts need none`() throws {
        let text = "thread_export_2_7be0114c"
        let alias = try #require(try Bridge.builtIn.alias(of: text))
        #expect(alias.original == text)
        #expect(alias.family == "counted")
        #expect(try Bridge.builtIn.translate(alias.original, kind: alias.id.kind).id == alias.id)
        #expect(try Bridge.builtIn.alias(of: alias.id.compact) == nil)
    }

    @Test func `a hundred thousand texts of all families give as many IDs`() throws {
        var random = SeededRandom(seed: 7)
        var originals: Set<String> = []
        while originals.count < 100_000 { originals.insert(LegacySample.text(&random)) }
        var cores: [Core: String] = [:]
        for original in originals {
            let translation = try Bridge.builtIn.translate(original, kind: .run)
            let other = cores.updateValue(original, forKey: translation.core)
            #expect(other == nil, "\(original) and \(other ?? "")")
        }
    }
}
