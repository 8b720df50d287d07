import FaultTesting
import Foundation
import ProcessTesting
import SignetSQLite
import Testing

/// Several processes on one file of SQLite, some of which are killed.
@Suite struct `The store in SQLite, under faults` {
    @Test func `nothing is lost or doubled when processes are killed, and the others go on`()
        async throws
    {
        let directory = try TemporaryDirectory()
        let path = directory.url.appending(path: "signet.db").path
        var living = try (0..<3).map { _ in try ProbeProcess(url: "sqlite:\(path)") }
        #expect(try await living.progress())
        var victims: [ProbeProcess] = []
        for _ in 0..<9 {
            let victim = living.remove(at: .random(in: living.indices))
            // Anywhere in a step: before, in and after its transaction.
            try await Task.sleep(for: .microseconds(.random(in: 0..<20_000)))
            victim.kill()
            victims.append(victim)
            living.append(try ProbeProcess(url: "sqlite:\(path)"))
            #expect(try await living.progress(by: 20))
        }
        // Twelve processes had eight numbers: the last ones get theirs from those that are dead.
        for process in living {
            while try !process.lines.contains(where: { $0[0] == "lease" }) {
                try #require(process.isRunning)
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        for process in living { #expect(try await process.hasFinished()) }
        for victim in victims { #expect(!(try await victim.hasFinished())) }
        let told = try (living + victims).map { try $0.lines }
        let store = try SQLiteStore(path: path)
        let faults = try await StoreJudge.faults(told, victims: victims.count, in: store)
        #expect(faults == [])
    }
}
