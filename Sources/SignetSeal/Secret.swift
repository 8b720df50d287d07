internal import Crypto
public import Signet

/// What grants access, as opposed to an ``ID``, which only names: 256 random bits.
///
/// Show a secret once, to the one it is for, and store its ``digest``. A secret is neither
/// `Codable` nor `Hashable` and its description is redacted, so that it does not slip into a log,
/// a cache or a column.
///
/// ```swift
/// let secret = try Secret<Kind.Session>()
/// store(secret.digest)
/// send(secret.text)
/// ```
public struct Secret<K: KindTag>: Sendable {
    private let value: AnySecret

    /// Generates a secret.
    ///
    /// - Throws: ``SealError/Code-swift.struct/entropyUnavailable``.
    public init(entropy: Entropy = .system) throws(SealError) {
        value = try AnySecret(K.kind, entropy: entropy)
    }

    /// Parses a secret's text.
    ///
    /// - Throws: ``SealError/Code-swift.struct/malformed``, also for one of another kind.
    public init(parsing text: String, catalog: Catalog = .builtIn) throws(SealError) {
        value = try AnySecret(parsing: text, catalog: catalog)
        guard value.kind == K.kind else {
            throw SealError(.malformed, cause: IDError(.wrongKind, kind: K.kind))
        }
    }

    /// The text to hand over, such as `session_sk_…`; never log it.
    public var text: String { value.text }

    /// SHA-256 of the 32 bytes: what to store.
    public var digest: [UInt8] { value.digest }

    /// Whether a stored digest is this secret's, compared in constant time.
    public func matches(digest: [UInt8]) -> Bool { value.matches(digest: digest) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind and nothing else.
    public var description: String { value.description }

    /// The kind and nothing else.
    public var debugDescription: String { value.description }

    /// Shows nothing of the secret to a debugger or a dump.
    public var customMirror: Mirror { value.customMirror }
}

/// A secret whose kind is known at run time.
public struct AnySecret: Sendable {
    /// What the secret gives access to.
    public let kind: Kind
    /// The 32 bytes, in memory that is zeroed when it is given back.
    private let key: SymmetricKey

    /// Generates a secret.
    ///
    /// - Throws: ``SealError/Code-swift.struct/entropyUnavailable``.
    public init(_ kind: Kind, entropy: Entropy = .system) throws(SealError) {
        self.kind = kind
        var bytes: [UInt8] = []
        for _ in 0..<32 {
            do throws(IDError) {
                bytes.append(UInt8(try entropy.bits(8)))
            } catch {
                throw SealError(.entropyUnavailable, cause: error)
            }
        }
        key = SymmetricKey(data: bytes)
    }

    /// Parses a secret's text, `{kind}_sk_{52 digits}{check}`.
    ///
    /// - Throws: ``SealError/Code-swift.struct/malformed`` with its cause.
    public init(parsing text: String, catalog: Catalog = .builtIn) throws(SealError) {
        let parsed: ParsedID
        do throws(IDError) {
            parsed = try catalog.parse(text)
        } catch {
            throw SealError(.malformed, cause: error)
        }
        guard parsed.form == .secret, let kind = parsed.kind else { throw SealError(.malformed) }
        // 52 digits are 260 bits, of which the first four are 0.
        let digits = text.utf8.suffix(SecretFields.count).prefix(52).map { Base32.value($0) }
        guard let first = digits.first, first < 2 else { throw SealError(.malformed) }
        var bytes: [UInt8] = []
        var pending = UInt32(first)
        var count = 1
        for digit in digits.dropFirst() {
            pending = pending << 5 | UInt32(digit)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(count)))
            }
        }
        self.kind = kind
        key = SymmetricKey(data: bytes)
    }

    /// The text to hand over; never log it.
    public var text: String {
        var digits: [UInt8] = []
        var pending: UInt32 = 0
        var count = 4
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                digits.append(Base32.digit(UInt64(pending >> UInt32(count))))
            }
        }
        let text = Array("\(kind)_sk_".utf8) + digits
        let check = Check.value(of: text.span, digitsAt: text.count - digits.count)
        let checkDigits = (0..<Check.count).reversed().map {
            Base32.digit(UInt64(check) >> (5 * UInt64($0)))
        }
        return String(decoding: text + checkDigits, as: UTF8.self)
    }

    /// SHA-256 of the 32 bytes: what to store.
    public var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// Whether a stored digest is this secret's, compared in constant time.
    public func matches(digest: [UInt8]) -> Bool { isEqualInConstantTime(self.digest, digest) }

    private var bytes: [UInt8] { unsafe key.withUnsafeBytes { unsafe Array($0) } }
}

extension AnySecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind and nothing else.
    public var description: String { "\(kind)_sk_(redacted)" }

    /// The kind and nothing else.
    public var debugDescription: String { description }

    /// Shows nothing of the secret to a debugger or a dump.
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind]) }
}
