package import Signet
import SignetScan

extension FixJournal {
    /// Writes all files, or none.
    ///
    /// - Parameters:
    ///   - files: The edits. Files without edits are left out; if all are, there is no run.
    ///   - generator: Makes the ID of the run.
    /// - Returns: The run, or `nil` if there was nothing to write.
    /// - Throws: Why nothing was written. Only after `JournalError.interrupted` some files are.
    package func write(
        _ files: [FileEdits],
        generator: Generator = .shared
    ) throws(JournalError) -> FixRun? {
        if files.allSatisfy(\.isEmpty) { return nil }
        try directory.prepare()
        return try directory.locked { () throws(JournalError) in
            directory.tidy()
            let (targets, refusals) = prepare(files)
            guard refusals.isEmpty else { throw .refused(refusals) }
            return try write(targets, as: try Self.mint(generator))
        }
    }

    private func write(_ targets: [Target], as id: AnyID) throws(JournalError) -> FixRun {
        let seed = UInt64.random(in: 0 ... .max)
        let hash = ContentHash(seed: seed)
        let planned = ThreadTeam.map(targets.count) { index in
            let target = targets[index]
            let inverse = target.file.inverse
            let path = String(target.path.dropFirst(root.count + 1))
            let replacement = FileReplacement(
                path: target.path,
                temporary: directory.temporary(id, index, beside: target.path),
                status: target.status,
                content: inverse.original
            )
            return (JournalEntry(target.file, result: inverse, at: path, hash), replacement)
        }
        let (entries, replacements) = (planned.map(\.0), planned.map(\.1))
        let journal = JournalFile(seed: seed, entries: entries)
        do throws(JournalError) {
            try directory.begin(id, journal)
            try stage(replacements)
        } catch {
            directory.remove(id)
            throw error
        }
        try replace(replacements, targets, id)
        do throws(JournalError) {
            try directory.mark(id, .written)
        } catch {
            // All files are written, but nothing says so: the run counts as cut off.
            guard case .system(let cause, let path) = error else { throw error }
            throw .interrupted(run: id, cause, path: path)
        }
        return FixRun(id: id, state: .written, files: entries.map(\.path))
    }

    /// Puts all new contents in place; on an error, puts those before it back.
    private func replace(
        _ replacements: [FileReplacement],
        _ targets: [Target],
        _ id: AnyID
    ) throws(JournalError) {
        guard let cut = FileReplacement.replace(replacements) else { return }
        Self.discard(replacements, after: cut)
        do throws(SystemError) {
            for done in cut.done.reversed() {
                try replacements[done].revert(to: targets[done].file.original)
            }
        } catch {
            throw .interrupted(run: id, error, path: cut.path)
        }
        directory.remove(id)
        throw Self.error(of: cut)
    }

    /// Stages all replacements, or none.
    func stage(_ replacements: [FileReplacement]) throws(JournalError) {
        do throws(FileReplacement.Failure) {
            try FileReplacement.stage(replacements, durability)
        } catch {
            throw .system(error.error, path: error.path)
        }
    }

    /// Removes the contents that have not been put in place.
    static func discard(_ replacements: [FileReplacement], after cut: FileReplacement.Cut) {
        let done = Set(cut.done)
        for index in replacements.indices where !done.contains(index) {
            replacements[index].discard()
        }
    }

    /// Why a content could not be put in place.
    static func error(of cut: FileReplacement.Cut) -> JournalError {
        if let error = cut.error { return .system(error, path: cut.path) }
        return .refused([FileRefusal(path: cut.path, cause: .changedSince)])
    }

    private static func mint(_ generator: Generator) throws(JournalError) -> AnyID {
        do throws(IDError) { return try generator.mint(.migration) } catch {
            throw .noRunID(error)
        }
    }
}
