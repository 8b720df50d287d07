import Signet

extension AuditEvent {
    /// Refuses an event that the log cannot keep as it is.
    ///
    /// - Throws: ``AuditError/Code-swift.struct/invalidEvent``, which says which text is wrong.
    func validate() throws(AuditError) {
        try Self.requireTenant(tenant)
        try Self.require(Self.isName(actor), "an actor has 1 to 256 bytes and no zero byte")
        try Self.require(
            Self.isAction(action),
            "an action is lower-case words joined by dots, such as registry.cross, "
                + "at most 64 bytes"
        )
        try Self.require(
            Self.isWord(outcome.rawValue),
            "an outcome is a lower-case word of at most 64 bytes"
        )
        try Self.require(
            details.count <= Self.maximumDetails,
            "an event has at most \(Self.maximumDetails) details"
        )
        for (name, value) in details {
            try Self.require(
                Self.isWord(name),
                "the name of a detail is a lower-case word of at most 64 bytes"
            )
            try Self.require(
                value.utf8.count <= Self.maximumValueCount,
                "the value of a detail has at most 4096 bytes"
            )
        }
    }

    /// Refuses a text that can be no tenant; what keeps it might cut it at a zero byte.
    ///
    /// - Throws: ``AuditError/Code-swift.struct/invalidEvent``.
    package static func requireTenant(_ text: String) throws(AuditError) {
        try require(isName(text), "a tenant has 1 to 256 bytes and no zero byte")
    }

    /// Whether a text may be a tenant or an actor.
    static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        return !bytes.isEmpty && bytes.count <= maximumNameCount && !bytes.contains(0)
    }

    /// Whether a text is words joined by dots.
    static func isAction(_ text: String) -> Bool {
        guard text.utf8.count <= maximumWordCount else { return false }
        return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { isWord($0) }
    }

    private static func isWord(_ text: String) -> Bool {
        text.utf8.count <= maximumWordCount && isWord(text.utf8[...])
    }

    /// A lower-case letter, then lower-case letters, digits and underscores.
    private static func isWord(_ bytes: Substring.UTF8View) -> Bool {
        guard let first = bytes.first, first &- UInt8(ascii: "a") < 26 else { return false }
        return bytes.allSatisfy { byte in
            byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                || byte == UInt8(ascii: "_")
        }
    }

    private static func require(_ condition: Bool, _ message: String) throws(AuditError) {
        guard condition else { throw AuditError(.invalidEvent, message) }
    }
}
