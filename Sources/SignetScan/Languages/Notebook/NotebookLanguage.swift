/// The Python in Jupyter notebooks as a language of the scanner.
///
/// Facts stand where their code stands in the `.ipynb` file itself.
package struct NotebookLanguage: SourceLanguage {
    package let name = "python"
    package let extensions = ["ipynb"]

    private let python = PythonLanguage()
    private let word = ByteSearch("uuid")
    private let cell = ByteSearch("\"code\"")

    /// Creates the language.
    package init() {}

    package func claims(firstLine line: Span<UInt8>) -> Bool { false }

    /// Looks for a cell of code; what code holds is known only once its escapes are undone, but no
    /// program writes letters as escapes.
    package func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        if facts.isSubset(of: .uuids), word.firstOffset(in: bytes) == nil { return false }
        return cell.firstOffset(in: bytes) != nil
    }

    package func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
        let reader = NotebookReader(source)
        var analysis = SourceAnalysis()
        if isPython(reader.language) {
            let cells = reader.cells.filter { $0.isCode && isPython($0.language) }
            let code = NotebookSource(cells, source)
            if python.mightMatch(code.text.span, facts) {
                analysis = python.analyze(code.text.span, facts)
                analysis.move(to: code.place)
            }
        }
        if let error = reader.error { analysis.syntaxError = error }
        return analysis
    }

    /// Whether code in `language` is Python; it is where no language is named.
    private func isPython(_ language: String?) -> Bool {
        guard let language else { return true }
        return language.lowercased().hasPrefix("python") || language.lowercased() == "ipython"
    }
}
