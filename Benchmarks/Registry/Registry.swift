import Foundation
import Signet
import SignetRegistry
import SignetSQLite

/// Measures the registry at two sizes and prints one JSON object: nanoseconds by operation.
///
/// A process of its own, because a million nodes are the subject: what one costs must not depend on
/// how many there are.
@main
struct RegistryBenchmark {
    static func main() async throws {
        var figures: [String: Double] = [:]
        for count in [1_000, 1_000_000] {
            let before = residentBytes()
            let policy = RegistryPolicy(limit: count)
            let store = MemoryStore(policy: policy)
            var subject = try await Subject(store: store, count: count)
            try await subject.fill(batch: 1, into: &figures, as: "memory")
            if count > 1_000 {
                figures["memory bytes per node"] =
                    Double(residentBytes() - before) / Double(subject.nodes)
                figures["memory megabytes"] = Double(residentBytes() - before) / 1e6
            }
            try await subject.measure(into: &figures, as: "memory")
        }
        for count in [1_000, 100_000] {
            let path = NSTemporaryDirectory() + "signet-bench-\(getpid())-\(count).db"
            defer {
                for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
            }
            let policy = RegistryPolicy(limit: count)
            let store = try SQLiteStore(path: path, policy: policy)
            var subject = try await Subject(store: store, count: count)
            try await subject.fill(batch: 1_000, into: &figures, as: "sqlite")
            try await subject.measure(into: &figures, as: "sqlite")
        }
        let data = try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys])
        print(String(decoding: data, as: UTF8.self))
    }

    /// The memory that the process takes, in bytes.
    private static func residentBytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let fields = text.split(separator: " ")
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(getpagesize())
    }
}

/// A registry with sessions of ten users' connections each, and what is measured on it.
struct Subject {
    private let registry: Registry
    private let count: Int
    private var contexts: [UserContext] = []
    private var connections: [AnyID] = []
    private let legacy = "thread_chat_42_ab12cd34"

    init(store: any RegistryStore, count: Int) async throws {
        registry = Registry(store: store)
        self.count = count
        for number in 0..<max(1, count / 1_000) {
            let owner = try Owner("user\(number)")
            let session = try await registry.openSession(of: owner)
            contexts.append(try await registry.context(of: owner, session: session))
        }
    }

    /// How many nodes there are.
    var nodes: Int { connections.count + 4 * contexts.count }

    /// Issues connections in batches.
    mutating func fill(
        batch: Int,
        into figures: inout [String: Double],
        as name: String
    ) async throws {
        let clock = ContinuousClock()
        connections.reserveCapacity(count)
        let start = clock.now
        while connections.count < count {
            let context = contexts[connections.count / batch % contexts.count]
            let parents = [context.session.erased]
            if batch == 1 {
                let node = try await registry.issue(.wsConn, in: context, under: parents)
                connections.append(node.id)
            } else {
                let nodes = try await registry.issue(
                    .wsConn,
                    count: batch,
                    in: context,
                    under: parents
                )
                connections += nodes.map { $0.id }
            }
        }
        figures["\(name) issue \(count)"] = (clock.now - start) / .nanoseconds(1) / Double(count)
    }

    /// Looks up, touches, names and releases.
    func measure(into figures: inout [String: Double], as name: String) async throws {
        let batch = figures["sqlite issue 1000"] == nil ? 1 : 1_000
        let sample = (0..<min(count, 20_000)).map { index in
            let position = index &* 7_919 % count
            return (connections[position], contexts[position / batch % contexts.count])
        }
        figures["\(name) look up \(count)"] = try await time(sample) { id, context in
            _ = try await registry.node(id, in: context)
        }
        figures["\(name) touch \(count)"] = try await time(sample) { id, context in
            _ = try await registry.touch(id, in: context)
        }
        let thread = try await registry.adopt(legacy, in: contexts[0])
        figures["\(name) names \(count)"] = try await time(sample) { _, _ in
            _ = try await registry.names(of: thread.id, in: contexts[0])
        }
        figures["\(name) resolve \(count)"] = try await time(sample) { _, _ in
            _ = try await registry.resolve(legacy, in: contexts[0])
        }
        figures["\(name) release \(count)"] = try await time(sample.prefix(5_000)) { id, context in
            _ = try await registry.release(id, in: context)
        }
        let clock = ContinuousClock()
        var ended = 0
        let start = clock.now
        for context in contexts.prefix(200) {
            ended += try await registry.release(context.session.erased, in: context).count
        }
        let total = (clock.now - start) / .nanoseconds(1)
        figures["\(name) cascade \(count)"] = total / Double(max(1, ended))
    }

    /// The nanoseconds of one operation.
    private func time<Items: Collection>(
        _ items: Items,
        _ body: (AnyID, UserContext) async throws -> Void
    ) async throws -> Double where Items.Element == (AnyID, UserContext) {
        let clock = ContinuousClock()
        let start = clock.now
        for (id, context) in items { try await body(id, context) }
        return (clock.now - start) / .nanoseconds(1) / Double(items.count)
    }
}
