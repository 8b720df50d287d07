/// How the texts of a declared family look: words, and fields in braces.
///
/// A field has a fixed width, ends where its digits end, or is open: then it takes what the rest
/// leaves, separators too. There is at most one open field, so that a text is split in one way.
struct Template: Sendable {
    /// What stands before the open field, or all.
    let front: [Piece]
    /// The open field, if there is one.
    let open: Field?
    /// What stands behind the open field.
    let back: [Piece]

    /// A word, or a field with an end of its own.
    enum Piece: Sendable {
        case literal([UInt8])
        case field(Field)
    }

    /// What a field holds.
    enum Field: Hashable, Sendable {
        /// Eight digits of a date.
        case date
        /// Six digits of a time of day.
        case time
        /// Fourteen digits of both.
        case datetime
        /// Unix milliseconds of 13 digits.
        case milliseconds
        /// Unix seconds of 10 digits.
        case seconds
        /// One digit or more.
        case number
        /// Lower-case hexadecimal digits.
        case hex(Int)
        /// A UUID of 36 characters in lower case.
        case uuid
        /// Letters and digits.
        case word
        /// The whole owner.
        case owner
        /// An operation, whole.
        case operation
        /// A sort, whole.
        case type
        /// Anything else, whole.
        case text

        /// Whether the field takes what the rest leaves.
        var isOpen: Bool {
            self == .owner || self == .operation || self == .type || self == .text
        }

        /// Whether the field ends where its characters end.
        var isVariable: Bool { self == .number || self == .word }

        /// How many characters the field has; nil where that is open.
        var width: Int? {
            switch self {
            case .date: 8
            case .time: 6
            case .datetime: 14
            case .milliseconds: 13
            case .seconds: 10
            case .hex(let count): count
            case .uuid: 36
            default: nil
            }
        }

        /// Which bytes may stand at an offset in the field.
        func set(at offset: Int) -> ByteSet {
            switch self {
            case .date, .time, .datetime, .milliseconds, .seconds, .number: .digits
            case .hex: .hex
            case .uuid:
                offset == 8 || offset == 13 || offset == 18 || offset == 23 ? .hyphen : .hex
            case .word: .alphanumeric
            case .owner, .operation, .type, .text: .open
            }
        }
    }
}

/// A set of ASCII characters.
struct ByteSet: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    static let digits = ByteSet("0123456789")
    static let hex = ByteSet("0123456789abcdef")
    static let hyphen = ByteSet("-")
    static let alphanumeric = ByteSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    )
    /// What an open field holds: letters, digits and the separators of earlier generators.
    static let open = ByteSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.:@+~"
    )

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte < 64 {
                low |= 1 << UInt64(byte)
            } else if byte < 128 {
                high |= 1 << UInt64(byte - 64)
            }
        }
    }

    private init(_ text: String) { self.init(text.utf8) }

    /// Whether a byte is in the set.
    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }

    /// The smallest byte of both sets, or nil.
    func common(with other: ByteSet) -> UInt8? {
        let (low, high) = (low & other.low, high & other.high)
        if low != 0 { return UInt8(low.trailingZeroBitCount) }
        return high != 0 ? UInt8(64 + high.trailingZeroBitCount) : nil
    }
}

/// What is wrong with a template, and what is allowed.
struct TemplateError: Error {
    /// One sentence without a full stop.
    let message: String
}
