/// Tells names of secrets from names of what everybody may know.
package enum CredentialName {
    private static let owners: Set<String> = [
        "session", "user", "account", "connection", "conn", "request", "thread", "run", "tenant",
        "device", "agent", "customer", "owner", "member", "trace", "correlation", "message",
    ]
    private static let otherTokens: Set<String> = [
        "next", "page", "continuation", "cancel", "cancellation", "sync", "cache", "resume",
        "cursor", "client", "prev", "previous", "sentinel", "type", "name", "file", "path",
        "count", "index", "num", "max",
    ]
    private static let secrets: Set<String> = ["token", "secret", "key", "csrf", "nonce"]

    /// Whether `name` is that of what lets its holder in, such as `apiKey` or `token`.
    package static func isCredential(_ name: String) -> Bool {
        let meaning = NameMeaning(name)
        return (meaning.isSecret || meaning.words == ["token"])
            && !meaning.words.contains(where: otherTokens.contains)
    }

    /// Whether `name` is that of an ID that others know: of a session or a user, not of a token.
    package static func isKnownToOthers(_ name: String) -> Bool {
        let meaning = NameMeaning(name)
        return !meaning.isSecret && meaning.words.contains(where: owners.contains)
            && !meaning.words.contains(where: secrets.contains)
    }
}
