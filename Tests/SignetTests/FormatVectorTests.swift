import Signet
import Testing

@Suite struct `Vectors of the format` {
    private static let id: AnyID = {
        let tail: UInt64 = 0xa1b2_c3d4_e5f6_07
        guard let core = try? Core(time: 1_726_234_567_890, counter: 1, tail: tail) else {
            preconditionFailure("the vector is no core")
        }
        return AnyID(.session, core)
    }()

    private static let slots: Slots = {
        let declaration = Catalog.builtIn[.session]
        return (try? declaration?.slots(["type": "auth"], owner: .plain("user123"))) ?? .none
    }()

    static let texts: [(TextForm, String)] = [
        (.uuid, "0191eb99-24d2-7000-81a1-b2c3d4e5f607"),
        (.compact, "session_01j7nsj96je00838djrfaebxg7"),
        (.readable, "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607"),
        (.checked, "session_01j7nsj96je00838djrfaebxg7_jxfs5w"),
    ]

    @Test(arguments: texts)
    func `an ID is written as its vector`(form: TextForm, text: String) throws {
        #expect(try Catalog.builtIn.text(of: Self.id, as: form, slots: Self.slots) == text)
    }

    @Test(arguments: texts)
    func `a vector is read as its ID`(form: TextForm, text: String) throws {
        let parsed = try Catalog.builtIn.parse(text)
        #expect(parsed.form == form)
        #expect(parsed.core == Self.id.core)
        #expect(parsed.kind == (form == .uuid ? nil : .session))
        #expect(parsed.isDeclared == (form != .uuid))
        #expect(parsed.id == (form == .uuid ? nil : Self.id))
        #expect(parsed.slots == (form == .readable ? Self.slots : .none))
    }

    @Test func `the members of an ID give the vectors`() throws {
        let id = Self.id
        #expect(id.uuid == "0191eb99-24d2-7000-81a1-b2c3d4e5f607")
        #expect(id.compact == "session_01j7nsj96je00838djrfaebxg7")
        #expect(id.checked == "session_01j7nsj96je00838djrfaebxg7_jxfs5w")
        #expect(try id.readable() == "session_1726234567890_000001_a1b2c3d4e5f607")
    }

    @Test func `the sealed vector is read, and carries no ID before it is verified`() throws {
        let parsed = try Catalog.builtIn.parse(
            "session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v"
        )
        #expect(parsed.form == .sealed)
        #expect(parsed.kind == .session)
        #expect(parsed.core == Self.id.core)
        #expect(parsed.id == nil)
    }

    @Test func `the classic examples are read with their fields`() throws {
        let event = try Catalog.builtIn.parse("event_1757927717565_2_b97ed28f")
        #expect(event.form == .classic)
        #expect(event.kind == .event)
        #expect(event.core == nil)
        #expect(event.classic?.time == 1_757_927_717_565)
        #expect(event.classic?.number == 2)
        #expect(event.classic?.random == 0xb97e_d28f)

        let text = "ws_conn_user123_1726234567890_001_a1b2c3d4"
        let connection = try Catalog.builtIn.parse(text)
        #expect(connection.kind == .wsConn)
        #expect(connection.slots["owner"]?.value == "user123")
        #expect(connection.classic?.number == 1)
    }

    @Test func `RFC 9562's own example of version 7 is read field by field`() throws {
        let core = try Core(adopting: 0x017f_22e2_79b0_7cc3, 0x98c4_dc0c_0c07_398f)
        #expect(core.version == 7)
        #expect(core.time == 1_645_557_742_000)
        #expect(core.counter == 0x330d8)
        #expect(core.tail == 0xc4_dc0c_0c07_398f)
        #expect(AnyID(.user, core).compact == "user_01fwhe4ydgfk1shh6w1g60eecf")
        #expect(AnyID(.user, core).uuid == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test func `the adopted vector keeps its bits and has no readable form`() throws {
        let uuid = "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f"
        let core = try #require(try Catalog.builtIn.parse(uuid).core)
        let id = AnyID(.session, core)
        #expect(id.compact == "session_2z1hn54ery9jd9tbra3cp3tkjz")
        #expect(id.uuid == uuid)
        #expect(core.version == 4)
        #expect(core.time == nil)
        #expect(core.counter == nil)
        #expect(core.tail == nil)
        #expect(throws: IDError(.noReadableForm, kind: .session)) { try id.readable() }
    }

    @Test func `a classic text drops 24 of the random bits`() throws {
        let declaration = try KindDeclaration(.event, form: .classic)
        let catalog = try Catalog([declaration])
        let id = AnyID(.event, Self.id.core)
        #expect(try catalog.text(of: id, as: .classic) == "event_1726234567890_1_d4e5f607")
        #expect(throws: IDError(.classicNotDeclared, kind: .event)) {
            try Catalog.builtIn.text(of: id, as: .classic)
        }
    }
}
