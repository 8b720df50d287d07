import Signet
import SignetBridge

/// The families by which IDs are counted: those of the bridge, and what a rollout tells apart more.
struct FamilySlot: Hashable, Sendable {
    /// Its place in a table of counters.
    let index: Int

    /// How many there are.
    static let count = 24

    /// An ID of today's forms.
    static let current = Self(.current)
    /// A UUID of version 7.
    static let uuid7 = Self(index: 20)
    /// An earlier form around one of today's.
    static let mixed = Self(index: 21)
    /// An earlier form that can be read in several ways.
    static let ambiguous = Self(index: 22)
    /// No family: how many IDs were refused, whatever they are.
    static let refused = Self(index: 23)

    /// All families, without the count of refusals.
    static let families = (0..<23).map { Self(index: $0) }

    init(_ family: Family) { index = Int(family.rawValue) }

    private init(index: Int) { self.index = index }

    /// The name by which results call it.
    var name: String {
        switch self {
        case .uuid7: "uuid_v7"
        case .mixed: "mixed"
        case .ambiguous: "ambiguous"
        case .refused: "refused"
        default: Family(rawValue: UInt8(index))?.name ?? "unknown"
        }
    }

    /// What it is to a rollout.
    var format: IDFormat {
        switch self {
        case .current, .uuid7: .new
        case .mixed: .mixed
        case Self(.unknown): .unknown
        case Self(.credential): .credential
        default: .legacy
        }
    }

    /// What a family of a name is to a rollout; tallies carry names.
    static func format(ofFamily name: String) -> IDFormat {
        families.first { $0.name == name }?.format ?? .unknown
    }
}
