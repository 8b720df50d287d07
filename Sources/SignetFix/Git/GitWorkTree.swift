import SignetScan

/// A working tree of git, asked and changed through the `git` program.
///
/// Git is run with an argument vector, never through a shell, and paths are given as they are:
/// none of their characters has a meaning of its own. Hooks, signatures and the name of the author
/// are those of the user's configuration.
package struct GitWorkTree: Sendable {
    /// The root of the tree, an absolute path.
    package let root: String

    private let environment: [String: String]

    /// How long a question to git may take.
    ///
    /// A commit has no limit: hooks may run tests.
    private static let timeLimit = Duration.seconds(120)

    /// Finds the working tree that holds a directory; `nil` if there is none, and git is not run.
    ///
    /// - Parameters:
    ///   - directory: An absolute path.
    ///   - environment: The variables of this program, which git gets too.
    /// - Throws: What git says against a repository that is there.
    package init?(containing directory: String, environment: [String: String]) throws(GitError) {
        var folder = Array(directory.utf8)
        while folder.count > 1, folder.last == UInt8(ascii: "/") { folder.removeLast() }
        while !GitDirectory.exists(in: folder) {
            guard let slash = folder.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            folder.removeSubrange(slash...)
        }
        let variables = environment.merging(
            ["GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]
        ) { $1 }
        let tree = GitWorkTree(root: directory, variables)
        guard let path = try tree.text(["rev-parse", "--show-toplevel"]) else { return nil }
        self.init(root: path, variables)
    }

    private init(root: String, _ environment: [String: String]) {
        self.root = root
        self.environment = environment
    }

    /// The commit that is checked out; `nil` before the first.
    package func head() throws(GitError) -> String? {
        let run = try run(["rev-parse", "--verify", "--quiet", "HEAD"], timeLimit: Self.timeLimit)
        if run.status == 1 { return nil }
        guard run.status == 0 else { throw GitError("rev-parse", run) }
        return Self.line(run.output)
    }

    /// What differs from the last commit.
    package func status() throws(GitError) -> GitStatus {
        let arguments = ["status", "--porcelain=v2", "-z", "--untracked-files=all"]
        let run = try run(arguments, timeLimit: Self.timeLimit)
        guard run.status == 0 else { throw GitError("status", run) }
        guard let status = GitStatus(parsing: run.output) else {
            throw .unreadable(command: "status")
        }
        return status
    }

    /// Commits the present content of some files and of no others.
    ///
    /// What else is staged stays staged and uncommitted.
    ///
    /// - Parameters:
    ///   - paths: Files that git knows, relative to the root; not empty.
    ///   - message: The message of the commit.
    /// - Returns: The new commit.
    /// - Throws: What git or one of its hooks says against it; then there is no commit.
    package func commit(_ paths: [String], message: String) throws(GitError) -> String {
        // Without paths, git would commit whatever is staged.
        guard !paths.isEmpty, paths.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(0) }) else {
            throw .refused(command: "commit", status: 0, line: "no file was named")
        }
        let arguments = [
            "commit", "--quiet", "--only", "--message", message, "--pathspec-from-file=-",
            "--pathspec-file-nul",
        ]
        let input = paths.flatMap { $0.utf8 + [0 as UInt8] }
        let run = try run(arguments, input: input, timeLimit: nil)
        guard run.status == 0 else { throw GitError("commit", run) }
        guard let commit = try head() else { throw .unreadable(command: "commit") }
        return commit
    }

    /// The first line that a command writes; `nil` if it writes nothing.
    private func text(_ arguments: [String]) throws(GitError) -> String? {
        let run = try run(arguments, timeLimit: Self.timeLimit)
        guard run.status == 0 else { throw GitError(arguments[0], run) }
        return Self.line(run.output)
    }

    private func run(
        _ arguments: [String],
        input: [UInt8] = [],
        timeLimit: Duration?
    ) throws(GitError) -> CommandRun {
        do throws(ProcessError) {
            return try CommandRun(
                ["git", "-C", root] + arguments,
                environment: environment,
                input: input,
                timeLimit: timeLimit
            )
        } catch {
            throw .process(error)
        }
    }

    /// The output without the line feed that ends it; a path may hold others.
    private static func line(_ output: [UInt8]) -> String? {
        guard output.last == UInt8(ascii: "\n"), output.count > 1 else { return nil }
        return String(decoding: output.dropLast(), as: UTF8.self)
    }
}
