import Signet

/// The pieces by which IDs of one round of a context factory know each other.
///
/// A factory made a thread, a run and a request one after the other from one counter. The fourth
/// generation gave the run its thread's counter and random digits.
struct ContextParts {
    /// How far apart the times of one round may be, in milliseconds.
    private static let maximumDelay: UInt64 = 1000

    /// The place in the round: thread, run, request.
    private let place: UInt64
    private let operation: Range<Int>
    private let number: UInt64?
    private let random: Range<Int>?
    private let time: UInt64?
    private let generations: UInt8

    /// Takes the pieces of a reading that a context factory may have written.
    init?(_ reading: Reading, _ text: Span<UInt8>) {
        guard reading.generations != 0, let operation = reading[.operation] else { return nil }
        switch reading.kind {
        case .thread?: place = 0
        // The second generation's runs do not say that they are runs.
        case .run?, nil: place = 1
        case .req?: place = 2
        default: return nil
        }
        self.operation = operation
        number = reading[.number].flatMap { text.decimal($0) }
        random = reading[.random]
        time = reading.time
        generations = reading.generations
    }

    /// Whether both are of one round, and how certain that is.
    func sibling(
        _ text: Span<UInt8>,
        _ other: ContextParts,
        _ otherText: Span<UInt8>
    ) -> LegacyID.Certainty? {
        guard place != other.place,
            text.isEqual(operation, otherText, other.operation),
            (time == nil) == (other.time == nil), isNear(other)
        else { return nil }
        let hasRunOfSecond = number == nil || other.number == nil
        if hasRunOfSecond { return generations | other.generations == 0b110 ? .likely : nil }
        guard let number, let otherNumber = other.number else { return nil }
        if number == otherNumber {
            guard let random, let otherRandom = other.random, time == nil,
                place + other.place == 1, text.isEqual(random, otherText, otherRandom)
            else { return nil }
            return .certain
        }
        let (first, last) = place < other.place ? (number, otherNumber) : (otherNumber, number)
        guard last > first else { return nil }
        let distance = max(place, other.place) - min(place, other.place)
        // A run of the fourth generation has its thread's number, and the request is two further.
        let isFourth = time == nil && place + other.place == 3 && last - first == 2
        return last - first == distance || isFourth ? .likely : nil
    }

    private func isNear(_ other: ContextParts) -> Bool {
        guard let time, let otherTime = other.time else { return true }
        return max(time, otherTime) - min(time, otherTime) <= Self.maximumDelay
    }
}
