/// What CPython says of the edits of one file.
package enum InterpreterVerdict: Sendable, Hashable {
    /// Both sides compile, and their trees are equal but for what the edits have written.
    case same
    /// The file did not compile before the edits either: it is for another version of Python.
    case originalFaulty(line: Int, error: String)
    /// The file does not compile any more; the line is one of the result.
    case resultFaulty(line: Int, error: String)
    /// A node outside of the edits has changed; the line is one of the original.
    case different(line: Int, node: String)
    /// Nothing is known of the file.
    case notChecked(Reason)

    /// Why a file was not checked.
    package enum Reason: Sendable, Hashable {
        /// No interpreter is left.
        case notAvailable
        /// The interpreter took too long for this file.
        case timeLimit
        /// The interpreter ended on this file, twice.
        case crash
        /// The interpreter gave up: the code is nested too deeply, or too large.
        case beyondLimits
    }

    /// Whether the file must be left alone.
    ///
    /// A file about which the interpreter can say nothing has the other proofs to pass.
    package var isRefusal: Bool {
        switch self {
        case .resultFaulty, .different: true
        case .same, .originalFaulty, .notChecked: false
        }
    }

    /// What was found, as one clause.
    package var reason: String {
        switch self {
        case .same: "its tree differs at the edits only"
        case .originalFaulty(let line, let error):
            "it did not compile before the edits (\(error) in line \(line))"
        case .resultFaulty(let line, let error):
            "it would not compile any more (\(error) in line \(line) of the result)"
        case .different(let line, let node):
            "more than the edits would change (\(node) in line \(line))"
        case .notChecked(.notAvailable): "no Python interpreter is left to check it"
        case .notChecked(.timeLimit): "the Python interpreter took too long for it"
        case .notChecked(.crash): "the Python interpreter crashed on it"
        case .notChecked(.beyondLimits): "it is too large or too deep for the Python interpreter"
        }
    }
}
