package import Signet

/// A run that has written files, as its journal knows it.
package struct FixRun: Sendable, Hashable {
    /// How far a run has come.
    package enum State: String, Sendable, Hashable {
        /// It did not come to its end: each of its files is old or new.
        case interrupted
        /// All its files are written.
        case written
        /// Undoing it did not come to its end: each of its files is old or new.
        case undoing
        /// All its files are as they were before.
        case undone

        /// Its journal cannot be read.
        case damaged

        /// Whether nothing is left to be done.
        package var isFinished: Bool { self == .written || self == .undone }
    }

    /// The ID of the run, of the kind `migration`.
    package let id: AnyID
    /// How far it has come.
    package let state: State
    /// The paths of its files below the root, links resolved, in the order of writing.
    package let files: [String]

    /// When it began, in Unix milliseconds.
    package var time: UInt64? { id.core.time }
}
