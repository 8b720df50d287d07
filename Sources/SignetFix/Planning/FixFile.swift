/// What becomes of one file.
package struct FixFile: Sendable {
    /// The path, relative to the working directory.
    package var path: String
    /// The service of its findings.
    package var service: String?
    /// Its places, by their order in the file.
    package var sites: [FixSite]
    /// The edits of its bytes; `nil` if it stays as it is.
    package var edits: FileEdits?
    /// The check that its edits did not pass; it then stays as it is, whole.
    package var failure: ProofFailure?
    /// The oldest version of Python that is to run it.
    package var version: PythonVersion?

    /// Whether it changes.
    package var isChanged: Bool { edits?.isEmpty == false }

    /// The places that are written up to a level, as indices of `sites`.
    func writtenIndices(at level: FixLevel) -> [Int] {
        var indices: [Int] = []
        // Read in place: a site is too large to copy for a question.
        let sites = sites.span
        for index in sites.indices where sites[index].isWritable(at: level) {
            indices.append(index)
        }
        return indices
    }
}
