/// What the names of a source say, each looked at once.
struct ScriptTraits: OptionSet {
    let rawValue: UInt8

    /// Whether the name has been looked at.
    static let known = Self(rawValue: 1 << 0)
    /// It identifies something, one thing and not many.
    static let identifier = Self(rawValue: 1 << 1)
    /// It is kept from others.
    static let secret = Self(rawValue: 1 << 2)
    /// It is the identifier of somebody, or says in two words whose it is.
    static let place = Self(rawValue: 1 << 3)
    /// A function of this name makes identifiers.
    static let minter = Self(rawValue: 1 << 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Looks at a name.
    init(_ name: String) {
        let meaning = NameMeaning(name)
        self = .known
        if meaning.isIdentifier, meaning.words.last != "ids" { insert(.identifier) }
        if meaning.isSecret { insert(.secret) }
        let isQualified =
            meaning.words.count > 1 && Self.plainWords.contains(meaning.words.last ?? "")
        if meaning.isOwner || isQualified { insert(.place) }
        if Self.isMinter(meaning.words) { insert(.minter) }
    }

    private static let plainWords: Set<String> = ["id", "uuid", "guid", "uid"]
    private static let madeWords: Set<String> = ["id", "ids", "uuid", "guid", "uid", "identifier"]
    private static let makingWords: Set<String> = [
        "generate", "gen", "new", "create", "make", "next", "mint", "build", "unique", "random",
        "issue", "produce", "assign",
    ]
    private static let makers: Set<String> = [
        "generator", "factory", "manager", "provider", "minter", "service", "builder",
    ]

    /// Whether the words are those of a function or class that makes identifiers.
    private static func isMinter(_ words: [String]) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        if madeWords.contains(last) {
            return words.count == 1 ? last != "id" && last != "ids" : makingWords.contains(first)
        }
        return makers.contains(last) && words.dropLast().contains(where: madeWords.contains)
    }
}
