import SignetScan

/// Why a program could not be run, or not to its end.
package enum ProcessError: Error, Sendable, Hashable {
    /// The program is not there or cannot be started; the number is that of `errno`.
    case notStarted(Int32)
    /// The program wrote more than its caller takes.
    case tooMuchOutput
    /// The program took longer than its caller waits, and was ended.
    case timeLimit
    /// A pipe to the program broke; the number is that of `errno`.
    case broken(Int32)

    /// What is wrong, as one clause.
    package var reason: String {
        switch self {
        case .notStarted(2): "it is not installed, or not in PATH"
        case .notStarted(let code): "it cannot be started (error \(code))"
        case .tooMuchOutput: "it wrote more than can be taken in"
        case .timeLimit: "it took too long and was ended"
        case .broken(let code): "the connection to it broke (error \(code))"
        }
    }
}
