/// Tells whether a text says that an owner is not known.
package enum OwnerPlaceholder {
    private static let words: Set<String> = [
        "", "unknown", "default", "anonymous", "anon", "system", "test", "guest", "nobody",
        "none", "null", "undefined", "n/a", "default_user", "test_user", "anonymous_user",
        "system_user", "unknown_user", "demo_user",
    ]

    /// Whether `text` stands for nobody, such as `unknown` or `default-user`, in any case.
    package static func contains(_ text: String) -> Bool {
        guard text.utf8.count <= 16 else { return false }
        return words.contains(String(text.lowercased().map { $0 == "-" ? "_" : $0 }))
    }
}
