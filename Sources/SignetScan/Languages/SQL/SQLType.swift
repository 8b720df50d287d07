/// The type of a column, as far as identifiers depend on it.
struct SQLType: Equatable {
    /// The type in small letters and without blanks at brackets, such as `varchar(36)`.
    var text: String
    /// How many characters or bytes fit, if that is limited.
    var width: Int?
    /// Whether it is a type for UUIDs.
    var isUUID: Bool
    /// The index of the token after it.
    var end: Int

    /// Words that go on with the name of a type.
    private static let continuations: Set<String> = [
        "varying", "character", "precision", "unsigned", "varchar", "large", "object",
    ]
    /// Types whose number in brackets is a width.
    private static let limited: Set<String> = [
        "char", "varchar", "nvarchar", "nchar", "character", "character varying", "varchar2",
        "nvarchar2", "bpchar", "fixedstring", "binary", "varbinary", "raw", "string", "text",
        "national character", "national character varying", "national varchar", "char varying",
    ]
    private static let uuids: Set<String> = ["uuid", "uniqueidentifier", "guid"]
    /// Types of ClickHouse around another type.
    private static let wrappers: Set<String> = ["nullable", "lowcardinality", "array"]

    private static let others: Set<String> = [
        "bigint", "int", "integer", "smallint", "tinyint", "mediumint", "serial", "bigserial",
        "numeric", "number", "decimal", "bytea", "blob", "clob", "json", "jsonb", "longtext",
        "mediumtext", "tinytext", "citext", "ltree", "int64", "uint64", "boolean", "timestamp",
        "timestamptz", "date", "datetime",
    ]

    /// Whether the name of the type is one that a table's own words are not mistaken for.
    var isCommon: Bool {
        let base = String(text.prefix { $0 != "(" && $0 != "[" && $0 != " " })
        return isUUID || Self.limited.contains(base) || Self.others.contains(base)
    }

    /// Reads the type that begins at `index`; `nil` if there is none.
    init?(at index: Int, in statement: SQLStatement, _ source: Span<UInt8>) {
        guard statement.isName(index), !statement.symbol(index).endsColumnPart else { return nil }
        end = statement.endOfQualifiedName(index)
        var base = Self.word(end - 1, statement, source)
        while statement.kind(end) == .word {
            let word = Self.word(end, statement, source)
            guard Self.continuations.contains(word) else { break }
            base += " " + word
            end += 1
        }
        text = base
        isUUID = Self.uuids.contains(base)
        width = nil
        if statement.symbol(end) == .leftParen, let partner = statement.partner(of: end) {
            readArguments(end + 1..<partner, of: base, statement, source)
            end = partner + 1
        }
        if statement.kind(end) == .word, Self.word(end, statement, source) == "unsigned" {
            text += " unsigned"
            end += 1
        }
        while statement.symbol(end) == .leftBracket, let partner = statement.partner(of: end) {
            text += "[]"
            end = partner + 1
        }
    }

    private mutating func readArguments(
        _ range: Range<Int>,
        of base: String,
        _ statement: SQLStatement,
        _ source: Span<UInt8>
    ) {
        // The values of an enumeration say nothing of identifiers.
        guard range.count <= 6 else { return }
        let texts = range.map {
            statement.isName($0) || statement.kind($0) == .number
                ? Self.word($0, statement, source) : Self.mark($0, statement, source)
        }
        text = "\(base)(\(texts.joined()))"
        if let first = range.first {
            if Self.limited.contains(base) { width = statement.number(first, source) }
            if Self.wrappers.contains(base), let inner = SQLType(at: first, in: statement, source) {
                isUUID = inner.isUUID
                width = inner.width
            }
        }
    }

    private static func word(
        _ index: Int,
        _ statement: SQLStatement,
        _ source: Span<UInt8>
    ) -> String {
        statement.name(index, source).lowercased()
    }

    private static func mark(
        _ index: Int,
        _ statement: SQLStatement,
        _ source: Span<UInt8>
    ) -> String {
        source.text(in: statement.tokens[index].range)
    }
}
