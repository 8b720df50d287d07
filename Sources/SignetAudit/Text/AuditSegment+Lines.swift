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
        let header = AuditSegmentHeader(tenant: tenant, first: first, predecessor: predecessor)
        header.write(to: &json)
        try body(json.text)
        var reader = AuditSegmentReader(self)
        while let item = try await reader.next(in: store) {
            json.removeAll()
            switch item {
            case .record(let record): record.write(to: &json)
            case .checkpoint(let checkpoint): checkpoint.write(to: &json)
            case .unreadable(let error): throw error
            }
            try body(json.text)
        }
    }
}
