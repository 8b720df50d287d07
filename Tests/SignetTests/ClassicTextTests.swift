import Signet
import Testing

/// What Signet writes in the form of earlier generators, and reads of theirs.
struct ClassicTextTests {
    private let core: Core
    private let catalog: Catalog

    init() throws {
        core = try Core(time: 1_726_234_567_890, counter: 7, tail: 0xa1_b2c3_d4e5_f607)
        let owner = SlotDeclaration("owner")
        catalog = try Catalog([
            KindDeclaration(.wsConn, shape: [owner], form: .classic),
            KindDeclaration(.session, shape: [SlotDeclaration("type"), owner]),
        ])
    }

    @Test(
        "a classic text is read with the slots it was written with",
        arguments: [
            "user123", "user_1", "a~b", ".hidden", "Zoë", "a_b_c",
        ]
    )
    func slotsSurvive(owner: String) throws {
        let slots = try #require(catalog[.wsConn]).slots([:], owner: .plain(owner))
        let text = try catalog.text(of: AnyID(.wsConn, core), as: .classic, slots: slots)
        let parsed = try catalog.parse(text)
        #expect(parsed.form == .classic)
        #expect(parsed.slots["owner"]?.value == owner)
        #expect(parsed.classic?.time == 1_726_234_567_890)
        #expect(parsed.classic?.number == 7)
        #expect(parsed.classic?.random == 0xd4e5_f607)
    }

    @Test("an owner that was never escaped is read whole")
    func unescapedOwner() throws {
        let parsed = try catalog.parse("session_auth_usr_alice_2024_1757927717565_7_b97ed28f")
        #expect(parsed.slots["type"]?.value == "auth")
        #expect(parsed.slots["owner"]?.value == "usr_alice_2024")
    }

    @Test("a kind that is not declared as classic is not written so")
    func undeclaredForm() throws {
        let error = #expect(throws: IDError.self) {
            try catalog.text(of: AnyID(.session, core), as: .classic)
        }
        #expect(error?.code == .classicNotDeclared)
        #expect(error?.kind == .session)
    }
}
