import CPostgres
import SignetConnections

/// Statements that are sent together, and the answers that come back in their order.
///
/// It can be read in several goes, since who cancels a statement still has to read its answer
/// before the connection is of use again.
struct PostgresExchange {
    /// One message to the server that it will answer.
    enum Step {
        case prepare(PostgresStatement.Key, name: String)
        case execute
    }

    private var steps: ArraySlice<Step> = []
    private var isAnswered = false
    private var isSynchronized = false
    /// What was prepared.
    private(set) var prepared: [(PostgresStatement.Key, name: String)] = []
    /// The answers to the statements.
    private(set) var answers: [PostgresAnswer] = []
    /// The first refusal; what follows it was not done.
    private(set) var failure: PostgresError?

    /// Whether all is read.
    var isComplete: Bool { isSynchronized }

    mutating func expect(_ step: Step) {
        steps.append(step)
    }

    /// Reads on until all is answered.
    ///
    /// - Throws: ``PostgresError/Code-swift.struct/connectionLost``, `timedOut` or `cancelled`; after
    ///   the last two, reading may go on.
    mutating func read(from link: PostgresLink, _ wait: SocketWait) throws(PostgresError) {
        while !isSynchronized {
            guard let answer = try Self.next(from: link, wait) else {
                // What follows each step's answers, and a refusal to store them all in the end.
                guard isAnswered else { throw PostgresError(.connectionLost) }
                steps = steps.dropFirst()
                isAnswered = false
                continue
            }
            switch answer.status {
            case PGRES_PIPELINE_SYNC: isSynchronized = true
            case PGRES_FATAL_ERROR:
                failure = failure ?? answer.error
                if link.isBroken { throw failure ?? PostgresError(.connectionLost) }
                isAnswered = true
            case PGRES_PIPELINE_ABORTED: isAnswered = true
            default:
                take(answer)
                isAnswered = true
            }
        }
    }

    private mutating func take(_ answer: PostgresAnswer) {
        switch steps.first {
        case .prepare(let key, let name): prepared.append((key, name))
        case .execute: answers.append(answer)
        case nil: break
        }
    }

    /// The next answer, as soon as it is there, while what is left to send is sent.
    private static func next(
        from link: PostgresLink,
        _ wait: SocketWait
    ) throws(PostgresError) -> PostgresAnswer? {
        guard var isFull = link.flush() else { throw PostgresError(.connectionLost) }
        while link.isBusy {
            switch wait.wait(for: link.socket, isFull ? [.read, .write] : .read) {
            case .ready: break
            case .timedOut: throw PostgresError(.timedOut)
            case .cancelled: throw PostgresError(.cancelled)
            }
            guard link.consume() else {
                // What the server said before it closed the connection may still be there.
                if !link.isBusy { break }
                throw PostgresError(.connectionLost)
            }
            guard let isStillFull = link.flush() else { throw PostgresError(.connectionLost) }
            isFull = isStillFull
        }
        return link.next
    }
}
