import Signet
import Testing

@Suite struct SlotTests {
    private static func tool(_ value: String) throws(IDError) -> Slots {
        guard let declaration = Catalog.builtIn[.tool] else { return .none }
        return try declaration.slots(["name": value])
    }

    private static func connection(_ owner: String) throws(IDError) -> Slots {
        guard let declaration = Catalog.builtIn[.wsConn] else { return .none }
        return try declaration.slots([:], owner: .plain(owner))
    }

    private static let isPlain: @Sendable (UInt8) -> Bool = { byte in
        let character = Character(UnicodeScalar(byte))
        return character.isASCII
            && (character.isLetter || character.isNumber || character == "-" || character == ".")
    }

    @Test(arguments: UInt8(0)...0x7f)
    func `an ASCII byte is escaped unless it is a letter, a digit, a hyphen or a dot`(
        byte: UInt8
    ) throws {
        let value = "x" + String(UnicodeScalar(byte))
        let slots = try Self.tool(value)
        let digits = String(byte, radix: 16)
        let escape = "~" + String(repeating: "0", count: 2 - digits.count) + digits
        let field = Self.isPlain(byte) ? value : "x\(escape)"
        #expect(slots["name"]?.text == field)
        #expect(slots["name"]?.value == value)
        let text = "tool_\(field)_1726234567890_000001_a1b2c3d4e5f607"
        #expect(try Catalog.builtIn.parse(text).slots["name"]?.value == value)
    }

    @Test(arguments: UInt8(0)...0xff)
    func `an escape is read if its byte needs one, and for that byte only`(byte: UInt8) {
        let digits = String(byte, radix: 16)
        let escape = "~" + String(repeating: "0", count: 2 - digits.count) + digits
        let text = "tool_x\(escape)_1726234567890_000001_a1b2c3d4e5f607"
        let parsed = Result { try Catalog.builtIn.parse(text) }
        if byte >= 0x80 {
            // One byte above 0x7F alone is no UTF-8.
            #expect(throws: IDError(.slotNotUTF8, at: 5)) { try parsed.get() }
        } else if Self.isPlain(byte) {
            #expect(throws: IDError(.escapeUnneeded, at: 6)) { try parsed.get() }
        } else {
            let value = "x" + String(UnicodeScalar(byte))
            #expect((try? parsed.get())?.slots["name"]?.value == value)
        }
    }

    static let values: [(String, String)] = [
        ("ü", "~c3~bc"), ("€", "~e2~82~ac"), ("😀", "~f0~9f~98~80"), ("a_b", "a~5fb"),
        ("a~b", "a~7eb"), (".a", "~2ea"), ("..", "~2e."), ("a.b", "a.b"), ("Aa-0", "Aa-0"),
        ("\u{0}", "~00"), ("e\u{301}", "e~cc~81"), ("é", "~c3~a9"),
    ]

    @Test(arguments: values)
    func `a value has one spelling`(value: String, field: String) throws {
        #expect(try Self.tool(value)["name"]?.text == field)
        let text = "tool_\(field)_1726234567890_000001_a1b2c3d4e5f607"
        let slot = try #require(try Catalog.builtIn.parse(text).slots["name"])
        #expect(Array(slot.value.utf8) == Array(value.utf8))
    }

    @Test func `a slot holds 48 bytes and not 49`() throws {
        let value = String(repeating: "é", count: 24)
        #expect(try Self.tool(value)["name"]?.value == value)
        #expect(throws: IDError(.slotTooLong)) { try Self.tool(value + "x") }
        #expect(throws: IDError(.slotEmpty)) { try Self.tool("") }
        let end = "_1726234567890_000001_a1b2c3d4e5f607"
        let text = "tool_" + String(repeating: "x", count: 48)
        #expect(try Catalog.builtIn.parse(text + end).slots["name"]?.value.count == 48)
        #expect(throws: IDError(.slotTooLong, at: 5)) {
            try Catalog.builtIn.parse("\(text)x\(end)")
        }
    }

    @Test func `an owner is written whole`() throws {
        let owner = "0123456789abcdef-0123456789abcdef-0123456789abcd"
        #expect(owner.count == 48)
        #expect(try Self.connection(owner)["owner"]?.value == owner)
        #expect(try Self.connection("user-alice-1") != Self.connection("user-alice-2"))
        #expect(throws: IDError(.ownerTooLong, kind: .wsConn)) { try Self.connection(owner + "x") }
    }

    static let owners: [(String, IDError.Code?)] = [
        ("alice@example.com", .ownerIsEmail), ("a@b", .ownerIsEmail), ("@b", nil), ("a@", nil),
        ("+1234567", .ownerIsTelephone), ("+123456789012345", .ownerIsTelephone),
        ("+123456", nil), ("+1234567890123456", nil), ("1234567", nil), ("+12345a7", nil),
        ("", .slotEmpty),
    ]

    @Test(arguments: owners)
    func `an owner is no e-mail address and no telephone number`(
        owner: String,
        code: IDError.Code?
    ) throws {
        guard let code else {
            #expect(try Self.connection(owner)["owner"]?.value == owner)
            return
        }
        let error = #expect(throws: IDError.self) { try Self.connection(owner) }
        #expect(error?.code == code)
    }

    @Test func `a required slot must be filled, and only slots of the shape`() throws {
        let session = try #require(Catalog.builtIn[.session])
        #expect(throws: IDError(.slotMissing, kind: .session)) { try session.slots([:]) }
        #expect(throws: IDError(.slotMissing, kind: .session)) {
            try session.slots(["type": "auth"])
        }
        #expect(throws: IDError(.slotUnknown, kind: .session)) {
            try session.slots(["type": "auth", "role": "x"], owner: .plain("u"))
        }
        let user = try #require(Catalog.builtIn[.user])
        #expect(throws: IDError(.slotUnknown, kind: .user)) {
            try user.slots([:], owner: .plain("u"))
        }
        let error = try #require(Catalog.builtIn[.error])
        #expect(try error.slots([:]) == .none)
        #expect(try error.slots(["type": "io"]).all.map(\.value) == ["io"])
        #expect(throws: IDError(.slotMissing, kind: .error)) {
            try error.slots([:], owner: .plain("u"))
        }
    }

    @Test func `a readable text has all its required slots or none at all`() throws {
        let end = "_1726234567890_000001_a1b2c3d4e5f607"
        #expect(try Catalog.builtIn.parse("session\(end)").slots.isEmpty)
        #expect(try Catalog.builtIn.parse("session_a_b\(end)").slots.all.count == 2)
        #expect(try Catalog.builtIn.parse("error_a\(end)").slots.all.count == 1)
        #expect(throws: IDError(.slotMissing, at: 9, kind: .session)) {
            try Catalog.builtIn.parse("session_a\(end)")
        }
    }
}
