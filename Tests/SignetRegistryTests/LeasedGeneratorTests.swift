import Signet
import SignetRegistry
import SignetTesting
import Testing

@Suite("The leased generator")
struct LeasedGeneratorTests {
    private let clock = ManualClock(milliseconds: 1_726_234_567_890)

    private func lease(from store: MemoryStore) async throws -> LeasedGenerator {
        try await LeasedGenerator.lease(
            from: store,
            for: .seconds(60),
            clock: clock.wallClock,
            entropy: .seeded(1)
        )
    }

    @Test("puts a number that nobody else has into its IDs")
    func numbers() async throws {
        let store = MemoryStore(clock: clock.wallClock)
        for number in 0..<3 as Range<UInt64> {
            let generator = try await lease(from: store)
            let tail = try generator.mint(.run).core.tail
            #expect(tail.map { $0 >> 40 } == number)
        }
    }

    @Test("refuses at its deadline, and takes another number when its own is gone")
    func deadline() async throws {
        let store = MemoryStore(clock: clock.wallClock)
        let generator = try await lease(from: store)
        clock.advance(by: 59_999)
        _ = try generator.mint(.run)
        clock.advance(by: 1)
        let error = #expect(throws: RegistryError.self) { try generator.mint(.run) }
        #expect(error?.code == .leaseLost)
        let other = try await lease(from: store)
        #expect(other.lease.number == 0)
        try await generator.renew()
        #expect(generator.lease.number == 1)
        #expect(generator.lease.token > other.lease.token)
        _ = try generator.mint(.run)
    }

    @Test("gives its number back when it is stopped, and mints no more")
    func stopping() async throws {
        let store = MemoryStore(clock: clock.wallClock)
        let generator = try await lease(from: store)
        let task = Task { await generator.run() }
        task.cancel()
        await task.value
        #expect(try await store.leases(pool: LeasedGenerator.pool).isEmpty)
        #expect(throws: RegistryError.self) { try generator.mint(.run) }
    }
}
