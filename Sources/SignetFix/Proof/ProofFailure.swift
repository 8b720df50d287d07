/// Why a file is left alone as a whole: a check that its edits did not pass.
package struct ProofFailure: Error, Sendable, Equatable {
    /// The checks, in the order in which they are made.
    package enum Rung: String, Sendable, CaseIterable {
        /// The edits can be made together, and their places have exact bytes in the file.
        case edits
        /// The tokens outside the edits are what they were, and the new ones are valid.
        case outline
        /// Every name that new code uses is bound where it stands.
        case names
        /// The scanner finds the sites no more, and nothing new.
        case rescan
        /// The inverse edits give back the same bytes.
        case inverse
        /// CPython parses the file, to the same tree outside the edits.
        case interpreter
    }

    /// The check that failed.
    package var rung: Rung
    /// What is wrong, as one clause.
    package var reason: String

    /// Creates a failure.
    package init(_ rung: Rung, _ reason: String) {
        self.rung = rung
        self.reason = reason
    }
}
