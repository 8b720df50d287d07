/// One row of a ``PostgresResult``.
public struct PostgresRow: Sendable {
    let answer: PostgresAnswer
    let index: Int32

    /// Reads a column.
    ///
    /// - Parameters:
    ///   - column: The column's number, from 0.
    ///   - type: What to read it as. Optionals take `NULL` as nil.
    /// - Returns: The value.
    /// - Throws: ``PostgresError/Code-swift.struct/decoding`` when there is no such column or it is
    ///   of another type.
    public func decode<Value: PostgresDecodable>(
        _ column: Int,
        as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        do throws(PostgresError) {
            return try Value(postgres: field(column))
        } catch {
            throw PostgresError(.decoding, subject: "column \(column)")
        }
    }

    /// Reads a column that holds an array of one dimension.
    ///
    /// - Parameters:
    ///   - column: The column's number, from 0.
    ///   - type: What to read the elements as.
    /// - Returns: The elements.
    /// - Throws: As ``decode(_:as:)``.
    public func decode<Element: PostgresDecodable>(
        _ column: Int,
        asArrayOf type: Element.Type
    ) throws(PostgresError) -> [Element] {
        do throws(PostgresError) {
            guard let elements = try field(column).elements else { throw PostgresError(.decoding) }
            return try elements.map { (element) throws(PostgresError) in
                try Element(postgres: element)
            }
        } catch {
            throw PostgresError(.decoding, subject: "column \(column)")
        }
    }

    private func field(_ column: Int) throws(PostgresError) -> PostgresField {
        guard column >= 0, column < answer.columns else { throw PostgresError(.decoding) }
        return PostgresField(answer, row: index, column: Int32(column))
    }
}
