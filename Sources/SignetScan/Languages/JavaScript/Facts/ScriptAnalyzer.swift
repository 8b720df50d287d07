/// Finds the facts of one source in JavaScript or TypeScript.
///
/// One walk over the tokens: at each name the resolver says what it stands for, and the words of
/// the language's library say which fact may stand there. Time is linear in the source: every look
/// around a place goes over a bounded number of tokens.
struct ScriptAnalyzer {
    let outline: ScriptOutline
    let facts: FactSet
    let scopes: ScriptScopes
    let naming: ScriptNaming
    var resolver: ScriptResolver
    var analysis = SourceAnalysis()
    /// The values that may be parts of texts, in the order of the source.
    var values: [ScriptValue] = []
    /// The texts that are built from values, by their first token.
    var texts: [Int: ScriptText] = [:]
    /// The first token of the text that was found last.
    var lastText = -1
    /// What the names say that have been looked at, by symbol.
    var traits: ContiguousArray<ScriptTraits>
    /// The members of a family that the current function has made.
    var freshMembers: [FreshMember] = []
    /// The token up to which names only say what is imported or exported.
    var endOfModuleNames = 0

    /// Prepares the walk.
    init(_ outline: ScriptOutline, _ facts: FactSet, _ catalog: ScriptCatalog) {
        self.outline = outline
        self.facts = facts
        scopes = ScriptScopes(outline)
        naming = ScriptNaming(outline: outline, scopes: scopes)
        let declarations = ScriptDeclarations(outline, scopes, catalog)
        resolver = ScriptResolver(outline, declarations.all, catalog)
        traits = ContiguousArray(repeating: [], count: outline.symbolCount)
    }

    /// Walks through the source.
    mutating func run() {
        for index in outline.tokens.indices {
            resolver.advance(to: index)
            switch outline.tokens[index].kind {
            case .name: readName(index)
            case .string: readString(index)
            case .regex where facts.contains(.consumers): readPattern(index)
            case .templateText where facts.contains(.consumers): readPattern(index)
            case .op where outline.tokens[index].op == .plusPlus:
                if facts.contains(.producers) { readCounter(index) }
            default: break
            }
        }
        finishTexts()
        finishMinters()
        readDatabaseGenerators()
        order()
    }

    /// What the name at `index` says.
    mutating func traits(at index: Int) -> ScriptTraits {
        let symbol = Int(outline.symbol(at: index))
        if traits[symbol].isEmpty {
            traits[symbol] = ScriptTraits(
                outline.bytes.span.extracting(outline.tokens[index].range)
            )
        }
        return traits[symbol]
    }

    /// The function around the token at `index`, with its classes.
    func function(around index: Int) -> String? { scopes.path(around: index, outline) }

    private mutating func readName(_ index: Int) {
        let symbol = outline.symbol(at: index)
        let isMember = outline.op(at: index - 1).isAccess
        if let word = ScriptWord(rawValue: symbol) {
            if isMember {
                readMember(index, word)
            } else {
                readWord(index, word)
            }
        }
        guard index >= endOfModuleNames else { return }
        if !isMember { readReference(index, symbol) }
        if facts.contains(.minters) { readMinter(index) }
        if facts.contains(.consumers) { readCredential(index) }
    }

    /// Looks at a member of something, such as `.split`.
    private mutating func readMember(_ index: Int, _ word: ScriptWord) {
        if word == .length, facts.contains(.producers) { readLength(index) }
        if facts.contains(.consumers) { readConsumingMember(index, word) }
    }

    /// Looks at a word that stands for itself.
    private mutating func readWord(_ index: Int, _ word: ScriptWord) {
        switch word {
        case .import: readImport(index)
        case .export where outline.op(at: index + 1) == .leftBrace:
            endOfModuleNames = outline.partner(of: index + 1) ?? index
        case .primaryGeneratedColumn where outline.op(at: index - 1) == .at:
            readGeneratedColumn(index)
        default: if facts.contains(.consumers) { readConsumingWord(index, word) }
        }
    }

    /// Puts the facts into the order of the source.
    private mutating func order() {
        analysis.generations.sort { $0.range.lowerBound < $1.range.lowerBound }
        analysis.compositions.sort { $0.range.lowerBound < $1.range.lowerBound }
        analysis.cuts.sort { $0.range.lowerBound < $1.range.lowerBound }
        analysis.consumptions.sort { $0.range.lowerBound < $1.range.lowerBound }
        analysis.placeholders.sort { $0.range.lowerBound < $1.range.lowerBound }
        analysis.familySplits.sort { $0.range.lowerBound < $1.range.lowerBound }
        analysis.minters.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
}
