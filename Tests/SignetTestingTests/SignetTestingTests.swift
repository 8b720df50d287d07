import Signet
import SignetTesting
import Testing

@Suite struct `Test support` {
    @Test func `a fixed generator mints what is known beforehand`() throws {
        let generator = Generator.fixed(seed: 1)
        let first = try generator.mint(Kind.Session.self)
        #expect(first.core.time == 1_726_234_567_890)
        #expect(first.core.counter == 1)
        #expect(try generator.mint(Kind.Session.self).core.counter == 2)
        #expect(try Generator.fixed(seed: 1).mint(Kind.Session.self) == first)
        #expect(try Generator.fixed(seed: 2).mint(Kind.Session.self) != first)
    }

    @Test func `a fixed trace does not change from version to version`() throws {
        // The first words of SplitMix64 from seed 0, of which a tail takes the upper 56 bits.
        let words: [UInt64] = [
            0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f,
        ]
        let generator = Generator.fixed()
        for word in words { #expect(try generator.mintCore().tail == word >> 8) }
    }

    @Test func `a manual clock stands until it is moved`() throws {
        let clock = ManualClock(milliseconds: 1_726_234_567_890)
        let wall = clock.wallClock
        #expect(try wall.milliseconds() == 1_726_234_567_890)
        #expect(wall.uptime() == 0)
        clock.advance(by: 5)
        #expect(try wall.milliseconds() == 1_726_234_567_895)
        #expect(wall.uptime() == 5)
        clock.milliseconds = 1_726_234_567_000
        #expect(try wall.milliseconds() == 1_726_234_567_000)
        #expect(wall.uptime() == 5)
    }

    @Test func `a constant source gives the bits that are asked for`() throws {
        #expect(try Entropy.constant(.max).bits(3) == 7)
        #expect(try Entropy.constant(5).bits(64) == 5)
    }

    @Test func `a failing source fails from the given request on`() throws {
        let entropy = Entropy.failing(after: 2)
        #expect(try entropy.bits(8) == 0)
        #expect(try entropy.bits(8) == 0)
        #expect(throws: IDError(.entropyUnavailable)) { try entropy.bits(8) }
        #expect(throws: IDError(.entropyUnavailable)) { try entropy.bits(8) }
    }

    @Test func `a duplicate is found with both its places`() throws {
        let cores = try Generator.fixed().mintCores(4)
        let ids = cores.map { AnyID(.user, $0) }
        #expect(throws: Never.self) { try requireUnique(ids) }
        #expect(throws: Never.self) { try requireUnique([]) }
        #expect(throws: Never.self) { try requireUnique([ids[0], AnyID(.run, ids[0].core)]) }
        let failure = #expect(throws: UniquenessFailure.self) {
            try requireUnique([ids[3], ids[1], ids[2], ids[1]])
        }
        #expect(failure?.reason == "duplicate")
        #expect(failure?.first == 1)
        #expect(failure?.second == 3)
        #expect(failure?.description == "duplicate: IDs 1 and 3")
    }

    @Test func `IDs out of order are found with both their places`() throws {
        let ids = try Generator.fixed().mintCores(4).map { AnyID(.user, $0) }
        #expect(throws: Never.self) { try requireIncreasing(ids) }
        for (wrong, first) in [([ids[0], ids[2], ids[1]], 1), ([ids[0], ids[0]], 0)] {
            let failure = #expect(throws: UniquenessFailure.self) { try requireIncreasing(wrong) }
            #expect(failure?.reason == "order")
            #expect(failure?.first == first)
            #expect(failure?.second == first + 1)
        }
    }
}
