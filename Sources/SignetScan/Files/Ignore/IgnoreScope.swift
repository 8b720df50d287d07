/// The ignore files that stand in one directory, and through `parent` those of the directories
/// above it.
///
/// A directory without such files has no scope of its own; what stands below it shares the scope
/// of the nearest directory that has. Precedence is that of ripgrep: every `.rgignore` on the way
/// up comes before every `.ignore`, those before every `.gitignore`, then `.git/info/exclude`,
/// then the user's own ignore file; within a kind the nearest directory decides. The rules of Git
/// hold inside a repository only, and stop at its root.
package final class IgnoreScope: Sendable {
    /// The ignore files of one directory.
    package struct Sources: Sendable {
        package var ripgrep: IgnoreRules?
        package var plain: IgnoreRules?
        package var git: IgnoreRules?
        package var exclude: IgnoreRules?
        /// Whether the directory is the root of a repository.
        package var isRepository = false

        package init() {}
    }

    private let parent: IgnoreScope?
    private let sources: Sources
    /// How many bytes of a path belong to this directory and the slash after it.
    private let base: Int
    private let isInRepository: Bool

    /// Creates the scope of the directory whose path has `length` bytes without a slash at the end.
    package init(_ sources: Sources, length: Int, below parent: IgnoreScope?) {
        self.parent = parent
        self.sources = sources
        base = length + 1
        isInRepository = sources.isRepository || parent?.isInRepository == true
    }

    /// What the rules say of an absolute path below this directory.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - isDirectory: Whether it is one.
    ///   - user: The rules of the user's own ignore file.
    /// - Returns: The verdict of the rule that comes first.
    package func verdict(
        on path: Span<UInt8>,
        isDirectory: Bool,
        user: IgnoreRules?
    ) -> IgnoreVerdict {
        var verdicts = Verdicts()
        var git = isInRepository
        var root = base
        var scope: IgnoreScope? = self
        while let current = scope {
            let rest = path.extracting(current.base...)
            let sources = current.sources
            verdicts.ripgrep.settle(sources.ripgrep, rest, isDirectory)
            verdicts.plain.settle(sources.plain, rest, isDirectory)
            if git {
                verdicts.git.settle(sources.git, rest, isDirectory)
                verdicts.exclude.settle(sources.exclude, rest, isDirectory)
                root = current.base
                git = !sources.isRepository
            }
            scope = current.parent
        }
        let settled = verdicts.ripgrep.otherwise(verdicts.plain).otherwise(verdicts.git)
            .otherwise(verdicts.exclude)
        guard settled == .none, isInRepository, let user else { return settled }
        return user.verdict(on: path.extracting(root...), isDirectory: isDirectory)
    }

    /// What each kind of file has said so far.
    private struct Verdicts {
        var ripgrep = IgnoreVerdict.none
        var plain = IgnoreVerdict.none
        var git = IgnoreVerdict.none
        var exclude = IgnoreVerdict.none
    }
}

extension IgnoreVerdict {
    /// Asks `rules`, unless the answer is known already.
    fileprivate mutating func settle(
        _ rules: IgnoreRules?,
        _ path: Span<UInt8>,
        _ isDirectory: Bool
    ) {
        guard self == .none, let rules else { return }
        self = rules.verdict(on: path, isDirectory: isDirectory)
    }
}
