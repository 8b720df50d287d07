/// The identifiers of one context, which belong together: those of a thread, its run, its request.
package enum IdentifierFamily {
    private static let members: Set<String> = [
        "thread_id", "run_id", "request_id", "conversation_id", "session_id", "trace_id",
    ]

    /// The name in one spelling if it is that of a member: `runId` is `run_id`.
    package static func member(_ name: String) -> String? {
        guard name.utf8.count <= 16 else { return nil }
        let canonical = NameMeaning(name).canonical
        return members.contains(canonical) ? canonical : nil
    }
}
