import SignetScan

/// Finds the directory whose journal a run belongs to.
package enum JournalRoot {
    /// The nearest directory, from `directory` upwards, that holds `signet.yml` or is the root of a
    /// repository; `directory` itself if there is none.
    ///
    /// - Parameters:
    ///   - directory: An absolute path.
    ///   - configuration: The absolute path of the configuration in use, whose directory it is then
    ///     if it holds `directory`.
    /// - Returns: An absolute path.
    package static func find(from directory: String, configuration: String? = nil) -> String {
        if let slash = configuration?.lastIndex(of: "/"), let folder = configuration?[..<slash],
            (directory + "/").hasPrefix(folder + "/")
        {
            return folder.isEmpty ? "/" : String(folder)
        }
        var folder = directory[...]
        while !folder.isEmpty {
            if SystemFile.exists(folder + "/signet.yml")
                || GitDirectory.exists(in: Array(folder.utf8))
            {
                return String(folder)
            }
            folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
        }
        return directory
    }
}
