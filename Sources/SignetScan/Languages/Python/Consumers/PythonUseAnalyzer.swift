/// Finds how a Python file uses identifiers: which places depend on their look, where a constant
/// or a fresh value stands for one that should be handed on, and which functions make them.
///
/// One pass over the tokens. A name is looked up once in a table by its symbol; only the few that
/// name identifiers, or something that is done to them, are looked at closer. Names are judged by
/// their spelling, because what happens to an identifier mostly happens far from where it is made.
struct PythonUseAnalyzer {
    let outline: PythonOutline
    let facts: FactSet
    /// The role of each symbol of the source, filled in as names are met.
    private var roles: ContiguousArray<PythonUseRole>
    var blocks = PythonBlockStack()
    var analysis = SourceAnalysis()
    /// The functions and classes that may make identifiers, with the bytes of their bodies.
    var minters: [PythonMinterCandidate] = []
    /// The minters that are imported, by the symbol under which they are known.
    var minterImports: [UInt32: (name: String, module: String)] = [:]
    /// By symbol of an alias: the token of the name that it stands for; filled in when asked for.
    var aliases: [UInt32: Int]?
    /// The tokens of `import` before a star.
    var stars: [Int] = []
    /// The token of the `import` in whose statement the current token stands.
    var importToken: Int?
    /// What the current function has generated so far.
    var freshMembers: [PythonFreshMember] = []

    /// Finds all uses in `outline` that `facts` ask for.
    ///
    /// - Parameters:
    ///   - outline: The tokens of the source, numbered from a catalog that holds
    ///     `PythonUseWords.all`.
    ///   - known: What is known of the symbols that every source begins with; see
    ///     `PythonUseWords.roles`.
    ///   - source: The source of the outline.
    ///   - facts: What is wanted.
    init(
        _ outline: PythonOutline,
        roles known: ContiguousArray<PythonUseRole>,
        _ source: Span<UInt8>,
        _ facts: FactSet
    ) {
        self.outline = outline
        self.facts = facts
        roles = known
        roles.reserveCapacity(outline.symbolCount)
        roles += repeatElement(.unknown, count: max(outline.symbolCount - known.count, 0))
        let marked = facts.contains(.consumers) ? PythonMarkedTexts(outline, source).tokens : []
        walk(marked, source)
    }

    private mutating func walk(_ marked: [Int], _ source: Span<UInt8>) {
        let tokens = outline.tokens
        var marks = marked.makeIterator()
        var nextMark = marks.next()
        for index in tokens.indices {
            let token = tokens[index]
            if index == nextMark {
                self.marked(index, source)
                nextMark = marks.next()
            }
            switch token.kind {
            case .name:
                let role = role(at: index, source)
                if role != .plain { name(index, role, source) }
            case .string: string(index, source)
            case .fstringStart:
                if facts.contains(.consumers) { template(ofSQL: index, source) }
            case .indent: blocks.indent()
            case .dedent:
                if let candidate = blocks.dedent() { minters[candidate].end = Int(token.start) }
            case .newline:
                importToken = nil
                blocks.endLine(tokens[index + 1].kind == .indent)
            default: break
            }
        }
    }

    /// What the name at `index` may tell.
    @inline(__always)
    mutating func role(at index: Int, _ source: Span<UInt8>) -> PythonUseRole {
        let symbol = Int(outline.symbol(at: index))
        let role = roles[symbol]
        return role == .unknown ? judge(symbol, outline.tokens[index].range, source) : role
    }

    /// Judges a name that the source has for the first time.
    private mutating func judge(
        _ symbol: Int,
        _ range: Range<Int>,
        _ source: Span<UInt8>
    ) -> PythonUseRole {
        let text = source.extracting(range)
        var role = PythonUseRole.plain
        guard IdentifierSpelling.mayTell(text) else {
            roles[symbol] = role
            return role
        }
        if IdentifierSpelling.isIdentifier(text) || IdentifierSpelling.isMinterFunction(text) {
            role = .identifier
        } else if IdentifierSpelling.isMinterClass(text) {
            role = .minterClass
        }
        roles[symbol] = role
        return role
    }

    /// Gives the alias behind the imported name at `index` the role of what it stands for.
    ///
    /// - Returns: The symbol under which the name is known in the file.
    mutating func markAlias(of index: Int, as role: PythonUseRole) -> UInt32 {
        guard outline.isWord(.as, at: index + 1), outline.isName(at: index + 2) else {
            return outline.symbol(at: index)
        }
        let alias = outline.symbol(at: index + 2)
        roles[Int(alias)] = role
        return alias
    }

    private mutating func name(_ index: Int, _ role: PythonUseRole, _ source: Span<UInt8>) {
        switch role {
        case .identifier, .minterClass: identifier(index, role, source)
        case .function, .class: definition(index, isClass: role == .class, source)
        case .importing:
            importToken = index
            if outline.isOp(.star, at: index + 1) { stars.append(index) }
        case .generator:
            if importToken != nil {
                borrow(imported: index, source)
            } else {
                borrow(attribute: index, source)
            }
            if facts.contains(.consumers) { replaced(index, source) }
            if facts.contains(.isolation), outline.isOp(.leftParen, at: index + 1) {
                fresh(index, source)
            }
        case .uuidType:
            borrow(attribute: index, source)
            if facts.contains(.consumers) { uuidType(index, source) }
        case .uuidField:
            if facts.contains(.consumers) { uuidField(index, source) }
        case .textType:
            if facts.contains(.consumers) { textType(index, source) }
        case .order:
            if facts.contains(.consumers) { order(index, source) }
        case .mock:
            if facts.contains(.consumers) { mock(index, source) }
        default: break
        }
    }

    /// A name that is spelled like that of an identifier, or of what makes them.
    private mutating func identifier(
        _ index: Int,
        _ role: PythonUseRole,
        _ source: Span<UInt8>
    ) {
        if outline.isWord(.def, at: index - 1) || outline.isWord(.class, at: index - 1) { return }
        let isImported = importToken != nil
        if isImported, outline.isWord(.as, at: index - 1) { return }
        if isImported || outline.isOp(.leftParen, at: index + 1) {
            let text = source.extracting(outline.tokens[index].range)
            if isImported, text.equals("uuid") { borrow(imported: index, source) }
            guard role == .minterClass || IdentifierSpelling.isMinterFunction(text) else { return }
            if facts.contains(.minters) { mention(index, isImported: isImported, source) }
            if isImported { return }
            if facts.contains(.isolation) { fresh(index, source) }
            if role == .identifier, facts.contains(.consumers) { consume(index, source) }
        } else if role == .identifier, facts.contains(.consumers) {
            consume(index, source)
        }
    }

    /// Begins the function or class whose keyword stands at `index`.
    private mutating func definition(_ index: Int, isClass: Bool, _ source: Span<UInt8>) {
        guard outline.isName(at: index + 1) else { return }
        var candidate: Int?
        if facts.contains(.minters) {
            candidate = minterCandidate(index + 1, isClass: isClass, source)
        }
        if !isClass, facts.contains(.isolation) { freshMembers.removeAll(keepingCapacity: true) }
        blocks.define(index + 1, isClass: isClass, candidate: candidate)
    }

    /// Adds what was found to what is known of the source.
    ///
    /// - Parameters:
    ///   - result: Holds all that makes values already.
    ///   - source: The source of the outline.
    consuming func finish(_ result: inout SourceAnalysis, _ source: Span<UInt8>) {
        if facts.contains(.minters) {
            let made =
                result.generations.map(\.range.lowerBound)
                + result.compositions.map(\.range.lowerBound)
            borrowStars(source)
            addDefinitions(made.sorted(), source)
        }
        result.consumptions = analysis.consumptions
        result.consumptions.sort { $0.range.lowerBound < $1.range.lowerBound }
        result.placeholders = analysis.placeholders
        result.placeholders.sort { $0.range.lowerBound < $1.range.lowerBound }
        result.familySplits = analysis.familySplits
        result.minters = analysis.minters
    }

    /// The text of the name at `index`.
    func text(_ index: Int, _ source: Span<UInt8>) -> String {
        decoded(outline.tokens[index].range, source)
    }

    /// At most 255 bytes of the source, so that no fact is larger than that.
    func decoded(_ range: Range<Int>, _ source: Span<UInt8>) -> String {
        var range = range
        if range.count > 255 {
            range = range.prefix(255)
            while !range.isEmpty, source[range.upperBound] & 0xC0 == 0x80 {
                range = range.dropLast()
            }
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for index in range { bytes.append(source[index]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The functions and classes around the current token, joined by dots.
    mutating func function(_ source: Span<UInt8>) -> String? {
        if let known = blocks.name { return known.isEmpty ? nil : known }
        var name = ""
        for token in blocks.names where name.utf8.count < 255 {
            if !name.isEmpty { name += "." }
            name += text(token, source)
        }
        blocks.name = name
        return name.isEmpty ? nil : name
    }
}
