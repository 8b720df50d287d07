public import Signet

/// A parameter of a statement, in Postgres' binary form.
///
/// Values travel beside the statement, never inside it, so nothing has to be escaped. A missing
/// value is sent as `NULL` of its type.
public struct PostgresValue: Hashable, Sendable {
    let type: PostgresType
    /// The binary form; nil is `NULL`.
    let bytes: [UInt8]?

    init(_ type: PostgresType, _ bytes: [UInt8]?) {
        self.type = type
        self.bytes = bytes
    }

    /// `NULL` of the type that the statement asks for.
    public static let null = Self(.unspecified, nil)

    /// A `boolean`.
    public static func bool(_ value: Bool?) -> Self {
        Self(.bool, value.map { [$0 ? 1 : 0] })
    }

    /// A `bigint`.
    public static func int(_ value: Int64?) -> Self {
        Self(.int8, value.map { .bigEndian(UInt64(bitPattern: $0)) })
    }

    /// A `double precision`.
    public static func double(_ value: Double?) -> Self {
        Self(.float8, value.map { .bigEndian($0.bitPattern) })
    }

    /// A `text`.
    ///
    /// Postgres stores no `U+0000` in texts and refuses it.
    public static func text(_ value: String?) -> Self {
        Self(.text, value.map { Array($0.utf8) })
    }

    /// A `bytea`.
    public static func bytes(_ value: [UInt8]?) -> Self {
        Self(.bytea, value)
    }

    /// A `uuid`.
    public static func uuid(_ value: Core?) -> Self {
        Self(.uuid, value.map { [UInt8](core: $0) })
    }
}

extension PostgresValue {
    /// A `boolean[]`.
    public static func bools(_ values: [Bool?]) -> Self {
        array(of: .bool, values.map { $0.map { [$0 ? 1 : 0] } })
    }

    /// A `bigint[]`.
    public static func ints(_ values: [Int64?]) -> Self {
        array(of: .int8, values.map { $0.map { .bigEndian(UInt64(bitPattern: $0)) } })
    }

    /// A `text[]`.
    public static func texts(_ values: [String?]) -> Self {
        array(of: .text, values.map { $0.map { Array($0.utf8) } })
    }

    /// A `bytea[]`.
    public static func byteArrays(_ values: [[UInt8]?]) -> Self {
        array(of: .bytea, values)
    }

    /// A `uuid[]`.
    public static func uuids(_ values: [Core?]) -> Self {
        array(of: .uuid, values.map { $0.map { [UInt8](core: $0) } })
    }

    /// An array of one dimension: dimensions, whether there are nulls, the elements' type, their
    /// number, the first index, then each with its length (`array_send` in Postgres' sources).
    private static func array(of type: PostgresType, _ elements: [[UInt8]?]) -> Self {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + elements.reduce(0) { $0 + 4 + ($1?.count ?? 0) })
        bytes.append(bigEndian: elements.isEmpty ? 0 : 1)
        bytes.append(bigEndian: elements.contains { $0 == nil } ? 1 : 0)
        bytes.append(bigEndian: type.number)
        if !elements.isEmpty {
            bytes.append(bigEndian: UInt32(elements.count))
            bytes.append(bigEndian: 1)
        }
        for element in elements {
            bytes.append(bigEndian: element.map { UInt32($0.count) } ?? .max)
            if let element { bytes += element }
        }
        return Self(type.array, bytes)
    }
}
