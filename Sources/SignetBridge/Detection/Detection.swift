package import Signet

/// All readings of one text.
///
/// Where a text can be read in more than one way, each is here and none is preferred. Detecting
/// allocates nothing, and this is a trivial value.
package struct Detection: Sendable {
    /// How many readings are kept.
    static let maximumCount = 3

    private var values = [3 of Reading](repeating: Reading(.unknown, .unknown))
    /// How many readings there are; a text that nothing known looks like has none.
    package private(set) var count = 0
    /// The bits of a UUID in any spelling, or of a text of today's forms.
    package var core: Core?
    /// The form of a text of today's; nil for the others.
    package var form: TextForm?

    /// A reading, counted from 0.
    package subscript(index: Int) -> Reading { values[index] }

    /// The only reading, or nil.
    package var single: Reading? { count == 1 ? values[0] : nil }

    /// Whether there are several readings.
    package var isAmbiguous: Bool { count > 1 }

    /// The family on which all readings agree; nil where they do not.
    package var family: Family? {
        guard count > 0 else { return .unknown }
        return (1..<count).allSatisfy { values[$0].family == values[0].family }
            ? values[0].family : nil
    }

    /// The kind on which all readings agree.
    package var kind: Kind? {
        (1..<max(count, 1)).allSatisfy { values[$0].kind == values[0].kind } ? values[0].kind : nil
    }

    /// The time on which all readings agree.
    package var time: UInt64? {
        (1..<max(count, 1)).allSatisfy { values[$0].time == values[0].time } ? values[0].time : nil
    }

    /// How certain it is; several readings are never more than likely.
    package var certainty: LegacyID.Certainty {
        switch count {
        case 0: .unknown
        case 1: values[0].certainty
        default: .likely
        }
    }

    /// Where a part stands on which all readings agree.
    package func agreed(_ part: Part) -> Range<Int>? {
        (1..<max(count, 1)).allSatisfy { values[$0][part] == values[0][part] }
            ? values[0][part] : nil
    }

    /// Adds a reading; those above the number that is kept are as good as the ones that are.
    mutating func add(_ reading: Reading) {
        guard count < Self.maximumCount else { return }
        values[count] = reading
        count += 1
    }
}
