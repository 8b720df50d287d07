import SignetOutput

/// Why git could not do something.
package enum GitError: Error, Sendable, Hashable {
    /// Git could not be run.
    case process(ProcessError)
    /// Git refused; the first line of what it says, made safe for a terminal.
    case refused(command: String, status: Int32, line: String)
    /// Git said something that is not understood.
    case unreadable(command: String)

    /// What is wrong, as one clause.
    package var reason: String {
        switch self {
        case .process(let error): "git: \(error.reason)"
        case .refused(let command, let status, let line):
            "git \(command) failed with status \(status)" + (line.isEmpty ? "" : ": \(line)")
        case .unreadable(let command): "git \(command) gave an answer that is not understood"
        }
    }

    /// The refusal of a run.
    init(_ command: String, _ run: CommandRun) {
        let text = String(decoding: run.errors, as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        self = .refused(
            command: command,
            status: run.status,
            line: TerminalText.escaped(String(line.prefix(300)))
        )
    }
}
