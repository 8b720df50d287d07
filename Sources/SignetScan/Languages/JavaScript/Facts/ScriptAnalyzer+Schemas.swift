/// Declarations in models, schemas and columns.
extension ScriptAnalyzer {
    /// Looks at a word that may declare something.
    mutating func readConsumingWord(_ index: Int, _ word: ScriptWord) {
        let isDecorator = outline.op(at: index - 1) == .at
        switch word {
        case .isUUIDDecorator where isDecorator: readDecorator(index)
        case .column, .primaryColumn: if isDecorator { readColumn(index) }
        case .parseUUIDPipe: readRoute(index)
        case .format: readFormat(index)
        case .isUUID, .upperUUID, .uuid, .varchar, .char: readCalledWord(index, word)
        case .orderBy: break
        default: break
        }
    }

    /// The property behind the decorator that ends at `last`, and behind those that follow it.
    private func property(behind last: Int) -> String? {
        var index = last + 1
        let limit = min(index + 64, outline.end)
        while index < limit {
            if outline.op(at: index) == .at {
                index = outline.chainEnd(from: index + 2)
            } else if outline.kind(at: index) == .name || outline.kind(at: index) == .privateName {
                switch outline.text(at: index) {
                case "public", "private", "protected", "readonly", "declare", "static", "override":
                    index += 1
                default: return naming.bare(index)
                }
            } else {
                return outline.kind(at: index) == .string ? outline.text(at: index) : nil
            }
        }
        return nil
    }

    /// The decorator at `index` with its `@` and its arguments.
    private func decorator(_ index: Int) -> Range<Int> {
        let close = outline.op(at: index + 1) == .leftParen ? outline.partner(of: index + 1) : nil
        return index - 1..<(close ?? index) + 1
    }

    private mutating func readDecorator(_ index: Int) {
        let tokens = decorator(index)
        let subject = property(behind: tokens.upperBound - 1)
        consume(.annotation, tokens, subject: subject, detail: "@\(outline.text(at: index))")
    }

    /// Reads `@PrimaryGeneratedColumn("uuid")`: a column, and the database makes its values.
    mutating func readGeneratedColumn(_ index: Int) {
        let tokens = decorator(index)
        guard outline.kind(at: index + 2) == .string, outline.text(at: index + 2) == "uuid" else {
            return
        }
        let subject = property(behind: tokens.upperBound - 1)
        if facts.contains(.consumers) {
            consume(.column, tokens, subject: subject, detail: "uuid")
        }
        addGeneratedColumn(tokens, subject)
    }

    /// Reads `@Column("uuid")`, `@Column({ type: "uuid" })` and `@Column({ length: 36 })`.
    private mutating func readColumn(_ index: Int) {
        let tokens = decorator(index)
        let subject = property(behind: tokens.upperBound - 1)
        var type: String?
        if outline.kind(at: index + 2) == .string { type = outline.text(at: index + 2) }
        var width: Int?
        for key in tokens.dropFirst(2).prefix(64) where outline.op(at: key + 1) == .colon {
            if outline.isWord(.type, at: key), outline.kind(at: key + 2) == .string {
                type = outline.text(at: key + 2)
            }
            if outline.isWord(.length, at: key) { width = number(at: key + 2) }
        }
        addColumn(tokens, subject, type, width)
    }

    /// A number, or a string that is one.
    private func number(at index: Int) -> Int? {
        if outline.kind(at: index) == .string { return Int(outline.text(at: index)) }
        return ScriptNumber.value(index..<index + 1, outline)
    }

    /// Adds a column that holds a UUID, or an identifier in a limited width.
    private mutating func addColumn(
        _ tokens: Range<Int>,
        _ subject: String?,
        _ type: String?,
        _ width: Int?
    ) {
        let isUUID = type?.lowercased() == "uuid"
        let isNamed = subject.map { ScriptTraits($0).contains(.identifier) } ?? false
        guard isUUID || width == 36 || width != nil && isNamed else { return }
        let name = type ?? "varchar"
        let detail = width.map { "\(name)(\($0))" } ?? name
        consume(.column, tokens, subject: subject, detail: detail, width: width)
    }

    /// Reads `DataTypes.UUID` and `DataTypes.STRING(36)` of Sequelize.
    mutating func readColumnType(_ index: Int) {
        let start = outline.chainStart(endingAt: index)
        guard outline.kind(at: start) == .name, start == index - 2 else { return }
        let owner = outline.text(at: start)
        guard ["DataTypes", "Sequelize", "DataType", "types", "Types", "t"].contains(owner) else {
            return
        }
        let type = outline.text(at: index)
        var end = index + 1
        var width: Int?
        if outline.op(at: end) == .leftParen, let close = outline.partner(of: end) {
            width = ScriptNumber.value(end + 1..<close, outline)
            end = close + 1
        }
        addColumn(start..<end, columnName(start), type, width)
    }

    /// The name of the column that a type belongs to: `id: { type: … }` or `id: …`.
    private func columnName(_ start: Int) -> String? {
        guard case .entry(let key) = outline.slot(before: start) else { return nil }
        guard outline.isWord(.type, at: key), let open = outline.opening(around: key) else {
            return outline.text(at: key)
        }
        return naming.name(of: open)?.text
    }

    /// Reads `uuid("id")` and `varchar("id", { length: 36 })` of Drizzle, `isUUID(x)`.
    private mutating func readCalledWord(_ index: Int, _ word: ScriptWord) {
        guard outline.op(at: index + 1) == .leftParen,
            let close = outline.partner(of: index + 1),
            !scopes.parameterLists.contains(index + 1),
            case .imported(_, let module) = resolver.binding(of: outline.symbol(at: index))
        else { return }
        let tokens = index..<close + 1
        if word == .isUUID { return addParse(tokens, endOfFirstArgument(index + 1), "isUUID") }
        guard outline.text(at: module).hasPrefix("drizzle-orm") else { return }
        let isNamed = outline.kind(at: index + 2) == .string
        let subject = isNamed ? outline.text(at: index + 2) : naming.name(of: index)?.text
        var width: Int?
        for key in tokens.prefix(16) where outline.isWord(.length, at: key) {
            width = ScriptNumber.value(key + 2..<key + 3, outline)
        }
        addColumn(tokens, subject, outline.text(at: index), width)
    }

    /// Reads `z.string().uuid()`, `z.uuid()`, `Joi.string().guid()` and `table.uuid("id")`.
    mutating func readSchema(_ index: Int) {
        guard outline.op(at: index + 1) == .leftParen,
            let close = outline.partner(of: index + 1)
        else { return }
        let start = outline.chainStart(endingAt: index)
        let tokens = start..<close + 1
        if outline.kind(at: index + 2) == .string, start == index - 2,
            ["table", "t"].contains(outline.text(at: start))
        {
            return addColumn(tokens, outline.text(at: index + 2), "uuid", nil)
        }
        guard isSchema(start, index) else { return }
        let text = outline.text(in: outline.byteRange(start..<close + 1))
        let detail = text.filter { !$0.isWhitespace }
        consume(.annotation, tokens, subject: naming.name(of: start)?.text, detail: detail)
    }

    /// Whether a chain is one of a schema library: it begins with its name or has `.string()`.
    private func isSchema(_ start: Int, _ index: Int) -> Bool {
        let root = outline.kind(at: start) == .name ? outline.text(at: start) : ""
        if start == index - 2 {
            return ["z", "zod", "v", "t", "s"].contains(root)
                && outline.partner(of: index + 1).map { $0 == index + 2 || !isPlain(index + 2) }
                    == true
        }
        return outline.text(at: start + 2) == "string" || root == "string"
    }

    /// Whether an argument is a string, which no schema library takes here.
    private func isPlain(_ index: Int) -> Bool { outline.kind(at: index) == .string }

    /// Reads `format: "uuid"` and `"format": "uuid"` of JSON Schema.
    mutating func readFormat(_ index: Int) {
        guard outline.op(at: index + 1) == .colon, outline.kind(at: index + 2) == .string,
            outline.text(at: index + 2) == "uuid", let open = outline.opening(around: index)
        else { return }
        consume(
            .schema,
            index..<index + 3,
            subject: naming.name(of: open)?.text,
            detail: "uuid"
        )
    }

    /// Reads `@Param("id", ParseUUIDPipe)`.
    private mutating func readRoute(_ index: Int) {
        guard let open = outline.opening(around: index), outline.op(at: open) == .leftParen,
            !outline.isWord(.import, at: open - 1)
        else { return }
        let isNamed = outline.kind(at: open + 1) == .string
        let subject = isNamed ? outline.text(at: open + 1) : nil
        consume(.route, index..<index + 1, subject: subject, detail: "ParseUUIDPipe")
    }
}
