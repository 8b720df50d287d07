import Signet
import SignetTesting
import Testing

@Suite struct `The generator` {
    private static let time: UInt64 = 1_726_234_567_890

    @Test func `a millisecond begins at a random counter below 131,072`() throws {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator(clock: clock.wallClock, entropy: .seeded(1))
        var counters: Set<UInt32> = []
        for _ in 0..<1000 {
            let core = try generator.mintCore()
            #expect(core.time == clock.milliseconds)
            counters.insert(try #require(core.counter))
            clock.advance(by: 1)
        }
        #expect(counters.allSatisfy { $0 < 131_072 })
        #expect(counters.count > 980)
        #expect(counters.contains { $0 > 100_000 })
    }

    @Test func `the counter goes up by one within a millisecond, and the tail is fresh`() throws {
        let generator = Generator.fixed(counter: 7)
        let cores = try (0..<1000).map { _ in try generator.mintCore() }
        #expect(cores.map(\.counter) == (7..<1007).map { UInt32($0) })
        #expect(Set(cores.map(\.tail)).count == 1000)
        #expect(cores.allSatisfy { $0.version == 7 && $0.time == Self.time })
    }

    @Test func `a full counter carries into the next millisecond`() throws {
        let generator = Generator.fixed(time: Self.time, counter: 262_143)
        let cores = try generator.mintCores(3)
        #expect(cores.map(\.time) == [Self.time, Self.time + 1, Self.time + 1])
        #expect(cores.map(\.counter) == [262_143, 0, 1])
        #expect(try generator.lead() == .milliseconds(1))
    }

    @Test func `a batch has no gaps, and neither has a large one on a frozen clock`() throws {
        let generator = Generator.fixed(counter: 0)
        #expect(try generator.mintCores(0).isEmpty)
        #expect(try generator.mintCores(-1).isEmpty)
        let cores = try generator.mintCores(300_000)
        #expect(cores.count == 300_000)
        for (index, core) in cores.enumerated() {
            let place = UInt64(index)
            guard core.time == Self.time + place >> 18, core.counter == UInt32(place & 0x3ffff)
            else {
                Issue.record("a gap at \(index)")
                return
            }
        }
        try requireIncreasing(cores.map { AnyID(.user, $0) })
        try requireUnique(cores.map { AnyID(.user, $0) })
    }

    @Test func `IDs of one kind are minted in a batch`() throws {
        let ids: [SessionID] = try Generator.fixed().mint(count: 5)
        #expect(ids.map(\.core) == (try Generator.fixed().mintCores(5)))
        #expect(ids.sorted() == ids)
    }

    @Test func `a family shares a core, and the next family has another`() throws {
        let generator = Generator.fixed()
        let (thread, run, request) = try generator.mintFamily(
            Kind.Thread.self,
            Kind.Run.self,
            Kind.Request.self
        )
        #expect(thread.isSibling(of: run))
        #expect(run.isSibling(of: request))
        let family = try generator.mintFamily([.thread, .run, .req])
        #expect(family.map(\.kind) == [.thread, .run, .req])
        #expect(Set(family.map(\.core)).count == 1)
        #expect(family[0].core != thread.core)
        #expect(try generator.mintFamily([]).isEmpty)
    }

    @Test func `a leased node stands in the first 16 bits of every tail`() throws {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator(
            mode: .leased(0xbeef),
            clock: clock.wallClock,
            entropy: .seeded(3)
        )
        let tails = try generator.mintCores(1000).compactMap(\.tail)
        #expect(tails.allSatisfy { $0 >> 40 == 0xbeef })
        #expect(Set(tails).count == 1000)
    }

    @Test func `equal seeds give equal traces, other seeds others`() throws {
        func trace(_ seed: UInt64) throws -> [Core] {
            let clock = ManualClock(milliseconds: Self.time)
            let generator = Generator.fixed(clock: clock, seed: seed)
            return try (0..<200).map { step in
                if step % 7 == 0 { clock.advance(by: 3) }
                return try generator.mintCore()
            }
        }
        #expect(try trace(1) == trace(1))
        #expect(try Set(trace(1)).isDisjoint(with: trace(2)))
    }

    @Test(arguments: [0, 1, 5])
    func `without entropy no ID is made`(successes: Int) throws {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator(clock: clock.wallClock, entropy: .failing(after: successes))
        var minted = 0
        let error = #expect(throws: IDError.self) {
            while true {
                _ = try generator.mintCore()
                minted += 1
            }
        }
        #expect(error?.code == .entropyUnavailable)
        // One request starts the millisecond, one makes each tail.
        #expect(minted == max(successes - 1, 0))
        #expect(throws: IDError(.entropyUnavailable)) { try generator.mintCores(10) }
        #expect(throws: IDError(.entropyUnavailable)) { try generator.mintFamily([.thread]) }
    }

    @Test func `the operating system's entropy has every bit`() throws {
        var ones: UInt64 = 0
        var zeros: UInt64 = 0
        var seen: Set<UInt64> = []
        for _ in 0..<10_000 {
            let word = try Entropy.system.bits(64)
            ones |= word
            zeros |= ~word
            seen.insert(word)
        }
        #expect(ones == .max)
        #expect(zeros == .max)
        #expect(seen.count == 10_000)
        for count in 1...63 { #expect(try Entropy.system.bits(count) >> UInt64(count) == 0) }
    }
}
