/// Finds in SQL where identifiers are made, stored and taken apart.
///
/// One pass over each statement. Words that begin a list of columns or values look ahead, but never
/// twice over the same tokens, so time is linear in the source whatever it holds.
struct SQLReader {
    /// Values of a statement that go into something with a name.
    struct Slot {
        /// The tokens of the values.
        var tokens: Range<Int>
        /// What takes them.
        var name: ValueName
    }

    let facts: FactSet
    var analysis = SourceAnalysis()
    var statement = SQLStatement(tokens: [])
    /// The named values of the statement, in order.
    var slots: [Slot] = []
    private var slotIndex = 0
    /// The function or procedure whose body is read.
    var function: String?
    /// Where the name of `function` stands, if the name says that it makes identifiers.
    var minter: Range<Int>?
    /// The functions of this source that make identifiers.
    var minters: Set<String> = []
    /// Lists are known up to here.
    var listedUntil = 0
    /// Sort orders are known up to here.
    var orderedUntil = 0
    /// Compositions are known up to here.
    var composedUntil = 0

    /// Reads all of `source`.
    static func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
        var lexer = SQLLexer(source)
        var reader = SQLReader(facts: facts)
        while let statement = lexer.readStatement(source) { reader.read(statement, source) }
        reader.analysis.directives = lexer.directives
        reader.analysis.syntaxError = lexer.error
        reader.analysis.sort()
        return reader.analysis
    }

    private init(facts: FactSet) { self.facts = facts }

    private mutating func read(_ statement: SQLStatement, _ source: Span<UInt8>) {
        self.statement = statement
        slots.removeAll(keepingCapacity: true)
        (slotIndex, listedUntil, orderedUntil, composedUntil) = (0, 0, 0, 0)
        for index in statement.tokens.indices {
            switch statement.tokens[index].kind {
            case .word, .quotedName: readName(index, source)
            case .string: readText(index, source)
            case .op: readOperator(index, source)
            case .bodyEnd: endFunction()
            case .bodyStart, .number, .parameter: break
            }
        }
    }

    private mutating func readName(_ index: Int, _ source: Span<UInt8>) {
        if statement.tokens[index].symbol != .other { readKeyword(index, source) }
        if statement.symbol(index + 1) == .leftParen { readCall(index, source) }
        let start = statement.startOfQualifiedName(index)
        let isCompared =
            statement.symbol(index + 1).isInequality || statement.symbol(start - 1).isInequality
        if isCompared { readComparison(index, source) }
    }

    private mutating func readKeyword(_ index: Int, _ source: Span<UInt8>) {
        switch statement.tokens[index].symbol {
        case .like, .ilike, .glob: readPrefix(index, source)
        case .create:
            endFunction()
            readDefinition(index, source)
        case .drop, .go, .delimiter: endFunction()
        case .order: readOrder(index, source)
        case _ where index < listedUntil: break
        case .table where isAltered(index): readAlteration(index, source)
        case .into, .insert: readInsertion(index, source)
        case .set: readAssignments(index + 1, source)
        case .declare: readAssignments(index + 1, source)
        default: break
        }
    }

    private mutating func readOperator(_ index: Int, _ source: Span<UInt8>) {
        switch statement.tokens[index].symbol {
        case .concatenate, .plus: readChain(index, source)
        case .cast: readCast(index, source)
        case .assign where index >= listedUntil && statement.isName(index - 1):
            let end = statement.first(from: index + 1) { $0 == .semicolon || $0 == .comma }
            let name = ValueName(statement.name(index - 1, source), .variable)
            addSlot(index + 1..<end, name, source)
            listedUntil = end
        default: break
        }
    }

    /// Whether the word `TABLE` at `index` is that of `ALTER TABLE`.
    private func isAltered(_ index: Int) -> Bool {
        statement.symbol(index - 1) == .alter || statement.symbol(index - 2) == .alter
    }

    /// Notes that the values in `tokens` go into `name`.
    mutating func addSlot(_ tokens: Range<Int>, _ name: ValueName, _ source: Span<UInt8>) {
        guard !tokens.isEmpty, tokens.lowerBound >= slots.last?.tokens.upperBound ?? 0 else {
            return
        }
        let meaning = NameMeaning(name.text)
        if meaning.isOwner { readPlaceholder(tokens, name, source) }
        guard tokens.count > 1 else { return }
        slots.append(Slot(tokens: tokens, name: name))
        if meaning.isIdentifier || meaning.isSecret { readBareValue(tokens, name, source) }
    }

    /// What takes the value at `index`; asked for in the order of the statement.
    mutating func slotName(at index: Int) -> ValueName? {
        while slotIndex < slots.count, slots[slotIndex].tokens.upperBound <= index {
            slotIndex += 1
        }
        guard slotIndex < slots.count, slots[slotIndex].tokens.contains(index) else { return nil }
        return slots[slotIndex].name
    }

    /// Leaves the body of a function.
    mutating func endFunction() {
        function = nil
        minter = nil
    }
}

extension SourceAnalysis {
    /// Puts every list in the order of the source.
    mutating func sort() {
        generations.sort { $0.range.lowerBound < $1.range.lowerBound }
        compositions.sort { $0.range.lowerBound < $1.range.lowerBound }
        cuts.sort { $0.range.lowerBound < $1.range.lowerBound }
        consumptions.sort { $0.range.lowerBound < $1.range.lowerBound }
        placeholders.sort { $0.range.lowerBound < $1.range.lowerBound }
        minters.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
}
