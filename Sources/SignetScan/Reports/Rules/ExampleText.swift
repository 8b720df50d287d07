/// The code of an example with its places marked, for the pages of rules.
struct ExampleText {
    /// The lines of the code; below each line with places one with carets.
    let lines: [Line]

    /// A line of an example.
    enum Line: Equatable {
        /// The name of a file, where there are several or the name says the language.
        case path(String)
        /// A line of code.
        case code(String)
        /// Blanks and carets that mark places in the line above.
        case marks(String)
    }

    /// Lays out an example.
    ///
    /// - Parameters:
    ///   - example: The example.
    ///   - showsPaths: Whether to name files of which there is only one.
    init(_ example: RuleExample, showsPaths: Bool) {
        var lines: [Line] = []
        for file in example.files {
            if showsPaths || example.files.count > 1 { lines.append(.path(file.path)) }
            var code = file.code.split(separator: "\n", omittingEmptySubsequences: false)
            if code.last == "" { code.removeLast() }
            for (index, text) in code.enumerated() {
                lines.append(.code(String(text)))
                let columns = example.places
                    .filter { $0.path == file.path && $0.line == index + 1 }.map(\.column)
                if let marks = Self.marks(columns, in: text) { lines.append(.marks(marks)) }
            }
        }
        self.lines = lines
    }

    /// A caret below each column, which counts bytes.
    private static func marks(_ columns: [Int], in text: Substring) -> String? {
        guard let last = columns.max() else { return nil }
        var marks = ""
        var column = 1
        for character in text {
            if column > last { break }
            let isMarked = columns.contains(column)
            marks += isMarked ? "^" : character == "\t" ? "\t" : " "
            column += character.utf8.count
        }
        return marks.contains("^") ? marks : String(repeating: " ", count: last - 1) + "^"
    }
}
