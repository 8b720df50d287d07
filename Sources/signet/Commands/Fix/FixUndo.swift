import Signet
import SignetFix

/// Puts back what a run has written.
struct FixUndo {
    private let journal: FixJournal
    private let common: CommonOptions

    init(_ journal: FixJournal, _ common: CommonOptions) {
        self.journal = journal
        self.common = common
    }

    /// Undoes the run of this name, or the last one.
    func run(_ name: String?) throws {
        do throws(JournalError) {
            let id = try name.map { name throws(JournalError) in try Self.id(name) }
            let run = try journal.undo(id)
            let files = run.files.count
            StandardOutput.shared.write(
                "put back \(files) \(files == 1 ? "file" : "files") of \(run.id)\n"
            )
        } catch {
            throw CommandFailure.failed(error.reason)
        }
    }

    /// Says that a run has not come to its end.
    func noteInterrupted() {
        guard let run = journal.unfinished else { return }
        common.note("signet: the run \(run) was interrupted; signet fix --undo puts its files back")
    }

    private static func id(_ name: String) throws(JournalError) -> AnyID {
        guard let id = (try? Catalog.builtIn.parse(name))?.id else { throw .noSuchRun }
        return id
    }
}
