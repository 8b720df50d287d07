package import Signet
import SignetScan

extension FixJournal {
    /// Puts back all files of a run, byte for byte, or none.
    ///
    /// A run that was interrupted is undone in the same way, and so is an undoing that was.
    ///
    /// - Parameter id: The run, in whatever form it was written; the last one that is not undone if
    ///   `nil`.
    /// - Returns: The run as it is then.
    /// - Throws: Why nothing was put back: above all `JournalError.editedSince`, with every file
    ///   that somebody has edited. After `JournalError.interrupted` some files are put back, and
    ///   so they are if a file changes at this very moment, which `JournalError.refused` names; the
    ///   run then can be undone again.
    package func undo(_ id: AnyID? = nil) throws(JournalError) -> FixRun {
        let run = try find(id)
        return try directory.locked { () throws(JournalError) in
            if run.state == .undone { throw .alreadyUndone(run.id) }
            let journal = try directory.journal(of: run.id)
            directory.removeLeftovers(of: run.id)
            let replacements = try restorations(run, journal)
            try directory.mark(run.id, .undoing)
            try stage(replacements)
            if let cut = FileReplacement.replace(replacements) {
                Self.discard(replacements, after: cut)
                guard let cause = cut.error else { throw Self.error(of: cut) }
                throw .interrupted(run: run.id, cause, path: cut.path)
            }
            try directory.mark(run.id, .undone)
            directory.tidy()
            return FixRun(id: run.id, state: .undone, files: run.files)
        }
    }

    private func find(_ id: AnyID?) throws(JournalError) -> FixRun {
        let runs = try directory.all()
        let run =
            if let id { runs.first { $0.id.core == id.core } } else {
                runs.last { $0.state != .undone }
            }
        guard let run else { throw .noSuchRun }
        return run
    }

    /// What has to be written to put a run's files back; the last written file comes first.
    private func restorations(
        _ run: FixRun,
        _ journal: JournalFile
    ) throws(JournalError) -> [FileReplacement] {
        let hash = journal.hash
        var replacements: [FileReplacement] = []
        var edited: [String] = []
        for (index, entry) in journal.entries.enumerated().reversed() {
            let path = "\(root)/\(entry.path)"
            guard let (status, content) = present(path) else {
                edited.append(entry.path)
                continue
            }
            let fingerprint = JournalEntry.Fingerprint(of: content, hash)
            if fingerprint == entry.old { continue }
            guard fingerprint == entry.new else {
                edited.append(entry.path)
                continue
            }
            guard let restored = entry.restored(from: content, hash) else {
                throw .damaged(path)
            }
            replacements.append(
                FileReplacement(
                    path: path,
                    temporary: directory.temporary(run.id, index, beside: path),
                    status: status,
                    content: restored
                )
            )
        }
        guard edited.isEmpty else { throw .editedSince(run: run.id, edited.sorted()) }
        return replacements
    }

    /// A file that is still where the run wrote it: a regular one, and no link on the way.
    ///
    /// The latter keeps a journal from naming files outside of its tree.
    private func present(_ path: String) -> (FileStatus, [UInt8])? {
        guard let resolved = try? SystemFile.resolved(path), resolved == path,
            resolved.hasPrefix(root + "/"), let status = try? FileStatus(path), status.isRegular,
            let content = try? SystemFile.content(of: path)
        else { return nil }
        return (status, content)
    }
}
