/// Who may extend a tenant's chain now, and who waits for it.
///
/// One caller at a time has the turn. It takes along the events that wait behind its own, up to a
/// bound, so that many callers share one write; then it hands the turn to the next.
struct AuditTurns {
    /// How a caller goes on.
    enum Outcome: Sendable {
        /// It has the turn.
        case turn
        /// Another caller did its work for it.
        case done(AuditError?)
    }

    typealias Continuation = CheckedContinuation<Outcome, Never>

    /// One that waits.
    private struct Waiting {
        /// The event to record; nil for one that wants the turn for something else.
        let draft: AuditDraft?
        let continuation: Continuation
    }

    /// The end of the chain as the last turn left it; nil when that is not known.
    var head: AuditHead?
    private var waiting: [Waiting] = []
    private var isTaken = false

    /// Whether nothing is going on.
    var isIdle: Bool { !isTaken && waiting.isEmpty }

    /// Lines up; gives the continuation back to be resumed when nobody has the turn.
    mutating func enter(_ draft: AuditDraft?, _ continuation: Continuation) -> Continuation? {
        guard isTaken else {
            isTaken = true
            return continuation
        }
        waiting.append(Waiting(draft: draft, continuation: continuation))
        return nil
    }

    /// Takes the events that wait at the front of the line, up to a number of them.
    mutating func takeAlong(_ limit: Int) -> [(draft: AuditDraft, continuation: Continuation)] {
        var taken: [(AuditDraft, Continuation)] = []
        while taken.count < limit, let first = waiting.first, let draft = first.draft {
            taken.append((draft, first.continuation))
            waiting.removeFirst()
        }
        return taken
    }

    /// Gives the turn back, with what is known now, and names the next to have it.
    mutating func leave(_ head: AuditHead?) -> Continuation? {
        self.head = head
        guard !waiting.isEmpty else {
            isTaken = false
            return nil
        }
        return waiting.removeFirst().continuation
    }
}
