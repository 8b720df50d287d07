/// Why a file is no baseline.
package struct BaselineError: Error, Sendable, Equatable {
    /// A group of reasons.
    package enum Code: Sendable {
        /// It does not begin as a baseline does.
        case notOne
        /// A later version of Signet has written it.
        case version
        /// A merge was left unfinished.
        case conflict
        /// A line is no entry.
        case line
    }

    /// What is wrong.
    package let code: Code
    /// The line, from 1.
    package let line: Int

    init(_ code: Code, line: Int) {
        self.code = code
        self.line = line
    }

    /// What is wrong and what to do, as one clause.
    package var reason: String {
        switch code {
        case .notOne: "it is no baseline; write one with signet scan --update-baseline"
        case .version: "its version is not known; a newer signet has written it"
        case .conflict:
            "a merge conflict is left in it; keep the lines of both sides, then use "
                + "--update-baseline"
        case .line: "the line is no entry; restore it, or write the file with --update-baseline"
        }
    }
}
