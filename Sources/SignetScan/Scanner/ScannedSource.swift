/// A file that a scan has kept for those who edit it.
package struct ScannedSource: Sendable {
    /// The bytes of the file as they were on disk.
    package let raw: [UInt8]
    /// The text in them, and what it was read into.
    package let python: PythonSource

    /// Keeps a file; `source` is the text in `raw`.
    init(_ raw: Span<UInt8>, _ source: Span<UInt8>, _ file: PythonFile, _ analysis: SourceAnalysis)
    {
        var bytes: [UInt8] = []
        bytes.append(contentsOf: raw)
        self.raw = bytes
        if !raw.isIdentical(to: source) {
            bytes.removeAll()
            bytes.append(contentsOf: source)
        }
        python = PythonSource(bytes, file, analysis)
    }
}
