import SignetScan
import Synchronization

/// The versions of Python that the files of a tree are to run on, by what their projects say.
package final class PythonVersions: Sendable {
    /// The files that say which versions a project takes, in the order in which they are believed.
    private static let files = ["pyproject.toml", "setup.cfg", "setup.py"]
    /// What stands before the version in them.
    private static let keys = ["requires-python", "python_requires", "python =", "python="]

    /// What one folder says.
    private struct Folder {
        /// What the project there takes.
        var required: PythonVersion?
        /// The oldest with which it is tested.
        var tested: PythonVersion?
        /// What its developers work with.
        var chosen: PythonVersion?
    }

    private let declared: PythonVersion?
    private let workingDirectory: String
    private let known = Mutex<[String: Folder]>([:])

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
    ///
    /// What a project says that it takes goes before what it is tested with.
    package func version(of path: String) -> PythonVersion {
        if let declared { return declared }
        var folders: [Folder] = []
        var directory = path
        repeat {
            directory = directory.lastIndex(of: "/").map { String(directory[..<$0]) } ?? ""
            folders.append(folder(directory))
        } while !directory.isEmpty
        return folders.lazy.compactMap(\.required).first
            ?? folders.lazy.compactMap(\.tested).first
            ?? folders.lazy.compactMap(\.chosen).first ?? .fallback
    }

    private func folder(_ directory: String) -> Folder {
        if let folder = known.withLock({ $0[directory] }) { return folder }
        let path = directory.hasPrefix("/") ? directory : "\(workingDirectory)/\(directory)"
        var reader = SourceReader(capacity: 1 << 14)
        var folder = Folder()
        // Only the root of a project, or of the tree, has files of services.
        var isRoot = directory.isEmpty
        for file in Self.files where folder.required == nil {
            guard let text = reader.text(at: "\(path)/\(file)") else { continue }
            isRoot = true
            folder.required = Self.version(in: text)
        }
        if folder.required == nil {
            if isRoot { folder.tested = TestedPythons(folder: path).oldest(&reader) }
            folder.chosen = reader.text(at: "\(path)/.python-version")
                .flatMap { PythonVersion(oldestIn: $0) }
        }
        known.withLock { $0[directory] = folder }
        return folder
    }

    /// The version in the text of such a file.
    private static func version(in text: String) -> PythonVersion? {
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard keys.contains(where: { line.hasPrefix($0) }) else { continue }
            if let version = PythonVersion(oldestIn: line) { return version }
        }
        return nil
    }
}
