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
        var entries: [JournalEntry] = []
        var replacements: [FileReplacement] = []
        for (index, target) in targets.enumerated() {
            let inverse = target.file.inverse
            let path = String(target.path.dropFirst(root.count + 1))
            entries.append(JournalEntry(target.file, result: inverse, at: path, hash))
            replacements.append(
                FileReplacement(
                    path: target.path,
                    temporary: directory.temporary(id, index, beside: target.path),
                    status: target.status,
                    content: inverse.original
                )
            )
        }
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
        guard let (index, error) = Self.replaceAll(replacements) else { return }
        for replacement in replacements[index...] { replacement.discard() }
        do throws(SystemError) {
            for done in (0..<index).reversed() {
                try replacements[done].revert(to: targets[done].file.original)
            }
        } catch {
            throw .interrupted(run: id, error, path: replacements[index].path)
        }
        directory.remove(id)
        throw error
    }

    /// Stages all replacements, or none.
    func stage(_ replacements: [FileReplacement]) throws(JournalError) {
        do throws(FileReplacement.Failure) {
            try FileReplacement.stage(replacements, durability)
        } catch {
            throw .system(error.error, path: error.path)
        }
    }

    /// Puts all new contents in place, up to the first that fails.
    ///
    /// - Returns: Which one failed and why; `nil` if none did.
    static func replaceAll(_ replacements: [FileReplacement]) -> (index: Int, JournalError)? {
        for (index, replacement) in replacements.enumerated() {
            do throws(SystemError) {
                if try replacement.replace() { continue }
                let refusal = FileRefusal(path: replacement.path, cause: .changedSince)
                return (index, .refused([refusal]))
            } catch {
                return (index, .system(error, path: replacement.path))
            }
        }
        return nil
    }

    private static func mint(_ generator: Generator) throws(JournalError) -> AnyID {
        do throws(IDError) { return try generator.mint(.migration) } catch {
            throw .noRunID(error)
        }
    }
}
