/// What the module `Signet` calls things.
package enum SwiftLibrary {
    /// The module.
    static let module = "Signet"

    /// By built-in kind: the type of its IDs.
    package static let types = [
        "user": "UserID", "session": "SessionID", "jwt_token": "JWTTokenID", "thread": "ThreadID",
        "run": "RunID", "req": "RequestID", "ws_conn": "WebSocketConnectionID",
        "ws_client": "WebSocketClientID", "event": "EventID", "bypass": "BypassID",
        "error": "ErrorID", "msg": "MessageID", "agent": "AgentID", "exec": "ExecutionID",
        "tool": "ToolID", "state": "StateID", "report": "ReportID", "timing": "TimingID",
        "audit": "AuditID", "tx": "TransactionID", "alert": "AlertID",
        "redis_client": "RedisClientID", "clickhouse_client": "ClickHouseClientID",
        "db_conn": "DatabaseConnectionID", "migration": "MigrationID",
    ]

    /// All names that an import of the module brings with it.
    package static let names = Set(types.values).union([
        "AnyID", "Catalog", "ClassicFields", "Core", "Entropy", "Generator", "ID", "IDError",
        "Kind", "KindDeclaration", "KindTag", "LegacyID", "OwnerName", "OwnerTag",
        "ParsedID", "Slot", "SlotDeclaration", "Slots", "TextForm", "WallClock",
    ])

    /// The expression for a fresh ID of a kind.
    ///
    /// The module's name stands before its types: a file's own `RunID` or the `ID` of an
    /// `Identifiable` type would be meant otherwise.
    static func id(of kind: String) -> String {
        if let type = types[kind] { return "\(module).\(type)()" }
        return "\(module).AnyID(\"\(kind)\", \(module).Core())"
    }

    /// The expression for Foundation's UUID of a fresh ID.
    ///
    /// - Parameters:
    ///   - kind: The kind.
    ///   - callee: How the code spells the type: `UUID`, `Foundation.UUID`, `.init`.
    /// - Returns: The expression.
    static func object(of kind: String, _ callee: String) -> String {
        // A UUID does not hold its kind, so one that has no type needs none.
        let core = types[kind] == nil ? "\(module).Core()" : id(of: kind) + ".core"
        return "\(callee)(uuid: \(core).octets)"
    }

    /// The code for another kind; `nil` if the old one does not show in it.
    static func code(_ code: String, from old: String, to new: String) -> String? {
        guard let place = code.firstRange(of: id(of: old)) else { return nil }
        return "\(code[..<place.lowerBound])\(id(of: new))\(code[place.upperBound...])"
    }
}
