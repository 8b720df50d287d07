/// Judges by its name whether a function makes identifiers for others.
enum MinterName {
    private static let verbs: Set<String> = [
        "generate", "gen", "make", "create", "new", "next", "mint", "build", "issue", "allocate",
        "random", "unique",
    ]
    private static let nouns: Set<String> = ["id", "ids", "uuid", "guid", "uid", "identifier"]
    private static let agents: Set<String> = [
        "generator", "factory", "provider", "manager", "minter", "maker", "builder",
    ]

    /// Whether a function with this name makes identifiers: `generate_run_id`, `newID`, `uuid_v7`.
    static func isMinter(_ name: String) -> Bool {
        let words = NameWords.of(name)
        guard words.contains(where: nouns.contains) else { return false }
        return words.contains(where: verbs.contains)
    }

    /// Whether a type with this name makes identifiers: `IDGenerator`, `RunIdFactory`.
    static func isMinterType(_ name: String) -> Bool {
        let words = NameWords.of(name)
        return words.last.map(agents.contains) ?? false && words.contains(where: nouns.contains)
    }
}
