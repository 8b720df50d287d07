import SignetFix

extension FileEdits {
    /// The file `text` behind `head`, in which `«old|new»` is an edit.
    static func marked(_ text: String, behind head: [UInt8] = []) throws -> FileEdits {
        var original = head
        var edits: [SourceEdit] = []
        for (index, part) in text.split(separator: "«", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index > 0 else {
                original += part.utf8
                continue
            }
            let halves = part.split(separator: "»", omittingEmptySubsequences: false)
            let sides = halves[0].split(separator: "|", omittingEmptySubsequences: false)
            let start = original.count
            original += sides[0].utf8
            edits.append(SourceEdit(start..<original.count, Array(sides[1].utf8)))
            original += halves[1].utf8
        }
        return try FileEdits(path: "a.py", original: original, edits: edits)
    }
}
