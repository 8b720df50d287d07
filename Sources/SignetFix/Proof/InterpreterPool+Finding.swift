#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension InterpreterPool {
    /// The oldest version whose trees say where a node ends.
    package static let oldestVersion = PythonVersion(3, 8)

    /// Finds an interpreter and starts it.
    ///
    /// - Parameters:
    ///   - program: The interpreter to use, a path or a name; looked for in PATH if `nil`.
    ///   - target: The version that the code is for. That one is taken if it is there, else the next
    ///     later one, else the next earlier one, else whatever `python3` is.
    ///   - count: How many processes to run.
    ///   - environment: The variables of this program.
    /// - Returns: `nil` if there is no interpreter of a version that can be used.
    package static func open(
        _ program: String? = nil,
        target: PythonVersion,
        count: Int,
        environment: [String: String]
    ) -> InterpreterPool? {
        let programs = program.map { [$0] } ?? candidates(target, environment["PATH"] ?? "")
        for program in programs {
            if let pool = InterpreterPool(program, count: count, environment: environment) {
                return pool
            }
        }
        return nil
    }

    /// The interpreters in the directories of `path`, the best one first.
    static func candidates(_ target: PythonVersion, _ path: String) -> [String] {
        let folders = path.split(separator: ":").filter { $0.hasPrefix("/") }
        var found: [(version: PythonVersion, path: String)] = []
        for minor in oldestVersion.minor...30 {
            let version = PythonVersion(3, minor)
            let programs = folders.map { "\($0)/python\(version)" }
            // Whatever cannot run, like a stand-in of a version manager, is tried and passed over.
            for program in programs where isExecutable(program) {
                found.append((version, program))
            }
        }
        let later = found.filter { $0.version >= target }
        let earlier = found.filter { $0.version < target }.reversed()
        let others = folders.map { "\($0)/python3" }.filter(isExecutable)
        return (later + earlier).map(\.path) + others
    }

    private static func isExecutable(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }
}
