/// The kind of identifier that a place suggests, and why.
package struct KindGuess: Sendable, Equatable {
    /// The kind, such as `thread`.
    package var kind: String
    /// What suggests it, as one clause.
    package var reason: String

    /// Words that name a kind by another word than its own.
    private static let synonyms = [
        "request": "req", "message": "msg", "chat": "msg", "execution": "exec",
        "transaction": "tx", "txn": "tx", "conversation": "thread", "jti": "jwt_token",
        "websocket": "ws_conn", "ws": "ws_conn", "connection": "ws_conn", "conn": "ws_conn",
        "sess": "session", "sid": "session", "usr": "user", "checkpoint": "state",
        "evt": "event", "err": "error", "owner": "user", "account": "user",
        "correlation": "req", "trace": "req",
    ]
    /// Words that say that something is identified, or how, but not what.
    private static let plain: Set<String> = [
        "id", "ids", "uuid", "guid", "uid", "key", "identifier", "hex", "str", "string", "new",
        "generate", "create", "make", "get", "gen", "unique", "random", "default", "factory",
        "current",
        "next", "the", "my", "value", "test", "prefix", "suffix", "name", "raw",
    ]

    /// Guesses from the target, else from the literal beginning of a template, else from the
    /// function; `nil` if nothing says what is identified.
    ///
    /// - Parameters:
    ///   - target: What takes the value.
    ///   - template: The text that is built.
    ///   - function: The enclosing function, with its classes.
    ///   - kinds: The kinds of the project; a word that names one of them goes before others.
    package init?(target: String?, template: String?, function: String?, kinds: [String]) {
        if let target, let kind = Self.kind(in: NameWords.of(target), kinds) {
            self.init(kind: kind, reason: "it becomes \(target)")
            return
        }
        let prefix = template.map { String($0.prefix { $0 != "{" }) } ?? ""
        if !prefix.isEmpty, let kind = Self.kind(in: NameWords.of(prefix), kinds) {
            self.init(kind: kind, reason: "its text begins with \(prefix)")
            return
        }
        let name = function?.split(separator: ".").last.map(String.init)
        guard let name, NameMeaning(name).isIdentifier,
            let kind = Self.kind(in: NameWords.of(name), kinds)
        else { return nil }
        self.init(kind: kind, reason: "it is made in \(name)")
    }

    /// A guess that was made before.
    init(kind: String, reason: String) {
        self.kind = kind
        self.reason = reason
    }

    private static func hasOnlyLetters(_ word: String) -> Bool {
        let isPlain = word.utf8.allSatisfy { (0x61...0x7a).contains($0) }
        return isPlain || word.allSatisfy(\.isLetter)
    }

    /// The kind that the words name: a declared one of two words, of one, else the last that says
    /// anything.
    private static func kind(in words: [String], _ kinds: [String]) -> String? {
        let words = words.filter { !plain.contains($0) && hasOnlyLetters($0) }
        guard let last = words.last else { return nil }
        if words.count > 1 {
            let pair = words.suffix(2).joined(separator: "_")
            if kinds.contains(pair) { return pair }
        }
        if kinds.contains(last) { return last }
        if let synonym = synonyms[last] { return synonym }
        return last
    }
}
