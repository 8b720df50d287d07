/// What went wrong with an audit log, its keys or its store.
///
/// The description says what, where and what to do. It never repeats what an event says.
public struct AuditError: Error, Hashable, Sendable {
    /// What is wrong; branch on this.
    public let code: Code
    /// What is wrong and what to do, in one sentence without a full stop.
    public let message: String
    /// The sequence number of the record concerned.
    public let sequence: UInt64?
    /// The path of the file concerned.
    public let file: String?
    /// The line of the file, from 1.
    public let line: Int?

    /// Describes a fault; stores of other packages make their errors with this.
    ///
    /// - Parameters:
    ///   - code: What is wrong.
    ///   - message: One sentence without a full stop; nil for that of the code.
    ///   - sequence: The record concerned.
    ///   - file: The file concerned.
    ///   - line: Its line, from 1.
    public init(
        _ code: Code,
        _ message: String? = nil,
        sequence: UInt64? = nil,
        file: String? = nil,
        line: Int? = nil
    ) {
        self.code = code
        self.message = message ?? code.message
        self.sequence = sequence
        self.file = file
        self.line = line
    }

    /// A reason for which something is refused or not done.
    public struct Code: Hashable, Sendable {
        /// The name by which JSON output calls this code, in `snake_case`.
        public let name: String
        /// What is wrong and what to do, in one sentence without a full stop.
        public let message: String
    }
}

extension AuditError: CustomStringConvertible {
    /// `file:line: message (record N)`, as far as they are known.
    public var description: String {
        var place = file ?? ""
        if let line { place += ":\(line)" }
        let text = place.isEmpty ? message : "\(place): \(message)"
        return sequence.map { "\(text) (record \($0))" } ?? text
    }
}

extension AuditError.Code {
    /// A text of an event is empty, too long or of another shape than it must be.
    public static let invalidEvent = Self(
        name: "invalid_event",
        message: "the event cannot be recorded as it is"
    )
    /// Somebody else extended the chain in between; the log tries again by itself.
    public static let conflict = Self(
        name: "conflict",
        message: "the chain was extended by somebody else; read its head and try again"
    )
    /// The store cannot be read or written.
    public static let storeFailed = Self(
        name: "store_failed",
        message: "the store cannot be read or written; nothing was recorded"
    )
    /// What the store holds is not what a log writes.
    public static let corrupted = Self(
        name: "corrupted",
        message: "the store holds what no log wrote; look at it with signet audit verify"
    )
    /// There is no such record, segment or tenant.
    public static let notFound = Self(
        name: "not_found",
        message: "there is no such record"
    )
    /// The segment is still open, or not of those that may be dropped.
    public static let notSealed = Self(
        name: "not_sealed",
        message: "only whole segments that are sealed can be dropped"
    )
    /// What the log needs for its own account must stay.
    public static let notRedactable = Self(
        name: "not_redactable",
        message: "the log's own records are not redacted, but for their actor"
    )
    /// A key cannot be used, or there is none.
    public static let key = Self(
        name: "key",
        message: "a key of Ed25519 is 32 bytes: 64 hexadecimal digits or 44 characters of base64"
    )
    /// The clock or the entropy failed.
    public static let generatorFailed = Self(
        name: "generator_failed",
        message: "the clock or the source of entropy failed; nothing was recorded"
    )
}
