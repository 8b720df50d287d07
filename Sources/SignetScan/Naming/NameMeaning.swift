/// What the name of a variable, field, parameter or function says of the value behind it.
package struct NameMeaning: Sendable, Equatable {
    /// The words of the name.
    package let words: [String]

    /// Reads a name.
    package init(_ name: String) { words = NameWords.of(name) }

    private static let identifierWords: Set<String> = [
        "id", "ids", "uuid", "guid", "uid", "identifier", "jti", "key", "token",
        "nonce", "trace", "correlation", "traceparent",
    ]
    private static let plainKeys: Set<String> = [
        "sort", "cache", "dict", "foreign", "primary", "group", "partition", "order", "public",
        "column", "field", "json", "map", "lookup", "translation", "i18n", "config", "settings",
        "object", "s3", "storage", "blob", "file", "index", "name", "type", "sorting", "data",
        "attr",
        "public", "private", "encryption", "signing", "ssh", "rsa", "aes", "gpg", "pgp", "host",
    ]
    /// Words beside `token` that say that whoever holds it is let in.
    private static let credentialWords: Set<String> = [
        "session", "auth", "access", "refresh", "reset", "csrf", "xsrf", "api", "bearer", "login",
        "invite", "invitation", "verification", "verify", "confirm", "confirmation", "activation",
        "password", "oauth", "jwt", "secret", "user", "share", "unsubscribe", "magic", "device",
        "registration", "admin", "authentication", "authorization", "security",
    ]
    private static let secretWords: Set<String> = [
        "token", "secret", "nonce", "csrf", "xsrf", "password",
    ]
    /// Words of tokens that say where a reader goes on, or that a call is the same one again.
    private static let openWords: Set<String> = [
        "next", "page", "continuation", "request", "idempotency", "client", "sync", "cancel",
        "cancellation", "resume", "skip", "upload", "count", "max", "min", "num", "input", "output",
    ]
    private static let ownerWords: Set<String> = [
        "user", "owner", "tenant", "account", "customer", "org", "organization", "organisation",
        "workspace", "member", "principal", "actor", "author", "creator",
    ]

    /// Last words that say how an identifier is written down.
    private static let spellings: Set<String> = ["str", "hex", "string", "text", "raw", "item"]

    /// Whether the value identifies something: its last word is `id`, `uuid`, `key` and the like.
    package var isIdentifier: Bool {
        guard let last = words.last else { return false }
        guard Self.identifierWords.contains(last) else {
            let isSpelled = Self.spellings.contains(last) && words.dropLast().last == "id"
            return isSpelled || words.contains("correlation")
        }
        // A token that says where a list goes on is a position.
        if last == "token", words.contains(where: Self.openWords.contains) { return false }
        if last == "key", words.count > 1 {
            return !Self.plainKeys.contains(words[words.count - 2])
        }
        return true
    }

    /// Whether the value is to be kept from others: a token, a nonce, an API key.
    package var isSecret: Bool {
        guard let last = words.last else { return false }
        if words.contains(where: Self.openWords.contains) { return false }
        if last == "token" {
            let isOther =
                words.count > 1 && ["for", "from", "by", "of"].contains(words[words.count - 2])
            return !isOther && words.contains(where: Self.credentialWords.contains)
        }
        if Self.secretWords.contains(last) { return true }
        if last == "key" { return words.contains("api") || words.contains("secret") }
        return last == "state" && words.contains("oauth")
    }

    /// Whether the value says who owns something: `user_id`, `tenant`, `ownerId`.
    package var isOwner: Bool {
        guard let last = words.last else { return false }
        if last == "id" || last == "uuid" || last == "uid" {
            return words.dropLast().last.map(Self.ownerWords.contains) ?? false
        }
        return false
    }

    private static let makingWords: Set<String> = [
        "make", "generate", "gen", "new", "create", "next", "build", "get", "random", "unique",
    ]

    /// What the name is about, whoever makes it: `generate_thread_id` is about `thread_id`.
    package var resource: String {
        let rest = words.drop(while: Self.makingWords.contains)
        return rest.isEmpty ? canonical : rest.joined(separator: "_")
    }

    /// The name in one spelling for all styles: `threadId` and `thread_id` are `thread_id`.
    package var canonical: String { words.joined(separator: "_") }
}
