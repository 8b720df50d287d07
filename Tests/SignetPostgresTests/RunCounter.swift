import Synchronization

/// Counts across tasks how often something runs.
final class RunCounter: Sendable {
    private let runs = Atomic(0)

    var count: Int { runs.load(ordering: .relaxed) }

    func add() {
        runs.add(1, ordering: .relaxed)
    }
}
