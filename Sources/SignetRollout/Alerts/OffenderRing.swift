import Signet
import SignetBridge
import SignetOutput
import Synchronization

/// The last offenders, in memory that does not grow.
///
/// Keeping one copies its bytes to where the oldest has them, and allocates nothing. They are made
/// readable when somebody looks.
final class OffenderRing: Sendable {
    /// How many bytes of a text are kept.
    static let textCount = 80

    /// What is kept of an offender beside its bytes.
    private struct Entry {
        let classification: IDClassification
        let direction: IDDirection
        let time: UInt64
        /// How many bytes the text had.
        let count: Int
    }

    private struct State {
        var entries: [Entry] = []
        var bytes: [UInt8]
        /// Where the next one goes.
        var next = 0
    }

    private let capacity: Int
    private let state: Mutex<State>

    init(capacity: Int) {
        self.capacity = capacity
        state = Mutex(State(bytes: [UInt8](repeating: 0, count: capacity * Self.textCount)))
    }

    /// Keeps an offender in the place of the oldest; of a credential nothing but that it was one.
    func add(
        _ classification: IDClassification,
        _ direction: IDDirection,
        _ text: Span<UInt8>,
        time: UInt64
    ) {
        let kept = classification.format == .credential ? 0 : min(text.count, Self.textCount)
        let entry = Entry(
            classification: classification,
            direction: direction,
            time: time,
            count: text.count
        )
        state.withLock { state in
            if state.entries.count < capacity {
                state.entries.append(entry)
            } else {
                state.entries[state.next] = entry
            }
            let start = state.next * Self.textCount
            var bytes = state.bytes.mutableSpan
            for index in 0..<kept { bytes[start + index] = text[index] }
            state.next = (state.next + 1) % capacity
        }
    }

    /// The offenders, the newest first.
    var all: [Offender] {
        let (entries, bytes, next) = state.withLock { ($0.entries, $0.bytes, $0.next) }
        return (0..<entries.count).map { age in
            let index = (next - 1 - age + 2 * capacity) % capacity
            let entry = entries[index]
            let start = index * Self.textCount
            let kept = Array(bytes[start..<start + min(entry.count, Self.textCount)])
            return Offender(
                entry.classification,
                entry.direction,
                time: entry.time,
                text: Self.shown(kept.span, entry.classification.format, of: entry.count)
            )
        }
    }

    /// A text as it may be printed.
    ///
    /// - Parameters:
    ///   - text: The text, or its beginning.
    ///   - format: What it is.
    ///   - count: How many bytes the whole text has; nil for as many as there are.
    /// - Returns: At most the first 80 bytes of it.
    static func shown(_ text: Span<UInt8>, _ format: IDFormat, of count: Int? = nil) -> String {
        if format == .credential { return "(credential)" }
        let kept = text.extracting(first: textCount)
        if let redacted = Redaction.redacted(kept) { return TerminalText.escaped(redacted) }
        let whole = unsafe kept.withUnsafeBufferPointer { bytes in
            unsafe String(decoding: bytes, as: UTF8.self)
        }
        let isCut = (count ?? text.count) > kept.count
        return TerminalText.escaped(whole) + (isCut ? "…" : "")
    }
}
