/// What a language has read a source into.
package struct SourceReading {
    /// What rules work with.
    package var analysis: SourceAnalysis
    /// The tokens and names of a Python source without errors.
    package var python: PythonFile?

    /// Creates a reading.
    package init(analysis: SourceAnalysis, python: PythonFile? = nil) {
        self.analysis = analysis
        self.python = python
    }
}
