/// How far a service has come with one kind of ID.
///
/// The four stages are all there are; each is one step from the next, and every way back is open.
public enum RolloutStage: String, Sendable, CaseIterable {
    /// As it was: the earlier forms are read and written, today's are refused.
    case legacy
    /// Both are read, the earlier form is written, and the pairs are recorded.
    case dual
    /// Both are read, today's form is written.
    case new
    /// Today's form is read and written, the earlier ones are refused and counted.
    case strict

    /// The stage after this one; nil after the last.
    public var next: Self? { Self(order: order + 1) }

    /// The stage before this one; nil before the first.
    public var previous: Self? { order == 0 ? nil : Self(order: order - 1) }

    /// Whether IDs of earlier forms are read.
    public var readsLegacy: Bool { self != .strict }

    /// Whether IDs of today's forms are read.
    public var readsNew: Bool { self != .legacy }

    /// Whether IDs are written in today's form.
    public var writesNew: Bool { self == .new || self == .strict }

    /// Whether both names of what is made are to be recorded.
    public var recordsPairs: Bool { self == .dual || self == .new }

    /// Its place, from 0, as metrics show it.
    public var order: UInt8 {
        switch self {
        case .legacy: 0
        case .dual: 1
        case .new: 2
        case .strict: 3
        }
    }

    /// The stage of a place; nil when there is none.
    public init?(order: UInt8) {
        switch order {
        case 0: self = .legacy
        case 1: self = .dual
        case 2: self = .new
        case 3: self = .strict
        default: return nil
        }
    }
}

extension RolloutStage: Comparable {
    /// Whether the left stage comes before the right one.
    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }
}
