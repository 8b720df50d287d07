import Foundation
import Signet
import Synchronization
import Testing

@Suite struct `Many threads` {
    @Test(.timeLimit(.minutes(2)))
    func `eight threads mint a million IDs each, increasing and none of them twice`() throws {
        let generator = Generator(clock: .system, entropy: .system)
        let all = Mutex<[Core]>([])
        let unordered = Atomic(0)
        let group = DispatchGroup()
        for _ in 0..<8 {
            group.enter()
            Thread.detachNewThread {
                var cores: [Core] = []
                cores.reserveCapacity(1_000_000)
                for index in 0..<1_000_000 {
                    guard let core = try? generator.mintCore() else { break }
                    if index > 0, !(cores[index - 1] < core) {
                        unordered.add(1, ordering: .relaxed)
                    }
                    cores.append(core)
                }
                all.withLock { $0 += cores }
                group.leave()
            }
        }
        group.wait()
        #expect(unordered.load(ordering: .relaxed) == 0)
        let cores = all.withLock { $0 }.sorted()
        #expect(cores.count == 8_000_000)
        // Time and counter alone differ: the tail is not needed within a process.
        let duplicates = zip(cores, cores.dropFirst()).count {
            $0.time == $1.time && $0.counter == $1.counter
        }
        #expect(duplicates == 0)
    }
}
