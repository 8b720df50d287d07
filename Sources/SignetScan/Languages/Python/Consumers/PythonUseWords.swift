/// The words that the analyzer of uses knows before it reads a source.
enum PythonUseWords {
    private static let groups: [(role: PythonUseRole, words: [String])] = [
        (.function, ["def"]),
        (.class, ["class"]),
        (.importing, ["import"]),
        (
            .generator,
            [
                "uuid1", "uuid4", "uuid6", "uuid7", "uuid8", "token_hex", "token_urlsafe",
                "ObjectId", "ULID", "nanoid", "ksuid", "getrandbits",
            ]
        ),
        (
            .uuidType,
            [
                "UUID", "UUID1", "UUID3", "UUID4", "UUID5", "UUID6", "UUID7", "UUID8", "Uuid",
                "GUID", "PG_UUID", "PGUUID", "UUIDType",
            ]
        ),
        (.uuidField, ["UUIDField", "BinaryUUIDField"]),
        (
            .textType,
            ["String", "VARCHAR", "CHAR", "NVARCHAR", "Unicode", "CharField", "FixedCharField"]
        ),
        (.order, ["sorted", "sort", "order_by"]),
        (.mock, ["patch", "setattr"]),
        (.split, ["split", "rsplit", "partition", "rpartition"]),
        (.count, ["count"]),
        (.affix, ["startswith", "endswith", "removeprefix", "removesuffix"]),
        (.transparent, ["lower", "upper", "strip", "lstrip", "rstrip", "casefold"]),
        (.length, ["len"]),
        (.lookup, ["get", "getattr", "pop", "getenv", "setdefault"]),
        (
            .log,
            [
                "debug", "info", "warning", "warn", "error", "exception", "critical", "log",
                "print", "trace", "success", "echo", "secho", "add_note", "add_row",
            ]
        ),
        (.column, ["Column", "mapped_column", "MappedColumn", "column"]),
    ]

    /// The words, for the symbols that every source begins with.
    static var all: [String] { groups.flatMap(\.words) }

    /// The role of each symbol of `symbols`, in which all words must have been seeded.
    static func roles(_ symbols: PythonSymbols) -> ContiguousArray<PythonUseRole> {
        var symbols = symbols
        var roles = ContiguousArray(repeating: PythonUseRole.unknown, count: symbols.count)
        for keyword in 0..<Int(PythonKeyword.reservedCount) { roles[keyword] = .plain }
        for group in groups {
            for word in group.words { roles[Int(symbols.seed(word))] = group.role }
        }
        return roles
    }
}
