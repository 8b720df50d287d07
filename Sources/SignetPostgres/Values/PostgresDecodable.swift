public import Signet

/// A type that can be read from a column.
///
/// To conform a type of your own, read one of the types here and convert it.
public protocol PostgresDecodable {
    /// Reads a value.
    ///
    /// - Parameter field: The value.
    /// - Throws: ``PostgresError/Code-swift.struct/decoding`` when it is `NULL` or of another type.
    init(postgres field: PostgresField) throws(PostgresError)
}

extension Int64: PostgresDecodable {
    /// Reads a `bigint`, `integer` or `smallint`.
    public init(postgres field: PostgresField) throws(PostgresError) {
        switch field.type {
        case .int8:
            guard let bits = field.bigEndian(at: 0, bytes: 8) else { break }
            self = Int64(bitPattern: bits)
            return
        case .int4:
            guard let bits = field.bigEndian(at: 0, bytes: 4) else { break }
            self = Int64(Int32(bitPattern: UInt32(bits)))
            return
        case .int2:
            guard let bits = field.bigEndian(at: 0, bytes: 2) else { break }
            self = Int64(Int16(bitPattern: UInt16(bits)))
            return
        default: break
        }
        throw PostgresError(.decoding)
    }
}

extension Bool: PostgresDecodable {
    /// Reads a `boolean`.
    public init(postgres field: PostgresField) throws(PostgresError) {
        guard field.type == .bool, let bits = field.bigEndian(at: 0, bytes: 1) else {
            throw PostgresError(.decoding)
        }
        self = bits != 0
    }
}

extension Double: PostgresDecodable {
    /// Reads a `double precision`.
    public init(postgres field: PostgresField) throws(PostgresError) {
        guard field.type == .float8, let bits = field.bigEndian(at: 0, bytes: 8) else {
            throw PostgresError(.decoding)
        }
        self = Double(bitPattern: bits)
    }
}

extension String: PostgresDecodable {
    /// Reads a `text`, `varchar`, `name` or `json`.
    public init(postgres field: PostgresField) throws(PostgresError) {
        let types: [PostgresType] = [.text, .varchar, .name, .json, .unknown]
        guard field.count != nil, types.contains(field.type) else {
            throw PostgresError(.decoding)
        }
        self = field.text
    }
}

extension [UInt8]: PostgresDecodable {
    /// Reads a `bytea`.
    public init(postgres field: PostgresField) throws(PostgresError) {
        guard field.count != nil, field.type == .bytea else { throw PostgresError(.decoding) }
        self = field.bytes
    }
}

extension Core: PostgresDecodable {
    /// Reads a `uuid` of version 1 to 8.
    public init(postgres field: PostgresField) throws(PostgresError) {
        guard field.type == .uuid, let high = field.bigEndian(at: 0, bytes: 8),
            let low = field.bigEndian(at: 8, bytes: 8)
        else { throw PostgresError(.decoding) }
        do throws(IDError) {
            try self.init(adopting: high, low)
        } catch {
            throw PostgresError(.decoding)
        }
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    /// Reads a value, or nil for `NULL`.
    public init(postgres field: PostgresField) throws(PostgresError) {
        self = field.count == nil ? nil : try Wrapped(postgres: field)
    }
}
