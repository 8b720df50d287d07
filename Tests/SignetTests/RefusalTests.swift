import Signet
import Testing

@Suite struct `What the parser refuses` {
    /// A text, the code and the byte of its refusal.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let code: IDError.Code
        let offset: Int

        init(_ text: String, _ code: IDError.Code, at offset: Int) {
            self.text = text
            self.code = code
            self.offset = offset
        }

        var testDescription: String { "\(code.name) at \(offset)" }
    }

    static let general: [Refusal] = [
        .init("", .empty, at: 0),
        .init(String(repeating: "a", count: 256), .tooLong, at: 255),
        .init("session", .unknownForm, at: 0),
        .init("session_", .unknownForm, at: 8),
        .init("_", .unknownForm, at: 1),
        .init("_01j7nsj96je00838djrfaebxg7", .kindMissing, at: 0),
        .init("01j7nsj96je00838djrfaebxg7", .kindMissing, at: 0),
        .init("session_01j7nsj96je00838djrfaebxg", .unknownForm, at: 8),
        .init("session_01j7nsj96je00838djrfaebxg77", .unknownForm, at: 8),
        .init("séssion_01j7nsj96je00838djrfaebxg7", .nonASCII, at: 1),
        .init("session_01j7nsj96je00838djrfaebx\u{e9}", .nonASCII, at: 32),
        .init("session_01j7nsj96je00838djrfaebxg7 ", .whiteSpace, at: 34),
        .init("session_01j7nsj96je00838djrfaebxg7\n", .whiteSpace, at: 34),
        .init(" session_01j7nsj96je00838djrfaebxg7", .whiteSpace, at: 0),
        .init("ses\u{0}ion_01j7nsj96je00838djrfaebxg7", .whiteSpace, at: 3),
        .init("session_01j7nsj96je00838\u{7f}jrfaebxg7", .whiteSpace, at: 24),
    ]

    static let kinds: [Refusal] = [
        .init("Session_01j7nsj96je00838djrfaebxg7", .upperCase, at: 0),
        .init("sessioN_01j7nsj96je00838djrfaebxg7", .upperCase, at: 6),
        .init("1ession_01j7nsj96je00838djrfaebxg7", .kindMalformed, at: 0),
        .init("ses-ion_01j7nsj96je00838djrfaebxg7", .kindMalformed, at: 3),
        .init("a__b_01j7nsj96je00838djrfaebxg7", .kindMalformed, at: 2),
        .init("_a_01j7nsj96je00838djrfaebxg7", .kindMalformed, at: 0),
        .init("a__01j7nsj96je00838djrfaebxg7", .kindMalformed, at: 1),
        .init("a_1_01j7nsj96je00838djrfaebxg7", .kindMalformed, at: 2),
        .init(
            String(repeating: "a", count: 33) + "_01j7nsj96je00838djrfaebxg7",
            .kindTooLong,
            at: 32
        ),
    ]

    static let cores: [Refusal] = [
        .init("session_01J7nsj96je00838djrfaebxg7", .upperCase, at: 10),
        .init("session_i1j7nsj96je00838djrfaebxg7", .badBase32, at: 8),
        .init("session_01j7nsj96je0083ldjrfaebxg7", .badBase32, at: 23),
        .init("session_01j7nsj96je00838djrfaebxgo", .badBase32, at: 33),
        .init("session_01j7nsj96jeu0838djrfaebxg7", .badBase32, at: 19),
        .init("session_01j7nsj9-je00838djrfaebxg7", .badBase32, at: 16),
        .init("session_81j7nsj96je00838djrfaebxg7", .coreOverflow, at: 8),
        .init("session_zzzzzzzzzzzzzzzzzzzzzzzzzz", .coreOverflow, at: 8),
        .init("session_00000000000000000000000000", .nilUUID, at: 8),
        .init("session_7zzzzzzzzzzzzzzzzzzzzzzzzz", .maxUUID, at: 8),
        .init("session_01j7nsj96j000838djrfaebxg7", .wrongVersion, at: 8),
        .init("session_01j7nsj96je00g38djrfaebxg7", .wrongVariant, at: 8),
        .init("session_01j7nsj96je00838djrfaebxg7_jxfs5x", .checkMismatch, at: 35),
        .init("user_01j7nsj96je00838djrfaebxg7_jxfs5w", .checkMismatch, at: 32),
        .init("session_01j7nsj96je00838djrfaebxg7_jxfs5u", .badBase32, at: 40),
        .init("session_01j7nsj96je00838djrfaebxg7_Jxfs5w", .upperCase, at: 35),
    ]

    static let uuids: [Refusal] = [
        .init("0191EB99-24d2-7000-81a1-b2c3d4e5f607", .upperCase, at: 4),
        .init("0191eb99-24d2-7000-81a1-b2c3d4e5f60g", .badHex, at: 35),
        .init("0191eb990-4d2-7000-81a1-b2c3d4e5f607", .badHex, at: 8),
        .init("0191eb99-24d2-7000-81a1-b2c3d4e5f607 ", .whiteSpace, at: 36),
        .init("0191eb9924d2700081a1b2c3d4e5f607", .unknownForm, at: 0),
        .init("0191eb99-24d2-0000-81a1-b2c3d4e5f607", .wrongVersion, at: 14),
        .init("0191eb99-24d2-9000-81a1-b2c3d4e5f607", .wrongVersion, at: 14),
        .init("0191eb99-24d2-f000-81a1-b2c3d4e5f607", .wrongVersion, at: 14),
        .init("0191eb99-24d2-7000-71a1-b2c3d4e5f607", .wrongVariant, at: 19),
        .init("0191eb99-24d2-7000-c1a1-b2c3d4e5f607", .wrongVariant, at: 19),
        .init("00000000-0000-0000-0000-000000000000", .nilUUID, at: 0),
        .init("ffffffff-ffff-ffff-ffff-ffffffffffff", .maxUUID, at: 0),
    ]

    static let readables: [Refusal] = [
        .init("user_0999999999999_000001_a1b2c3d4e5f607", .timeOutOfRange, at: 5),
        .init("user_1726234567890_262144_a1b2c3d4e5f607", .counterOutOfRange, at: 19),
        .init("user_172623456789x_000001_a1b2c3d4e5f607", .badDecimal, at: 17),
        .init("user_1726234567890_00000x_a1b2c3d4e5f607", .badDecimal, at: 24),
        .init("user_1726234567890_000001_A1b2c3d4e5f607", .upperCase, at: 26),
        .init("user_1726234567890_000001_a1b2c3d4e5f60g", .badHex, at: 39),
        .init("user_1726234567890_000001_a1b2c3d4e5f6 7", .whiteSpace, at: 38),
        .init("user_x_1726234567890_000001_a1b2c3d4e5f607", .slotsTooMany, at: 5),
        .init("session_auth_1726234567890_000001_a1b2c3d4e5f607", .slotMissing, at: 12),
        .init("session__u_1726234567890_000001_a1b2c3d4e5f607", .slotEmpty, at: 8),
        .init("session_auth__1726234567890_000001_a1b2c3d4e5f607", .slotEmpty, at: 13),
        .init("session_auth_a~2fb~2_1726234567890_000001_a1b2c3d4e5f607", .escapeMalformed, at: 18),
        .init("session_auth_a~2Fb_1726234567890_000001_a1b2c3d4e5f607", .escapeMalformed, at: 14),
        .init("session_auth_a~61_1726234567890_000001_a1b2c3d4e5f607", .escapeUnneeded, at: 14),
        .init("session_auth_a~2e_1726234567890_000001_a1b2c3d4e5f607", .escapeUnneeded, at: 14),
        .init("session_auth_a+b_1726234567890_000001_a1b2c3d4e5f607", .slotMalformed, at: 14),
        .init("session_auth_ab~ff_1726234567890_000001_a1b2c3d4e5f607", .slotNotUTF8, at: 13),
        .init("session_.a_u_1726234567890_000001_a1b2c3d4e5f607", .tagMisplaced, at: 8),
        .init("session_auth_.a_1726234567890_000001_a1b2c3d4e5f607", .tagMalformed, at: 13),
        .init(
            "session_auth_.0fed00myhb9i_1726234567890_000001_a1b2c3d4e5f607",
            .badBase32,
            at: 25
        ),
    ]

    @Test(arguments: general + kinds + cores + uuids + readables)
    func `a text is refused with its reason and its byte`(refusal: Refusal) throws {
        let error = #expect(throws: IDError.self) { try Catalog.builtIn.parse(refusal.text) }
        #expect(error?.code == refusal.code)
        #expect(error?.offset == refusal.offset)
    }

    @Test(arguments: general + kinds + cores + readables)
    func `a typed ID refuses what the parser refuses`(refusal: Refusal) throws {
        #expect(throws: IDError.self) { try SessionID(parsing: refusal.text) }
        #expect(SessionID(refusal.text) == nil)
        #expect(AnyID(refusal.text) == nil)
    }

    @Test(arguments: general + kinds + cores + uuids + readables)
    func `an error never repeats the text`(refusal: Refusal) throws {
        let error = #expect(throws: IDError.self) { try Catalog.builtIn.parse(refusal.text) }
        let description = try #require(error?.description)
        for field in refusal.text.split(separator: "_") where field.count > 8 {
            #expect(!description.contains(field))
        }
        #expect(description.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
    }

    @Test func `a text of 255 bytes is read and one of 256 is not`() throws {
        let declaration = try KindDeclaration("k", shape: [.init("a"), .init("b")])
        let catalog = try Catalog([declaration])
        let slots = [48, 24].map { String(repeating: "~20", count: $0) }.joined(separator: "_")
        let end = "_1726234567890_000001_a1b2c3d4e5f607"
        let text = "k_\(slots)\(end)"
        #expect(text.utf8.count == 255)
        #expect(try catalog.parse(text).slots["b"]?.value == String(repeating: " ", count: 24))
        #expect(throws: IDError(.tooLong, at: 255)) { try catalog.parse("k_\(slots)x\(end)") }
    }

    static let texts: [(String, IDError.Code)] = [
        ("0191eb99-24d2-7000-81a1-b2c3d4e5f607", .kindMissing),
        ("session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v", .sealUnverified),
        ("event_1757927717565_2_b97ed28f", .legacyText),
        ("user_01j7nsj96je00838djrfaebxg7", .wrongKind),
        ("user_1726234567890_000001_a1b2c3d4e5f607", .wrongKind),
    ]

    @Test(arguments: texts)
    func `a well-formed text that is no ID of the kind is refused`(
        text: String,
        code: IDError.Code
    ) throws {
        let error = #expect(throws: IDError.self) { try SessionID(parsing: text) }
        #expect(error?.code == code)
        #expect(error?.offset == 0)
    }
}
