/// One step of a schema, from one version to the next.
public struct PostgresMigration: Hashable, Sendable {
    /// The version that the schema has after this step; the first is 1, without gaps.
    public let version: Int
    /// What the step does, in a few words.
    public let name: String
    /// The statements, in order.
    public let statements: [String]

    /// Creates a step.
    ///
    /// A step that has been released is never changed: servers that have taken it would be
    /// different from those that take it later, and are told so.
    ///
    /// - Parameters:
    ///   - version: The version that the schema has afterwards.
    ///   - name: What the step does.
    ///   - statements: The statements, in order, one each.
    public init(version: Int, name: String, statements: [String]) {
        self.version = version
        self.name = name
        self.statements = statements
    }

    /// All statements as they are recorded.
    var text: String { statements.joined(separator: ";\n") }
}
