extension AuditLog {
    /// Runs `body` while nobody else of this process extends a tenant's chain.
    ///
    /// When another process does, the body runs again on the new end of the chain.
    ///
    /// - Parameters:
    ///   - tenant: Whose chain it is.
    ///   - body: Gets the end of the chain, and leaves it where it ends then.
    /// - Throws: What the body throws, or the store.
    func withTurn(
        _ tenant: String,
        _ body: (inout AuditHead) async throws(AuditError) -> Void
    ) async throws(AuditError) {
        _ = await enter(tenant, nil)
        var attempts = 0
        while true {
            do throws(AuditError) {
                var head = try await store.head(of: tenant)
                try await body(&head)
                return leave(tenant, head)
            } catch {
                attempts += 1
                guard error.code == .conflict, attempts < Self.attemptLimit else {
                    leave(tenant, nil)
                    throw error
                }
                await pause(attempts)
            }
        }
    }

    /// Waits a little before a chain is tried again that others extend as well: not all of them
    /// are at it in the same moment the next time.
    func pause(_ attempts: Int) async {
        guard attempts > 3 else { return }
        try? await Task.sleep(for: .microseconds(Int.random(in: 100...2000)))
    }
}
