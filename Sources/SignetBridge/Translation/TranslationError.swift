/// Why a text has no translation.
package struct TranslationError: Error, Hashable, Sendable {
    /// What stands in the way; branch on this.
    package let code: Code

    /// A group of reasons.
    package enum Code: String, Hashable, Sendable {
        /// The text looks like nothing that is known.
        case unreadable
        /// The text is a credential and names nothing.
        case credential
        /// The text is a key of a store: an ID stands in it.
        case key = "store_key"
        /// The seal of the text is not verified.
        case sealed
        /// Neither the text nor the caller says what it names.
        case kindMissing = "kind_missing"
        /// The text names something of another kind than the caller says.
        case wrongKind = "wrong_kind"
    }

    init(_ code: Code) { self.code = code }
}

extension TranslationError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence without a full stop.
    package var description: String {
        switch code {
        case .unreadable:
            "looks like no known family; declare one under bridge.families in signet.yml"
        case .credential: "looks like a credential, which names nothing; it has no translation"
        case .key: "is a key of a store; translate the ID in it"
        case .sealed: "is sealed and not verified; use signet unseal first"
        case .kindMissing: "does not say what it names; say it with --kind"
        case .wrongKind: "names something of another kind"
        }
    }
}
