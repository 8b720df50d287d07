/// What a function of a database has to do with identifiers.
enum SQLFunction: Sendable {
    /// Makes an identifier.
    case generator(SQLGenerator)
    /// Makes something that identifiers are built from.
    case ingredient(Ingredients)
    /// Turns a value into a text of the same letters, perhaps of another case.
    case text
    /// Turns bytes into hexadecimal digits.
    case hexadecimal
    /// Turns bytes into a text; the second argument says how.
    case encode
    /// Replaces some letters by others.
    case replace
    /// Takes the first or last letters.
    case left, right
    /// Takes letters from the middle.
    case substring
    /// Turns a value into a type: `cast(x as type)`.
    case cast
    /// Turns a value into a type: `convert(type, x)`.
    case convert
    /// Takes a text apart, or looks for what it can be taken apart at; the arguments by number.
    case split(subject: Int, separator: Int)
    /// Counts letters.
    case length
    /// Reads a UUID.
    case parse
    /// Looks at the beginning or the end.
    case affix
    /// Compares with a pattern.
    case pattern
    /// Takes another value where there is none.
    case fallback
    /// Joins texts.
    case concatenate
    /// Joins texts with a separator.
    case join
    /// Fills a template.
    case format

    /// The function with this name in small letters.
    static func named(_ name: String) -> SQLFunction? { table[name] }

    private static let groups: [(SQLFunction, [String])] = [
        (
            .text,
            ["lower", "upper", "trim", "tostring", "bin_to_uuid", "char", "text", "uuid_to_text"]
        ),
        (.hexadecimal, ["hex", "to_hex"]),
        (.encode, ["encode"]),
        (.replace, ["replace"]),
        (.left, ["left"]),
        (.right, ["right"]),
        (.substring, ["substring", "substr", "mid"]),
        (.cast, ["cast", "try_cast", "safe_cast"]),
        (.convert, ["convert", "try_convert"]),
        (
            .split(subject: 0, separator: 1),
            [
                "split_part", "substring_index", "string_to_array", "string_split", "split",
                "regexp_split_to_array", "regexp_split_to_table", "strpos", "instr",
            ]
        ),
        (
            .split(subject: 1, separator: 0),
            [
                "splitbychar", "splitbystring", "charindex", "patindex", "locate",
            ]
        ),
        (
            .length,
            [
                "length", "char_length", "character_length", "len", "octet_length", "lengthutf8",
            ]
        ),
        (
            .parse,
            [
                "uuid_to_bin", "touuid", "touuidornull", "touuidorzero", "is_uuid", "uuid_parse",
                "uuidstringtonum",
            ]
        ),
        (.affix, ["starts_with", "startswith", "endswith", "ends_with"]),
        (.pattern, ["regexp_like", "regexp_matches", "regexp_match", "match", "regexp_replace"]),
        (.fallback, ["coalesce", "ifnull", "isnull", "nvl"]),
        (.concatenate, ["concat"]),
        (.join, ["concat_ws", "array_to_string", "string_agg", "group_concat"]),
        (.format, ["format", "printf", "formatmessage"]),
        (
            .ingredient(.time),
            [
                "now", "getdate", "sysdatetime", "getutcdate", "clock_timestamp", "utc_timestamp",
                "statement_timestamp", "transaction_timestamp", "unix_timestamp", "unixepoch",
                "julianday", "now64", "tounixtimestamp", "unix_millis", "extract", "date_part",
                "timeofday", "sysutcdatetime", "current_timestamp",
            ]
        ),
        (
            .ingredient(.calendar),
            [
                "to_char", "date_format", "strftime", "datetime", "curdate", "formatdatetime",
            ]
        ),
        (
            .ingredient(.counter),
            [
                "nextval", "last_insert_rowid", "last_insert_id", "row_number", "scope_identity",
                "currval", "rownumberinallblocks", "last_value",
            ]
        ),
        (
            .ingredient(.hash),
            [
                "md5", "sha1", "sha", "sha2", "sha256", "sha512", "sha224", "sha384", "digest",
                "hmac",
                "hashtext", "hashtextextended", "checksum", "crc32", "hashbytes", "siphash64",
                "cityhash64", "xxhash64", "murmurhash3_64", "farm_fingerprint", "ora_hash",
            ]
        ),
        (.ingredient(.random), ["random", "rand", "rand32", "rand64", "dbms_random"]),
        (.ingredient(.length), ["count"]),
        (.ingredient(.process), ["pg_backend_pid", "connection_id", "txid_current", "hostname"]),
    ]

    private static let table: [String: SQLFunction] = {
        var table: [String: SQLFunction] = [:]
        for generator in SQLGenerator.all {
            table[generator.symbol.lowercased()] = .generator(generator)
        }
        for (function, names) in groups {
            for name in names { table[name] = function }
        }
        return table
    }()
}
