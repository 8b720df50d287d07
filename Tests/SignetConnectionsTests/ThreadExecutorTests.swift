import SignetConnections
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct `Threads and waits` {
    /// An actor that waits on its thread.
    private actor Sleeper {
        private let executor: ThreadExecutor
        private let bell: Bell
        private(set) var count = 0

        nonisolated var unownedExecutor: UnownedSerialExecutor {
            unsafe executor.asUnownedSerialExecutor()
        }

        init() throws {
            executor = try ThreadExecutor()
            bell = try Bell()
        }

        func wait(_ limit: Duration) async -> SocketWait.Outcome {
            let ticket = Ticket(bell: bell)
            return await withTaskCancellationHandler {
                count += 1
                let deadline = Deadline(after: limit)
                return SocketWait(bell: bell, ticket: ticket, deadline: deadline).wait(for: -1, [])
            } onCancel: {
                ticket.cancel()
            }
        }
    }

    /// How many threads this process has.
    private static var threads: Int {
        get throws {
            guard let folder = unsafe opendir("/proc/self/task") else { return 0 }
            defer { unsafe closedir(folder) }
            var count = 0
            while unsafe readdir(folder) != nil { count += 1 }
            return count
        }
    }

    @Test func `fifty actors wait at once, which holds nobody else up`() async throws {
        let sleepers = try (0..<50).map { _ in try Sleeper() }
        let waits = sleepers.map { sleeper in Task { await sleeper.wait(.seconds(60)) } }
        // Were they on the threads of tasks, nothing would run any more.
        for _ in 0..<1000 { await Task.yield() }
        for wait in waits { wait.cancel() }
        for wait in waits { #expect(await wait.value == .cancelled) }
    }

    @Test func `a cancellation ends its own operation and not the next`() async throws {
        let sleeper = try Sleeper()
        for _ in 0..<200 {
            let wait = Task { await sleeper.wait(.seconds(60)) }
            wait.cancel()
            #expect(await wait.value == .cancelled)
            #expect(await sleeper.wait(.zero) == .timedOut)
        }
        #expect(await sleeper.count == 400)
    }

    @Test func `a thread ends with its actor`() async throws {
        let before = try Self.threads
        for _ in 0..<500 {
            let sleeper = try Sleeper()
            _ = await sleeper.wait(.zero)
        }
        // The last ones may still be on their way out.
        let clock = ContinuousClock()
        let end = clock.now + .seconds(20)
        while try Self.threads > before + 50, clock.now < end { await Task.yield() }
        #expect(try Self.threads <= before + 50)
    }

    @Test func `pauses grow to their limit and are never equal for all`() {
        let backoff = Backoff(first: .milliseconds(10), longest: .milliseconds(100))
        for (failures, longest) in [(1, 10), (2, 20), (3, 40), (4, 80), (5, 100), (400, 100)] {
            let delays = (0..<100).map { _ in backoff.delay(after: failures) }
            #expect(delays.allSatisfy { $0 <= .milliseconds(longest) })
            #expect(delays.allSatisfy { $0 >= .milliseconds(longest) / 2 })
            #expect(Set(delays).count > 1)
        }
    }
}
