/// What a walk keeps and leaves out, the same for all its threads.
package struct WalkRules: Sendable {
    /// The extensions of the wanted files, without their dots.
    package var extensions: [[UInt8]]
    /// The globs of the command line.
    package var filter: PathFilter?
    /// Whether ignore files count.
    package var usesIgnoreFiles: Bool
    /// The user's own ignore file.
    package var userRules: IgnoreRules?
    /// The absolute paths of all roots, each of which is scanned once and as itself, even where it
    /// lies below another; empty when there is one root only.
    package var roots: Set<[UInt8]> = []

    /// Creates rules that keep files with one of `extensions`.
    package init(extensions: [String], usesIgnoreFiles: Bool = true) {
        self.extensions = extensions.map { Array($0.utf8) }
        self.usesIgnoreFiles = usesIgnoreFiles
    }

    /// Whether the walk takes an entry in.
    func takes(
        _ path: Span<UInt8>,
        isHidden: Bool,
        isDirectory: Bool,
        scope: IgnoreScope?
    ) -> Bool {
        let verdict = (filter?.verdict(on: path, isDirectory: isDirectory) ?? .none).otherwise(
            scope?.verdict(on: path, isDirectory: isDirectory, user: userRules) ?? .none
        )
        return switch verdict {
        case .ignore: false
        case .include: true
        case .none: !isHidden
        }
    }
}
