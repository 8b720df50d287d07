/// Why a set of IDs is not safe to migrate.
package enum MigrationProblem: String, Sendable, CaseIterable {
    /// The text looks like nothing that is known.
    case unreadable
    /// The text is a credential.
    case credential
    /// Neither the text nor the caller says what it names.
    case kindMissing = "kind_missing"
    /// The text names something of another kind than the caller says.
    case wrongKind = "wrong_kind"
    /// Two different texts would become one ID.
    case merged
    /// The text holds an ID that is not in the set.
    case orphan
    /// Two texts give one resource to different owners.
    case ownerConflict = "owner_conflict"
    /// The text's owner is cut, and several owners of the set begin so.
    case ownerCut = "owner_cut"

    /// What is wrong, behind the text.
    package var sentence: String {
        switch self {
        case .unreadable: "looks like no known family"
        case .credential: "looks like a credential, which names nothing"
        case .kindMissing: "does not say what it names"
        case .wrongKind: "names something of another kind"
        case .merged: "would become the same ID as another text"
        case .orphan: "holds an ID that is not in the set"
        case .ownerConflict: "gives a resource to another owner"
        case .ownerCut: "has a cut owner, and several owners begin so"
        }
    }

    init(_ error: TranslationError) {
        switch error.code {
        case .credential: self = .credential
        case .kindMissing: self = .kindMissing
        case .wrongKind: self = .wrongKind
        case .unreadable, .key, .sealed: self = .unreadable
        }
    }
}

/// A text of a set that keeps it from being migrated.
package struct MigrationOffender: Sendable {
    /// Where a text stands.
    package struct Place: Hashable, Sendable {
        /// Which of the files, from 0.
        package let file: UInt32
        /// The line, from 1.
        package let line: UInt32

        /// Names a place.
        package init(file: Int, line: Int) {
            self.file = UInt32(clamping: file)
            self.line = UInt32(clamping: line)
        }
    }

    /// What is wrong.
    package let problem: MigrationProblem
    /// Where the text stands.
    package let place: Place
    /// The text, at most 255 bytes of it; empty for a credential.
    package let text: String
    /// Where the other text stands, of two that contradict each other.
    package let other: Place?
}
