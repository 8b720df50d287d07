import Signet
import Testing

/// The examples that the specification of TypeID 0.3 publishes, under this format's stricter rules:
/// a kind is needed, and the suffix is a UUID of version 1 to 8.
@Suite struct `TypeID 0.3` {
    @Test func `the example with a UUIDv7 is read and written`() throws {
        let id = try AnyID(parsing: "prefix_01h455vb4pex5vsknk084sn02q")
        #expect(id.kind == Kind("prefix"))
        #expect(id.uuid == "01890a5d-ac96-774b-bcce-b302099a8057")
        #expect(id.compact == "prefix_01h455vb4pex5vsknk084sn02q")
    }

    /// Valid there; here each is refused for a rule of its own.
    static let stricter: [(String, IDError.Code)] = [
        ("00000000000000000000000000", .kindMissing),
        ("00000000000000000000000001", .kindMissing),
        ("7zzzzzzzzzzzzzzzzzzzzzzzzz", .kindMissing),
        ("prefix_00000000000000000000000000", .nilUUID),
        ("prefix_7zzzzzzzzzzzzzzzzzzzzzzzzz", .maxUUID),
        ("prefix_00000000000000000000000001", .wrongVariant),
        ("prefix_0000000000000000000000000a", .wrongVariant),
        ("prefix_0000000000000000000000000g", .wrongVariant),
        ("prefix_00000000000000000000000010", .wrongVariant),
        ("prefix_0123456789abcdefghjkmnpqrs", .wrongVariant),
        ("pre_fix_00000000000000000000000000", .nilUUID),
        (String(repeating: "a", count: 63) + "_01h455vb4pex5vsknk084sn02q", .kindTooLong),
    ]

    static let invalid: [(String, IDError.Code)] = [
        ("PREFIX_00000000000000000000000000", .upperCase),
        ("12345_00000000000000000000000000", .kindMalformed),
        ("pre.fix_00000000000000000000000000", .kindMalformed),
        ("préfix_00000000000000000000000000", .nonASCII),
        ("  prefix_00000000000000000000000000", .whiteSpace),
        (String(repeating: "a", count: 64) + "_00000000000000000000000000", .kindTooLong),
        ("_00000000000000000000000000", .kindMissing),
        ("_", .unknownForm),
        ("prefix_1234567890123456789012345", .unknownForm),
        ("prefix_123456789012345678901234567", .unknownForm),
        ("prefix_1234567890123456789012345 ", .whiteSpace),
        ("prefix_0123456789ABCDEFGHJKMNPQRS", .upperCase),
        ("prefix_123456789-123456789-123456", .badBase32),
        ("prefix_ooooooiiiiiiuuuuuuulllllll", .badBase32),
        ("prefix_i23456789ol23456789oi23456", .badBase32),
        ("prefix_123456789-0123456789-0123456", .unknownForm),
        ("prefix_8zzzzzzzzzzzzzzzzzzzzzzzzz", .coreOverflow),
        ("_prefix_00000000000000000000000000", .kindMalformed),
        ("prefix__00000000000000000000000000", .kindMalformed),
        ("prefix_", .unknownForm),
        ("", .empty),
    ]

    @Test(arguments: stricter + invalid)
    func `an example is refused with its reason`(text: String, code: IDError.Code) {
        let error = #expect(throws: IDError.self) { try Catalog.builtIn.parse(text) }
        #expect(error?.code == code)
    }

    /// Suffixes and their 128 bits, which the codec must read even where the ID is then refused:
    /// with version and variant set they must be what they were.
    static let suffixes: [(String, UInt64, UInt64)] = [
        ("00000000000000000000000001", 0, 1),
        ("0000000000000000000000000a", 0, 10),
        ("0000000000000000000000000g", 0, 16),
        ("00000000000000000000000010", 0, 32),
        ("0123456789abcdefghjkmnpqrs", 0x0110_c853_1d09_52d8, 0xd73e_1194_e95b_5f19),
    ]

    @Test(arguments: suffixes)
    func `the codec agrees with a suffix`(suffix: String, high: UInt64, low: UInt64) throws {
        let version: UInt64 = 0x7000
        let core = try Core(adopting: high & ~0xf000 | version, low & ~(3 << 62) | 2 << 62)
        let written = AnyID("prefix", core).compact.dropFirst("prefix_".count)
        // The bits that were set lie in the digits 10 to 13; all the others are the suffix's.
        #expect(written.prefix(9) == suffix.prefix(9))
        #expect(written.dropFirst(14) == suffix.dropFirst(14))
        #expect(try AnyID(parsing: "prefix_\(written)").core == core)
    }

    @Test(arguments: 1...8)
    func `a UUID of every version of RFC 9562 is adopted`(version: Int) throws {
        let high = 0xc232_ab00_9414_01ec & ~0xf000 | UInt64(version) << 12
        let core = try Core(adopting: high, 0xb3c8_9f6b_dece_d846)
        #expect(core.version == version)
        #expect(core.isReadable == false)
        let id = AnyID(.user, core)
        #expect(try AnyID(parsing: id.compact) == id)
        #expect(try AnyID(parsing: id.checked) == id)
        #expect(try Catalog.builtIn.parse(id.uuid).core == core)
        #expect(throws: IDError(.noReadableForm, kind: .user)) { try id.readable() }
        #expect(core.time == (version == 7 ? high >> 16 : nil))
    }

    @Test(arguments: [0, 9, 10, 11, 12, 13, 14, 15])
    func `a UUID of no version of RFC 9562 is not adopted`(version: Int) {
        let high = 0xc232_ab00_9414_01ec & ~0xf000 | UInt64(version) << 12
        #expect(throws: IDError(.wrongVersion)) {
            try Core(adopting: high, 0xb3c8_9f6b_dece_d846)
        }
    }

    @Test func `bytes and words give the same core`() throws {
        let core = try Core(adopting: 0x0191_eb99_24d2_7000, 0x81a1_b2c3_d4e5_f607)
        #expect(try Core(adopting: core.bytes) == core)
        #expect(core.bytes[0] == 0x01)
        #expect(core.bytes[7] == 0x00)
        #expect(core.bytes[8] == 0x81)
        #expect(core.bytes[15] == 0x07)
    }
}
