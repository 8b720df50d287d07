import SignetScan

/// One file that gets a new content in one step: a file beside it takes its name.
///
/// Whoever opens the file sees the old content or the new one, and so does whoever looks after this
/// program was killed.
struct FileReplacement: Sendable {
    /// The path of the file, links resolved.
    let path: String
    /// Where the new content waits, in the same directory.
    let temporary: String
    /// What the file was like when its content was compared.
    let status: FileStatus
    /// The new content.
    let content: [UInt8]

    /// Writes the new content beside the file.
    ///
    /// What an earlier program that was killed has left under the same name goes.
    func stage() throws(SystemError) {
        SystemFile.remove(temporary)
        try SystemFile.create(temporary, content, like: status)
    }

    /// Puts the new content in the place of the old, if nobody has touched it meanwhile.
    ///
    /// - Returns: Whether nobody has.
    func replace() throws(SystemError) -> Bool {
        guard try FileStatus(path) == status else { return false }
        try SystemFile.rename(temporary, to: path)
        return true
    }

    /// Puts back the content from before a replacement.
    func revert(to original: [UInt8]) throws(SystemError) {
        SystemFile.remove(temporary)
        try SystemFile.create(temporary, original, like: status)
        do throws(SystemError) {
            try SystemFile.rename(temporary, to: path)
        } catch {
            discard()
            throw error
        }
    }

    /// Removes what waits beside the file.
    func discard() { SystemFile.remove(temporary) }
}
