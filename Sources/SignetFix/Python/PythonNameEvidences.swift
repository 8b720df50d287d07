import SignetScan

/// What a file says of its names, each looked for once: it takes a look at all tokens.
final class PythonNameEvidences {
    private let source: PythonSource
    private var known: [String: PythonNameEvidence] = [:]

    /// Knows nothing yet of the names in `source`.
    init(_ source: PythonSource) { self.source = source }

    /// What the file says of a name.
    subscript(name: String) -> PythonNameEvidence {
        if let evidence = known[name] { return evidence }
        let evidence = PythonNameEvidence(of: name, source)
        known[name] = evidence
        return evidence
    }
}
