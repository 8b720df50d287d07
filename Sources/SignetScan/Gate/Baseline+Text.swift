extension Baseline {
    /// The version of the format of the file.
    private static let version = 1
    private static let title = "# signet baseline "
    private static let conflicts = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]

    /// The text of the file: a heading, then a line an entry.
    package var text: String {
        var text = """
            \(Self.title)\(Self.version)
            # Findings that are known and not repaired yet, by path. Written by
            # signet scan --update-baseline; two versions merge to the union of their lines.

            """
        for entry in entries {
            let fields = [
                entry.fingerprint, entry.rule, BaselineField.escaped(entry.path),
                entry.function.map { BaselineField.escaped($0) } ?? "-",
            ]
            text += fields.joined(separator: "  ") + "\n"
        }
        return text
    }

    /// Reads the text of a file.
    ///
    /// - Throws: Which line is wrong and why.
    package init(parsing text: String) throws(BaselineError) {
        var entries: [Entry] = []
        var hasTitle = false
        var number = 0
        for line in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
            number += 1
            let line = Substring(line.last == 0x0d ? line.dropLast() : line)
            if Self.conflicts.contains(where: { line.hasPrefix($0) }) {
                throw BaselineError(.conflict, line: number)
            }
            if line.hasPrefix(Self.title) {
                guard line.dropFirst(Self.title.count) == "\(Self.version)" else {
                    throw BaselineError(.version, line: number)
                }
                hasTitle = true
            }
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let entry = Entry(line: line) else { throw BaselineError(.line, line: number) }
            entries.append(entry)
        }
        guard hasTitle else { throw BaselineError(.notOne, line: 1) }
        self.init(entries)
    }
}

extension Baseline.Entry {
    /// Reads one line; `nil` if it is no entry.
    fileprivate init?(line: Substring) {
        let fields = line.split(separator: " ")
        guard fields.count == 4, fields[0].utf8.count == 16,
            fields[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
            let path = BaselineField.unescaped(fields[2]),
            let function = BaselineField.unescaped(fields[3])
        else { return nil }
        self.init(
            fingerprint: String(fields[0]),
            rule: String(fields[1]),
            path: path,
            function: fields[3] == "-" ? nil : function
        )
    }
}
