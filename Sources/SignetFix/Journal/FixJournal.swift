package import Signet
import SignetScan

/// Writes many files as one run that can be undone.
///
/// Each file is old or new at every instant, whatever ends this program: the new content is written
/// beside it and takes its name in one step. All of it is written before the first name changes, so
/// a full disk is found while nothing is lost, and before all of that the journal is on the disk,
/// which says how to put every file back. What the journal holds is in `docs/decisions/0012`.
///
/// A link is followed and stays; owner, group and mode stay as far as the user may keep them.
package struct FixJournal: Sendable {
    /// The directory whose journal this is, links resolved; no file outside is written.
    package let root: String

    let directory: JournalDirectory
    let durability: Durability
    private let workingDirectory: String

    /// Opens the journal of a directory; nothing is touched.
    ///
    /// - Parameters:
    ///   - root: The directory, as `JournalRoot` finds it.
    ///   - workingDirectory: What the paths of files are relative to, an absolute path.
    ///   - durability: What writing and undoing survive.
    /// - Throws: What the operating system says against the directory.
    package init(
        root: String,
        workingDirectory: String,
        durability: Durability = .kill
    ) throws(JournalError) {
        let resolved = try JournalDirectory.check(root) { () throws(SystemError) in
            try SystemFile.resolved(root)
        }
        self.root = resolved == "/" ? "" : resolved
        self.workingDirectory = workingDirectory
        self.durability = durability
        directory = JournalDirectory(root: self.root)
    }

    /// All runs that are known, oldest first.
    package func runs() throws(JournalError) -> [FixRun] { try directory.all() }

    /// The last run that did not come to its end, if there is one.
    package var unfinished: AnyID? { directory.unfinished }

    /// Why files of a run could not be written, before anything is touched.
    package func refusals(of files: [FileEdits]) -> [FileRefusal] { prepare(files).refusals }

    /// What a file becomes: where it is, and what the journal keeps of it.
    struct Target {
        let file: FileEdits
        let path: String
        let status: FileStatus
    }

    /// Finds the files, and says which ones cannot be replaced.
    func prepare(_ files: [FileEdits]) -> (targets: [Target], refusals: [FileRefusal]) {
        let changed = files.filter { !$0.isEmpty }
        let found = ThreadTeam.map(changed.count, state: SourceReader(capacity: 1 << 16)) {
            index,
            reader -> Result<Target, FileRefusal> in
            do throws(FileRefusal) {
                return .success(try target(of: changed[index], &reader))
            } catch {
                return .failure(error)
            }
        }
        var targets: [Target] = []
        var refusals: [FileRefusal] = []
        var seen: Set<String> = []
        for (file, result) in zip(changed, found) {
            do throws(FileRefusal) {
                let target = try result.get()
                guard seen.insert(target.path).inserted else {
                    throw FileRefusal(path: file.path, cause: .twice)
                }
                targets.append(target)
            } catch {
                refusals.append(error)
            }
        }
        return (targets, refusals)
    }

    private func target(
        of file: FileEdits,
        _ reader: inout SourceReader
    ) throws(FileRefusal) -> Target {
        func refuse(_ cause: FileRefusal.Cause) -> FileRefusal {
            FileRefusal(path: file.path, cause: cause)
        }
        let full = file.path.hasPrefix("/") ? file.path : "\(workingDirectory)/\(file.path)"
        let path: String
        let status: FileStatus
        do throws(SystemError) {
            path = try SystemFile.resolved(full)
            status = try FileStatus(path)
        } catch {
            throw refuse(.system(error))
        }
        guard path.hasPrefix(root + "/") else { throw refuse(.outside) }
        guard status.isRegular else { throw refuse(.notRegular) }
        guard status.links == 1 else { throw refuse(.hardLinked) }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        guard !status.isWriteProtected, SystemFile.isWritable(path),
            SystemFile.isWritable(folder.isEmpty ? "/" : folder)
        else { throw refuse(.readOnly) }
        guard SystemFile.holds(file.original, at: path, &reader) else {
            throw refuse(.changedSince)
        }
        return Target(file: file, path: path, status: status)
    }
}
