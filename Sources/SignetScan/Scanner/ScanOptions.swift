#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How a scan is done.
package struct ScanOptions: Sendable {
    /// How many threads to use; as many as there are processors online if `nil`.
    package var jobs: Int?
    /// Globs of which a file must match one, relative to the working directory.
    package var includes: [String] = []
    /// Globs of files and directories to leave out, relative to the working directory.
    package var excludes: [String] = []
    /// Whether the globs also hold for files that are named.
    package var excludesNamed = false
    /// Whether ignore files count.
    package var usesIgnoreFiles = true
    /// The absolute path that relative paths start from and findings are relative to.
    package var workingDirectory: String
    /// The home directory, where the user's own ignore file is looked for.
    package var home: String?
    /// The value of `XDG_CONFIG_HOME`.
    package var configurationHome: String?
    /// What the project has declared of its identifiers.
    package var declarations = ScanDeclarations()
    /// The rules that are off or of another severity than their own, by name.
    package var levels: [String: RuleLevel] = [:]
    /// The time it is, in nanoseconds since 1970: suppressions are judged by its day, and files
    /// that have changed only just before are read again although the cache knows them.
    package var now = WallTime.nanoseconds
    /// The directory of the cache; `nil` for a scan without one.
    package var cacheDirectory: String?
    /// Keeps sources for those who edit them, if the rules look for all facts.
    package var store: SourceStore?
    /// Counts the names in all Python files, if somebody wants to know; needs a scan without a cache.
    package var census: NameCensus?
    /// Whether to measure how long each phase takes, which costs some clock readings a file.
    package var measuresPhases = false
    /// Called now and then, from any thread, with the number of files done so far.
    package var progress: (@Sendable (Int) -> Void)?
    /// Asks the scan to stop.
    package var cancellation = CancellationFlag()

    /// Creates options with the working directory and the environment of this process.
    package init() {
        home = Self.environment("HOME")
        configurationHome = Self.environment("XDG_CONFIG_HOME")
        workingDirectory = "/"
        if let path = unsafe getcwd(nil, 0) {
            workingDirectory = unsafe String(cString: path)
            unsafe free(path)
        }
    }

    private static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// The number of threads: what was asked for, else one for each processor that is online.
    package var threadCount: Int {
        if let jobs { return max(1, jobs) }
        return ThreadTeam.processors
    }
}
