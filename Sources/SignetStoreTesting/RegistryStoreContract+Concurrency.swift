import Signet
import SignetRegistry

extension RegistryStoreContract {
    static let concurrency: [ContractClause<Make>] = [
        clause(
            "A limit holds when many ask at once",
            policy: RegistryPolicy(limits: [.wsConn: 10])
        ) { fixture in
            let recorded = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 {
                    let node = try fixture.draft(.wsConn, of: fixture.alice)
                    group.addTask {
                        let code = try await fixture.refusal {
                            _ = try await fixture.store.insert([node], aliases: [], adopting: false)
                        }
                        try require(code == nil || code == .limitReached, "the refusal")
                        return code == nil ? 1 : 0
                    }
                }
                return try await group.reduce(0, +)
            }
            try require(recorded, is: 10, "how many were let in")
            let counts = try await fixture.store.statistics(in: .owned(by: fixture.alice))
            try require(counts.total, is: 10, "how many live")
        },
        clause("Each node ends once, whoever releases and sweeps at once") { fixture in
            let start = RegistryFixture.start
            var roots: [AnyID] = []
            for _ in 0..<10 {
                let root = try await fixture.add(.session, lifetime: 100)
                for _ in 0..<5 { _ = try await fixture.add(.wsConn, under: [root]) }
                roots.append(root)
            }
            let ended = try await withThrowingTaskGroup(of: [AnyID].self) { group in
                for root in roots {
                    for _ in 0..<2 {
                        group.addTask {
                            try await fixture.store.release(root, in: .all, at: start + 100)
                                .map { $0.id }
                        }
                    }
                    group.addTask {
                        try await fixture.store.sweep(at: start + 100, limit: 1000).ended
                            .map { $0.id }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try require(ended.count, is: 60, "how many ends were told")
            try require(Set(ended).count, is: 60, "how many nodes ended")
        },
        clause("Nothing can be hung below a node that is being released") { fixture in
            let start = RegistryFixture.start
            for _ in 0..<20 {
                let session = try await fixture.add(.session)
                let children = try (0..<4).map { _ in
                    try fixture.draft(.wsConn, of: fixture.alice, under: [session])
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for child in children {
                        group.addTask {
                            let code = try await fixture.refusal {
                                _ = try await fixture.store.insert(
                                    [child],
                                    aliases: [],
                                    adopting: false
                                )
                            }
                            try require(code == nil || code == .parentNotFound, "the refusal")
                        }
                    }
                    group.addTask {
                        _ = try await fixture.store.release(session, in: .all, at: start)
                    }
                    try await group.waitForAll()
                }
                let alive = try await fixture.store.statistics(in: .all).total
                try require(alive, is: 0, "what was left behind")
            }
        },
    ]
}
