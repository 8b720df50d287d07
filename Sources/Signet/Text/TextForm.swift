/// A way in which an ID is written as text.
public struct TextForm: Hashable, Sendable, BitwiseCopyable {
    /// One byte, so that a form is copied and compared without touching its name.
    private enum Value: UInt8 {
        case readable, compact, uuid, classic, checked, sealed, secret, legacy
    }

    private let value: Value

    private init(_ value: Value) { self.value = value }

    /// The form's name, as the command line and JSON output spell it.
    public var name: String {
        switch value {
        case .readable: "readable"
        case .compact: "compact"
        case .uuid: "uuid"
        case .classic: "classic"
        case .checked: "checked"
        case .sealed: "sealed"
        case .secret: "secret"
        case .legacy: "legacy"
        }
    }

    /// `session_auth_user123_1726234567890_000001_a1b2c3d4e5f607`: for people.
    public static let readable = Self(.readable)
    /// `session_01j7nsj96je00838djrfaebxg7`: for URLs, JSON and text columns.
    public static let compact = Self(.compact)
    /// `0191eb99-24d2-7000-81a1-b2c3d4e5f607`: for `uuid` columns; it leaves the kind out.
    public static let uuid = Self(.uuid)
    /// `event_1757927717565_2_b97ed28f`: what earlier generators wrote; it loses 24 random bits.
    public static let classic = Self(.classic)
    /// The compact form and a check of six digits that catches typing errors.
    public static let checked = Self(.checked)
    /// The compact form and a seal that proves where it comes from.
    public static let sealed = Self(.sealed)
    /// A secret, which is no ID.
    public static let secret = Self(.secret)
    /// The text of a generator that came before.
    public static let legacy = Self(.legacy)

    /// The forms in which an ID can be written without a key.
    public static let writable: [Self] = [.readable, .compact, .uuid, .classic, .checked]
}
