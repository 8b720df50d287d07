/// Callers that wait their turn, first come, first served.
struct WaitingQueue<Owner: Hashable, Turn: Sendable> {
    private var waiting: [(ticket: Int, owner: Owner, turn: CheckedContinuation<Turn, Never>)] = []
    /// The ticket of who comes next.
    private(set) var nextTicket = 0

    var isEmpty: Bool { waiting.isEmpty }

    mutating func append(_ turn: CheckedContinuation<Turn, Never>, of owner: Owner) {
        waiting.append((nextTicket, owner, turn))
        nextTicket += 1
    }

    /// Takes out who waits first.
    mutating func removeFirst() -> CheckedContinuation<Turn, Never>? {
        waiting.isEmpty ? nil : waiting.removeFirst().turn
    }

    /// Takes out who waits first of an owner, if nobody has waited for longer.
    mutating func removeFirst(of owner: Owner) -> CheckedContinuation<Turn, Never>? {
        waiting.first?.owner == owner ? waiting.removeFirst().turn : nil
    }

    /// Takes out one who gives up.
    mutating func remove(_ ticket: Int) -> CheckedContinuation<Turn, Never>? {
        waiting.firstIndex { $0.ticket == ticket }.map { waiting.remove(at: $0).turn }
    }

    /// Takes out all.
    mutating func removeAll() -> [CheckedContinuation<Turn, Never>] {
        defer { waiting = [] }
        return waiting.map { $0.turn }
    }
}
