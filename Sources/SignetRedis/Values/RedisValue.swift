/// A reply of Redis.
public struct RedisValue: Hashable, Sendable {
    /// The types of RESP2.
    enum Content: Hashable, Sendable {
        case null
        case integer(Int64)
        case bytes([UInt8])
        case array([RedisValue])
        case refusal(word: String)
    }

    let content: Content

    init(_ content: Content) {
        self.content = content
    }

    /// Whether there is no value: a key that does not exist.
    public var isNull: Bool { content == .null }

    /// An integer; nil for another type.
    public var integer: Int64? {
        if case .integer(let value) = content { value } else { nil }
    }

    /// The bytes of a string; nil for another type.
    public var bytes: [UInt8]? {
        if case .bytes(let value) = content { value } else { nil }
    }

    /// A string as UTF-8; nil for another type.
    public var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    /// The elements of an array; nil for another type.
    public var array: [RedisValue]? {
        if case .array(let values) = content { values } else { nil }
    }

    /// The value, unless it says that the server refused.
    ///
    /// Elements of a pipeline and of `EXEC` can be refusals of their own.
    ///
    /// - Throws: ``RedisError/Code-swift.struct/refused``.
    public func get() throws(RedisError) -> Self {
        if case .refusal(let word) = content { throw RedisError(.refused, word: word) }
        return self
    }
}
