import Signet
import SignetTesting
import Testing

@Suite struct `The generator's clock` {
    private static let time: UInt64 = 1_726_234_567_890
    private static let hour: UInt64 = 3_600_000

    @Test func `a clock that goes back an hour makes the generator count on`() throws {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator.fixed(clock: clock)
        let before = try generator.mintCore()
        clock.milliseconds -= Self.hour
        let after = try generator.mintCores(1000)
        #expect(after.allSatisfy { before < $0 && $0.time == Self.time })
        #expect(try generator.lead() == .milliseconds(Self.hour))
        clock.milliseconds += Self.hour + 1
        let later = try generator.mintCore()
        #expect(later.time == Self.time + 1)
        #expect(try generator.lead() == .zero)
    }

    @Test func `a frozen clock stops nothing`() throws {
        let generator = Generator(
            clock: ManualClock(milliseconds: Self.time).wallClock,
            entropy: .seeded(1)
        )
        let ids = try (0..<600_000).map { _ in AnyID(.user, try generator.mintCore()) }
        try requireIncreasing(ids)
        #expect(try generator.lead() >= .milliseconds(2))
    }

    @Test func `a jump ahead that the uptime does not explain is refused`() throws {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator.fixed(clock: clock)
        _ = try generator.mintCore()
        clock.milliseconds += 24 * Self.hour
        #expect(throws: IDError(.clockFarAhead)) { try generator.mintCore() }
        #expect(throws: IDError(.clockFarAhead)) { try generator.mintCores(2) }
        // Set right again, it goes on as if nothing had happened.
        clock.milliseconds -= 24 * Self.hour
        #expect(try generator.mintCore().time == Self.time)
    }

    @Test func `a jump before the first ID is refused as well`() {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator.fixed(clock: clock)
        clock.milliseconds += 24 * Self.hour
        #expect(throws: IDError(.clockFarAhead)) { try generator.mintCore() }
    }

    @Test(arguments: [0, 1] as [UInt64])
    func `an hour is tolerated and a millisecond more is not`(excess: UInt64) throws {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator.fixed(clock: clock)
        _ = try generator.mintCore()
        clock.milliseconds += Self.hour + excess
        let minted = Result { try generator.mintCore() }
        if excess == 0 {
            #expect(try minted.get().time == Self.time + Self.hour)
        } else {
            #expect(throws: IDError(.clockFarAhead)) { try minted.get() }
        }
    }

    @Test func `a long sleep is no jump`() throws {
        let clock = ManualClock(milliseconds: Self.time)
        let generator = Generator.fixed(clock: clock)
        _ = try generator.mintCore()
        clock.advance(by: 100 * 24 * Self.hour)
        #expect(try generator.mintCore().time == clock.milliseconds)
    }

    @Test(arguments: [0, 1] as [UInt64])
    func `without an uptime a day is tolerated and a millisecond more is not`(
        excess: UInt64
    ) throws {
        let clock = ManualClock(milliseconds: Self.time)
        let wall = WallClock(milliseconds: { () throws(IDError) in clock.milliseconds })
        let generator = Generator(clock: wall, entropy: .seeded(1))
        _ = try generator.mintCore()
        clock.milliseconds += 24 * Self.hour + excess
        let minted = Result { try generator.mintCore() }
        if excess == 0 {
            #expect(try minted.get().time == clock.milliseconds)
        } else {
            #expect(throws: IDError(.clockFarAhead)) { try minted.get() }
        }
    }

    @Test func `a clock that cannot be read makes no ID`() {
        let wall = WallClock { () throws(IDError) in throw IDError(.clockOutOfRange) }
        let generator = Generator(clock: wall, entropy: .seeded(1))
        #expect(throws: IDError(.clockOutOfRange)) { try generator.mintCore() }
        #expect(throws: IDError(.clockOutOfRange)) { try generator.lead() }
    }

    @Test(arguments: [0, 999_999_999_999, 10_000_000_000_000, .max] as [UInt64])
    func `a time without 13 digits makes no ID`(time: UInt64) {
        let generator = Generator.fixed(time: time)
        #expect(throws: IDError(.clockOutOfRange)) { try generator.mintCore() }
    }

    @Test func `the system's clock gives the time of this century`() throws {
        let first = try WallClock.system.milliseconds()
        #expect(first > 1_750_000_000_000)
        #expect(try WallClock.system.milliseconds() >= first - Self.hour)
        #expect(WallClock.system.uptime() != nil)
    }
}
