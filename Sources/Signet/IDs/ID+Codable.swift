#if !hasFeature(Embedded)
extension AnyID: Codable {
    /// Decodes a readable, compact or checked text; a number or any other value is refused.
    public init(from decoder: any Decoder) throws {
        self = try decoder.parse { text throws(IDError) in try AnyID(parsing: text) }
    }

    /// Encodes the compact text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(compact)
    }
}

extension ID: Codable {
    /// Decodes a readable, compact or checked text of this kind; a number is refused.
    public init(from decoder: any Decoder) throws {
        self = try decoder.parse { text throws(IDError) in try ID(parsing: text) }
    }

    /// Encodes the compact text.
    public func encode(to encoder: any Encoder) throws {
        try erased.encode(to: encoder)
    }
}

extension Decoder {
    /// Decodes one string and parses it; the error says what is wrong without repeating it.
    fileprivate func parse<Value>(_ parse: (String) throws(IDError) -> Value) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        do throws(IDError) {
            return try parse(text)
        } catch {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: error.description
            )
        }
    }
}

extension ID: CodingKeyRepresentable {
    /// The compact text, so that dictionaries keyed by ID become objects.
    public var codingKey: any CodingKey { TextKey(stringValue: description) }

    /// Parses a key.
    public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}

/// A key that is the text of an ID.
private struct TextKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
#endif
