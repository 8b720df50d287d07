/// What a thread of a scan can take from the queue.
enum ScanJob: Sendable {
    /// A directory to list.
    case directory(DirectoryJob)
    /// Some files of a directory that has too many for one thread.
    case files(FileBatch)
    /// A file that the user named, by the index of its root.
    case file(root: Int)
}
