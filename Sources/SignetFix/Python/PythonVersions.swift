import SignetScan
import Synchronization

/// The versions of Python that the files of a tree are to run on, by what their projects say.
package final class PythonVersions: Sendable {
    /// The files that say it, in the order in which they are believed.
    private static let files = ["pyproject.toml", "setup.cfg", "setup.py", ".python-version"]
    /// What stands before the version in them.
    private static let keys = ["requires-python", "python_requires", "python =", "python="]

    private let declared: PythonVersion?
    private let workingDirectory: String
    private let known = Mutex<[String: PythonVersion?]>([:])

    /// Creates a look-up.
    ///
    /// - Parameters:
    ///   - declared: The version that the configuration says, which goes before all.
    ///   - workingDirectory: What paths are relative to.
    package init(declared: PythonVersion? = nil, workingDirectory: String) {
        self.declared = declared
        self.workingDirectory = workingDirectory
    }

    /// The oldest version that is to run the file at `path`, relative to the working directory.
    package func version(of path: String) -> PythonVersion {
        if let declared { return declared }
        var directory = path
        while true {
            directory = directory.lastIndex(of: "/").map { String(directory[..<$0]) } ?? ""
            if let version = version(in: directory) { return version }
            if directory.isEmpty { return .fallback }
        }
    }

    private func version(in directory: String) -> PythonVersion? {
        if let version = known.withLock({ $0[directory] }) { return version }
        var reader = SourceReader(capacity: 1 << 14)
        var found: PythonVersion?
        for file in Self.files where found == nil {
            let folder = directory.hasPrefix("/") ? directory : "\(workingDirectory)/\(directory)"
            let path = "\(folder)/\(file)"
            guard let count = try? reader.read(path: Array(path.utf8), followLinks: true) else {
                continue
            }
            let text = String(decoding: reader.buffer[..<count], as: UTF8.self)
            found = Self.version(in: text, isPlain: file == ".python-version")
        }
        known.withLock { $0[directory] = .some(found) }
        return found
    }

    /// The version in the text of such a file.
    static func version(in text: String, isPlain: Bool) -> PythonVersion? {
        if isPlain { return PythonVersion(oldestIn: text) }
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard keys.contains(where: { line.hasPrefix($0) }) else { continue }
            if let version = PythonVersion(oldestIn: line) { return version }
        }
        return nil
    }
}
