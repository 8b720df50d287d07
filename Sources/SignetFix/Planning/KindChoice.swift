import Signet
import SignetScan

/// The kind of identifier that a place makes, and what says so.
///
/// Stricter than the guess of a finding: code is written by it. A name that says nothing but
/// `id` takes its kind from the class around it, and a name whose words do not add up to one kind
/// becomes a kind of its own, never the kind of its last word.
package struct KindChoice: Sendable, Equatable {
    /// The kind, such as `thread`.
    package var kind: String
    /// Whether the catalog has it.
    package var isDeclared: Bool
    /// What says so, as one clause.
    package var reason: String

    /// Words that say that something is identified.
    private static let identifierWords: Set<String> = [
        "id", "ids", "uuid", "uuids", "guid", "uid", "uids", "identifier",
    ]
    /// Last words that say how an identifier is written down.
    private static let spellings: Set<String> = ["str", "hex", "string", "text", "raw"]
    /// Other names of built-in kinds.
    private static let synonyms = [
        "request": "req", "message": "msg", "execution": "exec", "transaction": "tx",
        "txn": "tx", "conversation": "thread", "websocket": "ws_conn", "ws": "ws_conn",
        "ws_connection": "ws_conn", "websocket_connection": "ws_conn", "websocket_conn": "ws_conn",
        "sess": "session", "usr": "user", "evt": "event", "correlation": "req", "tool_call": "tool",
        "agent_execution": "exec", "audit_log": "audit", "audit_event": "audit",
    ]
    /// Words that say which one of its kind is meant.
    private static let qualifiers: Set<String> = [
        "test", "new", "old", "other", "another", "first", "second", "third", "parent", "child",
        "root", "current", "default", "my", "own", "real", "fake", "mock", "dummy", "sample",
        "example", "temp", "tmp", "expected", "actual", "source", "target", "src", "dst",
        "original", "initial", "existing", "missing", "unknown", "nonexistent", "invalid", "valid",
        "random", "unique", "generated", "existent", "inexistent", "notexistent", "last", "next",
        "previous", "prev", "some", "fresh",
        "orig", "the", "a", "an", "this", "that", "given", "unused", "bad", "good", "wrong",
        "different", "same", "non", "primary", "external", "internal", "local", "remote", "global",
        "custom", "object", "raw", "final", "mocked", "unrelated", "admin", "base", "public",
        "reference", "ref", "auto", "make", "generate", "gen", "create", "get", "build", "set",
        "is", "to", "from", "for", "with", "of", "nonexisting", "item", "entity", "record",
        "resource", "value", "instance", "def", "obj", "it", "x", "and", "or",
    ]
    /// Names whose texts have a format that somebody else has laid down (W3C Trace Context,
    /// OpenTelemetry, cloud providers), or that are no kinds of things.
    private static let foreign: Set<String> = [
        "trace", "span", "parent_span", "traceparent", "aws", "client", "app", "device_hardware",
        "process", "pid", "group", "g", "os", "fid", "rid", "pk", "cache", "hash", "content",
        "checksum", "dedup", "deduplication", "idempotency", "etag", "commit", "sha", "token",
        "secret", "password", "key", "auth", "nonce", "csrf", "api", "google", "github", "stripe",
        "slack", "oauth", "provider", "azure", "subscription", "tenant_azure", "entra", "bundle",
    ]
    /// Last words of classes that say what role a class has beside what it stands for.
    private static let roles: Set<String> = [
        "model", "schema", "entity", "record", "orm", "dto", "db", "table", "create", "response",
        "request", "in", "out", "info", "data", "row", "read", "update", "public", "detail",
        "details", "item", "spec", "document", "node", "read", "params", "payload", "input",
        "output", "config", "settings", "state", "factory", "type",
    ]
    /// Words of classes of which no object is meant.
    private static let abstract: Set<String> = [
        "base", "mixin", "abstract", "test", "tests", "testcase", "case", "fake", "mock", "stub",
        "dummy", "manager", "service", "helper", "utils", "meta", "generic", "common", "object",
        "entity", "resource", "uuid", "identifiable", "identified", "id", "timestamped", "storage",
        "store", "repository", "client", "handler", "command", "query", "cls", "kwargs", "args",
        "result", "results", "ret", "res", "obj", "dict", "values", "attrs", "props", "params",
        "body", "payload", "data", "info", "new", "copy", "r", "d", "o", "e", "m", "s", "t", "p",
        "element", "el", "json", "options", "opts", "fields", "doc", "ref", "row",
    ]

    /// Chooses by the name that takes the value, else by the class around it.
    ///
    /// - Parameters:
    ///   - name: What takes the value.
    ///   - owner: The class whose field or own attribute it is, without the classes around it.
    ///   - context: The kinds of the project, and the names that it has declared.
    /// - Throws: Why the name gives no kind.
    init(_ name: ValueName, in owner: String?, _ context: FixContext) throws(FixRefusal) {
        let catalog = context.catalog
        if let kind = context.settings.names[name.text] {
            self.init([kind], catalog, reason: "signet.yml says what \(name.text) is")
            return
        }
        let nothing = FixRefusal(
            "nothing says what it names",
            remedy: "give the value to a name that ends in _id and says of what"
        )
        var words = Self.words(of: name.text)
        if words == ["jti"] {
            self.init(["jwt", "token"], catalog, reason: "a jti names a token (RFC 7519)")
            return
        }
        guard let last = words.last, Self.identifierWords.contains(last) else { throw nothing }
        words.removeLast()
        words.removeAll { Self.identifierWords.contains($0) && $0 != "id" }
        let rest = Self.withoutQualifiers(words)
        if !rest.isEmpty {
            guard !Self.foreign.contains(rest.joined(separator: "_")),
                rest.last.map(Self.foreign.contains) != true
            else { throw FixRefusal("its format may be laid down by others") }
            self.init(rest, catalog, reason: "it becomes \(name.text)")
        } else if let type = Self.type(of: name) ?? owner {
            guard words.isEmpty else { throw nothing }
            var words = Self.withoutQualifiers(Self.words(of: type))
            while words.count > 1, let last = words.last, Self.roles.contains(last) {
                words.removeLast()
            }
            guard !words.isEmpty, words.allSatisfy({ !Self.abstract.contains($0) }) else {
                throw nothing
            }
            self.init(words, catalog, reason: "it is the \(name.text) of \(type)")
        } else {
            throw nothing
        }
        guard kind.utf8.count <= Kind.maximumCount,
            kind.utf8.allSatisfy({ (0x61...0x7a).contains($0) || $0 == 0x5f })
        else { throw nothing }
    }

    private init(_ words: [String], _ catalog: Catalog, reason: String) {
        let joined = words.joined(separator: "_")
        self.reason = reason
        func declared(_ text: String) -> String? {
            let name = Self.synonyms[text] ?? text
            return Kind(name).flatMap { catalog.contains($0) ? name : nil }
        }
        // A user's session is a session: other kinds before the last say whose it is.
        let isOfKinds = words.dropLast().allSatisfy { declared($0) != nil }
        if let name = declared(joined) ?? (isOfKinds ? words.last.flatMap(declared) : nil) {
            kind = name
            isDeclared = true
        } else {
            kind = joined
            isDeclared = false
        }
    }

    /// What the kind is called in names: itself and its synonyms.
    var names: [String] {
        [kind] + Self.synonyms.filter { $0.value == kind }.keys.sorted()
    }

    /// Whether a literal part of a text, such as `run_`, says the same.
    func agrees(with literal: String) -> Bool {
        let own = Set(NameWords.of(kind))
        let names = names.flatMap { NameWords.of($0) }
        return Self.words(of: literal).allSatisfy { word in
            Self.qualifiers.contains(word) || Self.identifierWords.contains(word)
                || own.union(names).contains { $0 == word || word.count > 1 && $0.hasPrefix(word) }
        }
    }

    /// The words of a name without digits, and without how the value is written down.
    private static func words(of name: String) -> [String] {
        var words = NameWords.of(name).map { String($0.filter { !$0.isNumber }) }
        words.removeAll(where: \.isEmpty)
        while words.count > 1, let last = words.last, spellings.contains(last) {
            words.removeLast()
        }
        return words
    }

    private static func withoutQualifiers(_ words: [String]) -> [String] {
        var words = words[...]
        while let first = words.first, qualifiers.contains(first) { words.removeFirst() }
        return Array(words)
    }

    /// The type that a call with the keyword `id` makes.
    private static func type(of name: ValueName) -> String? {
        guard name.role == .keyword, let callee = name.callee,
            callee.utf8.first.map({ (0x41...0x5a).contains($0) }) == true
        else { return nil }
        return callee
    }
}
