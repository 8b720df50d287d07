/// One value of a result, as ``PostgresDecodable`` types read it.
///
/// It keeps the whole result alive, so it is for reading at once, not for keeping.
@safe public struct PostgresField {
    let type: PostgresType
    /// How many bytes the value has; nil is `NULL`.
    public let count: Int?
    private let start: UnsafeRawPointer
    private let result: PostgresAnswer

    init(_ result: PostgresAnswer, row: Int32, column: Int32) {
        self.result = result
        type = result.type(column)
        count = result.isNull(row, column) ? nil : result.length(row, column)
        unsafe start = result.start(row, column)
    }

    /// The bytes in Postgres' binary form; none for `NULL`.
    public var bytes: [UInt8] {
        unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count ?? 0))
    }

    /// The bytes as UTF-8.
    var text: String {
        unsafe String(
            decoding: UnsafeRawBufferPointer(start: start, count: count ?? 0),
            as: UTF8.self
        )
    }

    /// A number of up to eight bytes, the highest first; nil beyond the value's end.
    func bigEndian(at offset: Int, bytes width: Int) -> UInt64? {
        guard let count, offset >= 0, offset + width <= count else { return nil }
        var value: UInt64 = 0
        for index in offset..<offset + width {
            value = unsafe value << 8 | UInt64(start.load(fromByteOffset: index, as: UInt8.self))
        }
        return value
    }

    /// A part of the value as a value of its own.
    private init(_ whole: Self, type: PostgresType, at offset: Int, count: Int?) {
        result = whole.result
        self.type = type
        self.count = count
        unsafe start = whole.start + offset
    }

    /// The elements of an array of at most one dimension; nil where it is none.
    var elements: [PostgresField]? {
        guard let dimensions = bigEndian(at: 0, bytes: 4), dimensions <= 1,
            let number = bigEndian(at: 8, bytes: 4)
        else { return nil }
        if dimensions == 0 { return [] }
        guard let length = bigEndian(at: 12, bytes: 4), let count else { return nil }
        var offset = 20
        var fields: [PostgresField] = []
        fields.reserveCapacity(min(Int(length), count / 4))
        for _ in 0..<length {
            guard let size = bigEndian(at: offset, bytes: 4) else { return nil }
            offset += 4
            let isNull = size == UInt64(UInt32.max)
            let width = isNull ? 0 : Int(size)
            guard offset + width <= count else { return nil }
            fields.append(
                Self(
                    self,
                    type: PostgresType(number: UInt32(number)),
                    at: offset,
                    count: isNull ? nil : width
                )
            )
            offset += width
        }
        return fields
    }
}

/// Stays where it was made.
@available(*, unavailable)
extension PostgresField: Sendable {}
