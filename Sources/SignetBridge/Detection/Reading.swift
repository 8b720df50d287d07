package import Signet

/// One way of reading a text: its family and what its pieces are.
///
/// A trivial value; the pieces are offsets into the text, which has at most 255 bytes.
package struct Reading: Sendable {
    /// The family.
    package var family: Family
    /// How certain it is.
    package var certainty: LegacyID.Certainty
    /// What the text names, as far as it says so.
    package var kind: Kind?
    /// Unix milliseconds in the text, if any.
    package var time: UInt64?
    /// Whether the owner has the length to which earlier generators cut owners: it may be the
    /// beginning of one, and then is nobody's name.
    package var isOwnerCut = false
    /// Which generations of the context factory wrote texts like this; bit N for generation N.
    package var generations: UInt8 = 0
    /// Which of the declared families it is, for ``Family/declared``.
    var declared: UInt8 = 0

    private var starts = [8 of UInt8](repeating: 0)
    private var ends = [8 of UInt8](repeating: 0)

    init(
        _ family: Family,
        _ certainty: LegacyID.Certainty = .likely,
        kind: Kind? = nil,
        time: UInt64? = nil
    ) {
        self.family = family
        self.certainty = certainty
        self.kind = kind
        self.time = time
    }

    /// Where a part stands in the text, or nil.
    package internal(set) subscript(part: Part) -> Range<Int>? {
        get {
            let (start, end) = (starts[part.rawValue], ends[part.rawValue])
            return start < end ? Int(start)..<Int(end) : nil
        }
        set {
            guard let range = newValue, range.upperBound <= 255 else {
                (starts[part.rawValue], ends[part.rawValue]) = (0, 0)
                return
            }
            starts[part.rawValue] = UInt8(range.lowerBound)
            ends[part.rawValue] = UInt8(range.upperBound)
        }
    }
}
