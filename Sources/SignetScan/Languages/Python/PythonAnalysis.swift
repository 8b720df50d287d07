/// What is found in one Python file.
package struct PythonAnalysis: Sendable, Equatable {
    /// The sites in the order of the text.
    package var sites: [PythonUUIDSite]
    /// The first lexical error; the rest of the file is analysed in spite of it.
    package var syntaxError: PythonLexicalError?
    /// Where `syntaxError` stands.
    package var syntaxErrorPosition: PythonLineTable.Position?
    /// The number of lines.
    package var lineCount: Int
}
