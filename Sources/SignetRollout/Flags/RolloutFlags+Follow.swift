extension RolloutFlags {
    /// Keeps the flags, the metrics and the figures of the store up to date, until its task is
    /// cancelled.
    ///
    /// - Parameters:
    ///   - interval: The time between two rounds; a change of another process takes that long.
    ///   - validators: The validators of this process, whose figures are published.
    ///   - instance: A name of this process of which no other has: 1 to 64 letters, digits, `-`,
    ///     `_` and `.`.
    ///   - onError: Is told when a round fails; the next one tries again.
    public func follow(
        every interval: Duration,
        validators: [FormatValidator],
        instance: String,
        onError: @Sendable (RolloutError) -> Void = { _ in }
    ) async {
        var knownRevision: UInt64?
        repeat {
            do throws(RolloutError) {
                let revision = try await store.revision()
                if revision != knownRevision {
                    try await refresh()
                    knownRevision = revision
                }
                for validator in validators { validator.reportMetrics() }
                try await store.publish(validators.flatMap { $0.tallies() }, of: instance)
            } catch {
                onError(error)
            }
            try? await Task.sleep(for: interval)
        } while !Task.isCancelled
    }

    /// Publishes the figures of this process now, such as before it ends.
    ///
    /// - Throws: What the store says.
    public func publish(
        _ validators: [FormatValidator],
        of instance: String
    ) async throws(RolloutError) {
        try await store.publish(validators.flatMap { $0.tallies() }, of: instance)
    }
}
