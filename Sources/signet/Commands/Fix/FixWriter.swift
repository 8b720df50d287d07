import Foundation
import SignetConfiguration
import SignetFix

/// Writes the files of a plan as one run that can be undone.
struct FixWriter {
    /// The journal of the tree.
    let journal: FixJournal
    /// What paths are relative to.
    let workingDirectory: String
    private let common: CommonOptions

    init(_ journal: FixJournal, _ common: CommonOptions, workingDirectory: String) {
        self.journal = journal
        self.common = common
        self.workingDirectory = workingDirectory
    }

    /// Writes all files that change, and says so.
    func write(_ plan: FixPlan) throws {
        guard let run = try write(plan.changed) else {
            return common.note("signet: nothing to write")
        }
        let places = plan.writtenCount
        StandardOutput.shared.write(
            "wrote \(places) \(places == 1 ? "place" : "places") in \(run.files.count) "
                + "\(run.files.count == 1 ? "file" : "files"); signet fix --undo \(run.id) puts "
                + "them back\n"
        )
        let kinds = plan.undeclaredKinds.joined(separator: ", ")
        guard !kinds.isEmpty else { return }
        common.note("signet: not declared yet, to go below kinds in signet.yml: \(kinds)")
    }

    /// Writes some files as one run.
    func write(_ files: [FixFile]) throws -> FixRun? {
        do throws(JournalError) {
            return try journal.write(files.compactMap(\.edits))
        } catch {
            throw CommandFailure.failed(error.reason)
        }
    }
}

extension FixJournal {
    /// The journal of the tree in which the command runs.
    static func here(_ configuration: Configuration) throws -> FixJournal {
        let directory = FileManager.default.currentDirectoryPath
        let file = configuration.file.map {
            URL(filePath: $0, relativeTo: URL(filePath: directory, directoryHint: .isDirectory))
                .path(percentEncoded: false)
        }
        let root = JournalRoot.find(from: directory, configuration: file)
        do throws(JournalError) {
            return try FixJournal(root: root, workingDirectory: directory)
        } catch {
            throw CommandFailure.failed(error.reason)
        }
    }
}
