import Foundation
import Signet
import SignetTesting
import Testing

@Suite struct `IDs without errors` {
    /// Gives the same two words again and again.
    private struct Fixed: RandomNumberGenerator {
        var words: [UInt64]

        mutating func next() -> UInt64 {
            defer { words.append(words.removeFirst()) }
            return words[0]
        }
    }

    @Test func `they come from the shared generator, in the order of all its IDs`() throws {
        let before: SessionID = try Generator.shared.mint()
        let first = SessionID()
        let second = SessionID()
        let core = Core()
        let after: SessionID = try Generator.shared.mint()
        #expect(before < first)
        #expect(first < second)
        #expect(second.core < core)
        #expect(core < after.core)
        #expect(first.core.version == 7)
        #expect(try SessionID(parsing: first.compact) == first)
    }

    @Test func `a generator that works is asked, and nothing else`() throws {
        var random = Fixed(words: [1, 2])
        let core = Core(from: .fixed(seed: 3), otherwise: &random)
        #expect(core == (try Generator.fixed(seed: 3).mintCore()))
        #expect(random.words == [1, 2])
    }

    @Test(
        arguments: [
            ([0, 0], "00000000-0000-4000-8000-000000000000"),
            ([.max, .max], "ffffffff-ffff-4fff-bfff-ffffffffffff"),
            (
                [0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210],
                "01234567-89ab-4def-bedc-ba9876543210"
            ),
        ] as [([UInt64], String)]
    )
    func `a generator that fails is replaced by random bits`(words: [UInt64], uuid: String) {
        let generators = [
            Generator(clock: ManualClock(milliseconds: 1).wallClock, entropy: .seeded(1)),
            Generator(
                clock: ManualClock(milliseconds: 1_726_234_567_890).wallClock,
                entropy: .failing()
            ),
        ]
        for generator in generators {
            var random = Fixed(words: words)
            let core = Core(from: generator, otherwise: &random)
            #expect(core.version == 4)
            #expect(core.time == nil)
            #expect(SessionID(core).uuid == uuid)
        }
    }

    @Test func `a core becomes a UUID of Foundation and comes back`() throws {
        let core = try Core(uuid: "0191eb99-24d2-7000-81a1-b2c3d4e5f607")
        let uuid = UUID(uuid: core.octets)
        #expect(uuid.uuidString == "0191EB99-24D2-7000-81A1-B2C3D4E5F607")
        #expect(try Core(adopting: uuid.uuid) == core)
        let random = UUID()
        #expect(SessionID(try Core(adopting: random.uuid)).uuid == random.uuidString.lowercased())
    }

    @Test func `no core is made of the UUID of zeros`() throws {
        let zeros = try #require(UUID(uuidString: "00000000-0000-0000-0000-000000000000"))
        #expect(throws: IDError(.nilUUID)) { try Core(adopting: zeros.uuid) }
    }
}
