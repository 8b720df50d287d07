/// What a statement answers: its rows, and how many it changed.
///
/// Rows stay in the form in which they came and are read when they are asked for.
public struct PostgresResult: Sendable {
    private let answer: PostgresAnswer

    init(_ answer: PostgresAnswer) {
        self.answer = answer
    }

    /// How many rows `INSERT`, `UPDATE`, `DELETE`, `MERGE` or `SELECT` concerned; else 0.
    public var affected: Int { answer.affected }

    /// The statement's tag, such as `COMMIT`.
    var tag: String { answer.tag }
}

extension PostgresResult: RandomAccessCollection {
    /// The first row's number.
    public var startIndex: Int { 0 }

    /// The number of rows.
    public var endIndex: Int { answer.rows }

    /// A row.
    public subscript(position: Int) -> PostgresRow {
        precondition(indices.contains(position), "the result has no such row")
        return PostgresRow(answer: answer, index: Int32(position))
    }
}
