package import Signet
package import SignetScan

/// Why a run did not write, or was not undone.
///
/// Unless the description says otherwise, every file is as it was.
package enum JournalError: Error, Sendable, Equatable {
    /// These files cannot be replaced; nothing was touched.
    case refused([FileRefusal])
    /// Another program writes or undoes a run of this tree at this moment.
    case busy(directory: String)
    /// The directory of the journal cannot be used: it is a link, or belongs to somebody else.
    case unsafeDirectory(String)
    /// The operating system refused something.
    case system(SystemError, path: String)
    /// Writing failed, and so did putting back what had been written; the run can be undone.
    case interrupted(run: AnyID, SystemError, path: String)
    /// There is no run to undo, or none of that name.
    case noSuchRun
    /// The run is undone already.
    case alreadyUndone(AnyID)
    /// The journal of a run is damaged, or was written by a later version.
    case damaged(String)
    /// Files have been edited since the run wrote them; nothing was touched.
    case editedSince(run: AnyID, [String])
    /// No ID for the run could be made.
    case noRunID(IDError)

    /// What is wrong and what to do, as one clause; paths are as they are, so escape the text.
    package var reason: String {
        switch self {
        case .refused(let files):
            files.map { "\($0.path): \($0.cause.reason)" }.joined(separator: "\n")
        case .busy(let directory): "\(directory): another run writes at this moment; wait for it"
        case .unsafeDirectory(let path):
            "\(path): it is a link, others can write to it, or it belongs to somebody else; remove it"
        case .system(let error, let path): "\(path): \(error.writingReason)"
        case .interrupted(let run, let error, let path):
            "\(path): \(error.writingReason); some files are written, signet fix --undo \(run) "
                + "puts them back"
        case .noSuchRun: "there is no such run to undo"
        case .alreadyUndone(let run): "\(run) is undone already"
        case .damaged(let path):
            "\(path): the journal is damaged or of a later version; restore the files another way"
        case .editedSince(_, let paths):
            paths.map { "\($0): edited since; nothing was put back" }.joined(separator: "\n")
        case .noRunID(let error): "no ID for the run: \(error)"
        }
    }
}
