/// The words of names that say something of identifiers beside what they name.
enum KindWords {
    /// Words that say that something is identified.
    static let identifiers: Set<String> = [
        "id", "ids", "uuid", "uuids", "guid", "uid", "uids", "identifier",
    ]
    /// Last words that say how an identifier is written down.
    static let spellings: Set<String> = ["str", "hex", "string", "text", "raw"]
    /// Other names of built-in kinds.
    static let synonyms = [
        "request": "req", "message": "msg", "execution": "exec", "transaction": "tx",
        "txn": "tx", "conversation": "thread", "conv": "thread", "websocket": "ws_conn",
        "ws": "ws_conn",
        "ws_connection": "ws_conn", "websocket_connection": "ws_conn", "websocket_conn": "ws_conn",
        "sess": "session", "usr": "user", "evt": "event", "correlation": "req", "tool_call": "tool",
        "agent_execution": "exec", "audit_log": "audit", "audit_event": "audit",
    ]
    /// Words that say which one of its kind is meant.
    static let qualifiers: Set<String> = [
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
        "resource", "value", "instance", "def", "obj", "it", "x", "and", "or", "dest",
        "destination",
        "private", "shared", "standalone", "os", "permitted", "allowed", "forbidden", "input",
        "output",
        "resolve",
        "ensure", "fetch", "mint", "allocate", "assign", "compute", "derive", "load", "find",
    ]
    /// Names whose texts have a format that somebody else has laid down (W3C Trace Context,
    /// OpenTelemetry, cloud providers), or that are no kinds of things.
    static let foreign: Set<String> = [
        "trace", "span", "parent_span", "traceparent", "aws", "client", "app", "device_hardware",
        "process", "pid", "group", "g", "os", "fid", "rid", "pk", "cache", "hash", "content",
        "checksum", "dedup", "deduplication", "idempotency", "etag", "commit", "sha", "token",
        "secret", "password", "key", "auth", "nonce", "csrf", "api", "google", "github", "stripe",
        "slack", "oauth", "dispatch", "div", "dom", "html", "oidc", "saml", "idp", "sso", "ldap",
        "provider", "azure", "subscription",
        "tenant_azure", "entra", "bundle",
    ]
    /// Words that make a thing of their own with `test` before them.
    static let tested: Set<String> = ["case", "suite", "plan", "set", "step", "result"]
    /// Last words that name no thing, so that only a declaration makes a kind of them.
    static let empty: Set<String> = [
        "name", "type", "kind", "none", "null", "true", "false", "mode", "level", "text", "string",
        "number", "count", "size", "time", "date", "version", "status", "state", "value", "data",
        "key", "path", "url", "self", "default", "source", "target", "start", "end", "parent",
        "child", "sender", "receiver", "cls", "obj", "entity", "object", "item", "label", "owner",
        "stable", "short", "long", "anonymous", "active", "main", "fallback", "permanent",
        "temporary", "persistent", "about", "activate", "confirm", "insert", "parse", "normalize",
        "reload", "register", "rerank", "elicit", "legacy", "outsider", "superuser", "stranger",
        "attacker", "victim", "viewer", "editor", "author", "follower", "guest", "expr", "upnp",
        "hidden",
        "requester", "creator", "caller", "assignee",
        "reviewer", "approver", "initiator", "result", "return", "attributes", "root", "leaf",
        "head", "tail",
    ]
    /// Last words of three letters that are no abbreviations.
    static let short: Set<String> = [
        "job", "bot", "tag", "map", "box", "log", "doc", "org", "car", "tab", "bug", "pod", "lab",
        "bid", "pet", "app", "art", "run", "set",
    ]
    /// Words between others that make an order or a description of a name.
    static let joints: Set<String> = [
        "with", "without", "no", "not", "by", "for", "of", "from", "to", "and", "or", "in",
    ]
    /// Last words that say what has happened, or was done, beside those in `-ed`.
    static let past: Set<String> = ["sent", "done", "made", "lost", "paid", "held", "begun"]
    /// Last words of classes that say how a thing is kept, or that belong to its own name.
    static let roles: Set<String> = [
        "model", "schema", "entity", "record", "orm", "dto", "db", "table", "row", "create",
        "update", "read", "request", "response", "configuration", "config", "settings", "result",
        "public", "info", "detail", "details", "in", "out", "summary",
    ]
    /// Last words of classes of a thing that is kept: `OrderModel` is a class of orders.
    static let kept = [
        "model", "schema", "entity", "record", "orm", "dto", "db", "table", "row", "info", "data",
    ]
    /// Modules whose name says nothing of their classes.
    static let generic: Set<String> = [
        "models", "schemas", "types", "entities", "utils", "helpers", "objects", "tables", "tests",
        "classes", "resources", "records", "definitions", "fixtures", "factories", "structs",
        "components", "elements", "items", "aggregates", "dataclasses", "primitives", "contracts",
        "domains", "tools", "services", "responses", "requests", "params", "commands", "views",
    ]
    /// Words of classes whose objects stand in for those of others.
    static let doubles: Set<String> = ["namespace", "mock", "stub", "fake", "dummy"]
    /// Words of classes of which no object is meant.
    static let abstract: Set<String> = [
        "base", "mixin", "abstract", "test", "tests", "testcase", "case", "fake", "mock", "stub",
        "dummy", "manager", "service", "helper", "utils", "meta", "generic", "common", "object",
        "entity", "resource", "uuid", "identifiable", "identified", "id", "timestamped", "storage",
        "store", "repository", "client", "handler", "command", "query", "cls", "kwargs", "args",
        "result", "results", "ret", "res", "obj", "dict", "values", "attrs", "props", "params",
        "body", "payload", "data", "info", "new", "copy", "r", "d", "o", "e", "m", "s", "t", "p",
        "element", "el", "json", "options", "opts", "fields", "doc", "ref", "row", "simple",
        "namespace", "headers", "header", "metadata", "envelope", "state", "status", "attributes",
        "config", "context", "entry", "type", "magic",
        "tuple", "exception", "exceptions",
    ]
}
