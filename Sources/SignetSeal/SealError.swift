public import Signet

/// What went wrong with a key, a seal or a secret.
///
/// The description says what to do and never repeats the text or the key.
public struct SealError: Error, Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// The fault of the text, where that is the reason.
    public let cause: IDError?

    init(_ code: Code, cause: IDError? = nil) {
        self.code = code
        self.cause = cause
    }

    /// A reason for which a key, a seal or a secret is refused.
    public struct Code: Hashable, Sendable {
        /// The name by which JSON output calls this code, in `snake_case`.
        public let name: String
        /// What is wrong and what to do, in one sentence without a full stop.
        public let message: String
    }
}

extension SealError: CustomStringConvertible {
    /// One sentence that says what is wrong and what to do.
    public var description: String {
        guard let cause else { return code.message }
        return "\(code.message): \(cause)"
    }
}

extension SealError.Code {
    /// The text is not what is expected here.
    public static let malformed = Self(
        name: "malformed",
        message: "the text is not well-formed"
    )
    /// The text is well-formed and of another form.
    public static let notSealed = Self(
        name: "not_sealed",
        message: "the text carries no seal"
    )
    /// The seal was made with another key, for another audience, or altered.
    public static let mismatch = Self(
        name: "mismatch",
        message: "the seal is not one of these keys' for this audience; refuse the text"
    )
    /// The key that the seal names is not in the ring.
    public static let unknownKey = Self(
        name: "unknown_key",
        message: "the seal names a key that is not configured"
    )
    /// The seal's time is over.
    public static let expired = Self(
        name: "expired",
        message: "the seal has expired"
    )
    /// An expiry is outside what a seal can hold.
    public static let expiryOutOfRange = Self(
        name: "expiry_out_of_range",
        message: "a seal expires between 2020-01-01T00:01Z and the year 4061"
    )
    /// A key has not 32 bytes.
    public static let badKeyLength = Self(
        name: "bad_key_length",
        message: "a key is 32 bytes: 64 hexadecimal digits or 44 characters of base64"
    )
    /// A key's number is not 0 to 31, or stands twice.
    public static let badKeyNumber = Self(
        name: "bad_key_number",
        message: "the number of a key is 0 to 31, and each stands once"
    )
    /// No key to make tags or seals with.
    public static let noKey = Self(
        name: "no_key",
        message: "no key is configured for this"
    )
    /// A tenant, an owner or an audience holds a zero byte.
    public static let zeroByte = Self(
        name: "zero_byte",
        message: "a tenant, an owner or an audience must not hold a zero byte"
    )
    /// The source of entropy failed.
    public static let entropyUnavailable = Self(
        name: "entropy_unavailable",
        message: "the source of entropy failed; nothing was made"
    )
}
