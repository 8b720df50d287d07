/// Python as a language of the scanner.
package struct PythonLanguage: SourceLanguage {
    package let name = "python"
    package let extensions = ["py", "pyi", "pyw"]

    /// What every file with a UUID holds.
    private let word = ByteSearch("uuid")
    private let names = PythonNamePrefilter()

    /// Creates the language.
    package init() {}

    package func claims(firstLine line: Span<UInt8>) -> Bool {
        line.starts(with: [0x23, 0x21].span) && ByteSearch("python").firstOffset(in: line) != nil
    }

    /// Looks for the letters at full speed, and only where they are for the word.
    package func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        guard facts == .uuids else { return names.mightMatch(bytes) }
        guard let offset = word.firstOffset(in: bytes) else { return false }
        return PythonPrefilter.mightMatch(bytes.extracting(max(0, offset - 1)...))
    }

    package func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
        read(source, facts).analysis
    }

    package func read(_ source: Span<UInt8>, _ facts: FactSet) -> SourceReading {
        PythonAnalyzer.read(source, facts)
    }
}
