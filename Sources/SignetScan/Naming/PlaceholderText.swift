/// Judges whether a constant stands for nobody in particular.
enum PlaceholderText {
    private static let words: Set<String> = [
        "", "unknown", "anonymous", "anon", "system", "default", "none", "null", "nil", "guest",
        "admin", "root", "n/a", "na", "undefined", "unset", "todo", "placeholder", "dummy",
        "nobody", "unauthenticated", "test", "demo", "-", "?", "0", "-1",
        "00000000-0000-0000-0000-000000000000",
    ]
    private static let suffixes: Set<String> = ["user", "owner", "tenant", "account", "id"]

    /// The words that are more than marks and digits, in lower case and in quotes, for a first look
    /// at a source.
    static let quoted: [StaticString] = [
        "\"unknown", "\"anon", "\"system", "\"default", "\"none", "\"null", "\"guest", "\"admin",
        "\"root", "\"n/a", "\"undefined", "\"placeholder", "\"dummy", "\"nobody", "\"user",
        "\"Unknown", "\"Anon", "\"System", "\"Default",
    ]

    /// Whether `text` names nobody: `unknown`, `system`, `default_user`.
    static func isPlaceholder(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let text = text.lowercased()
        if words.contains(text) { return true }
        let parts = NameWords.of(text)
        guard parts.count == 2, let first = parts.first, let last = parts.last else { return false }
        return words.contains(first) && suffixes.contains(last)
            || suffixes.contains(first) && words.contains(last)
    }
}
