/// An operator, or a word with a meaning for the reader of statements.
///
/// Words are symbols whatever they are used as; SQL reserves few of them.
enum SQLSymbol: String, Sendable, CaseIterable {
    /// Any other token.
    case other = ""

    case leftParen = "("
    case rightParen = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case comma = ","
    case semicolon = ";"
    case dot = "."
    case concatenate = "||"
    case plus = "+"
    case cast = "::"
    case assign = ":="
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case greater = ">"
    case lessEqual = "<="
    case greaterEqual = ">="

    case create, alter, table, column, add, modify, change, type, set, data
    case insert, into, values, select, update, from, `where`, returning, union, group, order, by
    case having, limit, offset, on, conflict, `as`, `return`, declare, `default`, `if`, not, exists
    case only, or, replace, function, procedure, trigger, drop, delimiter, go, copy, stdin
    case like, ilike, glob, similar, asc, desc, nulls, and, then, end, null, `for`, epoch, `in`
    case constraint, primary, foreign, unique, check, key, index, exclude, fulltext, spatial
    case period, projection, references, collate, comment, generated, materialized, alias, cluster
    case identity
    case autoIncrement = "auto_increment"
    case autoincrement, codec, ttl, first, after
    case currentTimestamp = "current_timestamp"
    case localtimestamp, sysdate, systimestamp

    private static let words = Dictionary(
        uniqueKeysWithValues: allCases.filter { $0.rawValue.first?.isLetter ?? false }
            .map { ($0.rawValue, $0) }
    )
    private static let longest = words.keys.map(\.utf8.count).max() ?? 0

    /// The symbol of a word, in letters of any case.
    init(word: Span<UInt8>) {
        self = .other
        guard word.count <= Self.longest else { return }
        self = Self.words[word.lowercasedText] ?? .other
    }

    /// Whether the symbol compares two values by size.
    var isInequality: Bool {
        switch self {
        case .less, .greater, .lessEqual, .greaterEqual: true
        default: false
        }
    }

    /// Whether the symbol begins what is no column in the list of a table.
    var beginsConstraint: Bool {
        switch self {
        case .constraint, .primary, .foreign, .unique, .check, .key, .index, .exclude, .like,
            .fulltext, .spatial, .period, .projection:
            true
        default: false
        }
    }

    /// Whether the symbol follows the type or the default of a column.
    var endsColumnPart: Bool {
        switch self {
        case .constraint, .primary, .unique, .check, .key, .references, .collate, .comment,
            .generated, .materialized, .alias, .default, .not, .null, .identity, .autoIncrement,
            .autoincrement, .codec, .ttl, .first, .after, .on, .as:
            true
        default: false
        }
    }

    /// Whether the symbol ends the list after `SELECT` or `SET`.
    var endsList: Bool {
        switch self {
        case .from, .where, .returning, .union, .group, .order, .having, .limit, .on, .semicolon,
            .into, .values:
            true
        default: false
        }
    }
}
