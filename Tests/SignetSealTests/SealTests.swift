import Signet
import SignetSeal
import Testing

@Suite struct SealTests {
    private static let key = (0..<32).map { UInt8($0) }
    private static let other = [UInt8](repeating: 0xaa, count: 32)
    private static let now: UInt64 = 1_726_234_567_890
    private static let sealed = "session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v"

    private static func ring(
        _ keys: [UInt8: [UInt8]] = [3: key],
        current: UInt8? = nil
    ) throws(SealError) -> KeyRing {
        try KeyRing(keys, current: current)
    }

    private static func id() throws -> AnyID {
        AnyID(.session, try Core(time: now, counter: 1, tail: 0xa1b2_c3d4_e5f607))
    }

    private static func refusal(
        _ text: String,
        _ ring: KeyRing,
        audience: String = "api",
        now: UInt64 = now
    ) -> String {
        do throws(SealError) {
            _ = try ring.unseal(text, audience: audience, now: now)
            return "none"
        } catch {
            return error.code.name
        }
    }

    @Test func `the vector is sealed and unsealed`() throws {
        let ring = try Self.ring()
        #expect(try ring.seal(Self.id(), audience: "api") == Self.sealed)
        let unsealed = try ring.unseal(Self.sealed, audience: "api", now: Self.now)
        #expect(unsealed.id == (try Self.id()))
        #expect(unsealed.key == 3)
        #expect(unsealed.expiry == nil)
    }

    @Test func `every other character at every place is refused`() throws {
        let ring = try Self.ring([3: Self.key, 4: Self.other], current: 3)
        let expiring = try ring.seal(Self.id(), audience: "api", expiry: Self.now + 3_600_000)
        let characters = Array("0123456789abcdefghijklmnopqrstuvwxyz_-.~ABZ \u{0}\n\u{ff}".utf8)
        for text in [Self.sealed, expiring] {
            #expect(Self.refusal(text, ring) == "none")
            for place in text.utf8.indices {
                for character in characters where character != text.utf8[place] {
                    var bytes = Array(text.utf8)
                    bytes[text.utf8.distance(from: text.startIndex, to: place)] = character
                    let changed = String(decoding: bytes, as: UTF8.self)
                    #expect(Self.refusal(changed, ring) != "none", "place \(place)")
                }
            }
        }
    }

    @Test func `every character that is taken away or doubled is noticed`() throws {
        let ring = try Self.ring()
        for place in Self.sealed.indices {
            var shorter = Self.sealed
            shorter.remove(at: place)
            #expect(Self.refusal(shorter, ring) != "none")
            var longer = Self.sealed
            longer.insert(Self.sealed[place], at: place)
            #expect(Self.refusal(longer, ring) != "none")
        }
    }

    @Test func `a seal is for one audience`() throws {
        let ring = try Self.ring()
        for audience in ["", "API", "api2", "ap", "web"] {
            #expect(Self.refusal(Self.sealed, ring, audience: audience) == "mismatch")
        }
        #expect(Self.refusal(Self.sealed, ring, audience: "a\u{0}pi") == "zero_byte")
        #expect(throws: SealError.self) { try ring.seal(Self.id(), audience: "a\u{0}") }
    }

    @Test func `an older key verifies until it is dropped`() throws {
        let rotated = try Self.ring([3: Self.key, 4: Self.other])
        #expect(rotated.current == 4)
        #expect(try rotated.unseal(Self.sealed, audience: "api", now: Self.now).key == 3)
        let new = try rotated.seal(Self.id(), audience: "api")
        #expect(new != Self.sealed)
        #expect(try rotated.unseal(new, audience: "api", now: Self.now).key == 4)
        let dropped = try Self.ring([4: Self.other])
        #expect(Self.refusal(Self.sealed, dropped) == "unknown_key")
        #expect(Self.refusal(new, dropped) == "none")
        // The same number with another key.
        #expect(Self.refusal(Self.sealed, try Self.ring([3: Self.other])) == "mismatch")
    }

    @Test func `an expiry is rounded down to a minute and is the first moment refused`() throws {
        let ring = try Self.ring()
        let text = try ring.seal(Self.id(), audience: "api", expiry: Self.now)
        let minute = Self.now / 60_000 * 60_000
        #expect(text.utf8.count == Self.sealed.utf8.count + 6)
        let unsealed = try ring.unseal(text, audience: "api", now: minute - 1)
        #expect(unsealed.expiry == minute)
        #expect(Self.refusal(text, ring, now: minute) == "expired")
        #expect(Self.refusal(text, ring, now: Self.now) == "expired")
        // The MAC is looked at first: an expired forgery is a forgery.
        #expect(Self.refusal(text, ring, audience: "web", now: .max) == "mismatch")
    }

    @Test func `an expiry that was moved is refused`() throws {
        let ring = try Self.ring()
        let early = try ring.seal(Self.id(), audience: "api", expiry: Self.now)
        let late = try ring.seal(Self.id(), audience: "api", expiry: Self.now + 86_400_000)
        let cut = early.utf8.count - 22
        let moved = String(early.prefix(cut)) + late.dropFirst(cut).prefix(6) + early.suffix(16)
        #expect(moved != early)
        #expect(Self.refusal(moved, ring) == "mismatch")
        // Without its digits, and with digits that say "none".
        #expect(Self.refusal(String(early.prefix(cut)) + early.suffix(16), ring) == "mismatch")
        let mac = Self.sealed.suffix(16)
        #expect(Self.refusal(Self.sealed.dropLast(16) + "000000" + mac, ring) == "mismatch")
    }

    static let expiries: [(UInt64, Bool)] = [
        (1_577_836_800_000, false), (1_577_836_859_999, false), (1_577_836_860_000, true),
        (0, false), (66_002_346_240_000, false), (66_002_346_239_999, true),
    ]

    @Test(arguments: expiries)
    func `an expiry has thirty bits of minutes from 2020 on`(expiry: UInt64, isValid: Bool) throws {
        let ring = try Self.ring()
        let text = try? ring.seal(Self.id(), audience: "api", expiry: expiry)
        #expect((text != nil) == isValid)
        if let text {
            let unsealed = try ring.unseal(text, audience: "api", now: 0)
            #expect(unsealed.expiry == expiry / 60_000 * 60_000)
        }
    }

    @Test(arguments: [
        ("session_01j7nsj96je00838djrfaebxg7", "not_sealed"),
        ("session_01j7nsj96je00838djrfaebxg7_jxfs5w", "not_sealed"),
        ("0191eb99-24d2-7000-81a1-b2c3d4e5f607", "not_sealed"),
        ("event_1757927717565_2_b97ed28f", "not_sealed"),
        ("", "malformed"), ("hunter2", "malformed"),
    ])
    func `a text without a seal is told from a false one`(text: String, code: String) throws {
        #expect(Self.refusal(text, try Self.ring()) == code)
    }

    @Test func `an error does not repeat the text`() throws {
        let ring = try Self.ring()
        let error = #expect(throws: SealError.self) {
            try ring.unseal("hunter2_hunter2", audience: "api", now: 0)
        }
        #expect(error?.cause?.code == .unknownForm)
        #expect(error?.description.contains("hunter2") == false)
    }
}
