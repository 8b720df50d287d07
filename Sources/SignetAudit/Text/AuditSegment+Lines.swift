internal import SignetOutput

extension AuditSegment {
    /// Gives the lines of the segment to `body`, as a store of files holds them and a verifier
    /// reads them.
    ///
    /// - Parameters:
    ///   - store: Where the segment is.
    ///   - body: Gets a line without its line feed.
    /// - Throws: What the store says.
    public func visitLines(
        in store: any AuditStore,
        _ body: (String) throws(AuditError) -> Void
    ) async throws(AuditError) {
        var json = JSONWriter(capacity: 1024)
        try await AuditLines.visit(self, in: store) { line throws(AuditError) in
            json.removeAll()
            switch line {
            case .header(let header): header.write(to: &json)
            case .record(let record): record.write(to: &json)
            case .checkpoint(let checkpoint): checkpoint.write(to: &json)
            }
            try body(json.text)
        }
    }
}
