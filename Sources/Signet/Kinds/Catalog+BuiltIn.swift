extension Catalog.Index {
    /// The index of the built-in kinds.
    static let builtIn: Catalog.Index = {
        do throws(IDError) {
            return try Catalog.Index(validating: builtInDeclarations())
        } catch {
            preconditionFailure("The built-in kinds contradict each other: \(error.code.name)")
        }
    }()

    private static func builtInDeclarations() throws(IDError) -> [KindDeclaration] {
        let owner = SlotDeclaration("owner")
        let type = SlotDeclaration("type")
        let operation = SlotDeclaration("operation")
        let ownerIfAny = SlotDeclaration("owner", isRequired: false)
        let typeIfAny = SlotDeclaration("type", isRequired: false)
        let operationIfAny = SlotDeclaration("operation", isRequired: false)
        return try [
            .init(.user, summary: "an account"),
            .init(.session, shape: [type, owner], summary: "an authenticated session"),
            .init(.jwtToken, summary: "a token's jti"),
            .init(.thread, shape: [operation], summary: "a conversation"),
            .init(.run, shape: [operation], summary: "one run inside a thread"),
            .init(.req, shape: [operationIfAny], summary: "one request"),
            .init(.wsConn, shape: [owner], summary: "a WebSocket connection"),
            .init(.wsClient, shape: [owner], summary: "a WebSocket client device"),
            .init(.event, shape: [typeIfAny], summary: "a delivered event"),
            .init(.bypass, summary: "a recorded bypass of event validation"),
            .init(.error, shape: [typeIfAny, ownerIfAny], summary: "an error record"),
            .init(.msg, shape: [type, owner], summary: "a chat message"),
            .init(.agent, shape: [type, owner], summary: "an agent instance"),
            .init(.exec, shape: [.init("agent"), owner], summary: "one execution of an agent"),
            .init(.tool, shape: [.init("name")], summary: "one tool call"),
            .init(.state, summary: "a state checkpoint"),
            .init(.report, shape: [typeIfAny], summary: "an error or analysis report"),
            .init(.timing, summary: "a timing record"),
            .init(.audit, summary: "an audit record"),
            .init(.tx, summary: "a transaction"),
            .init(.alert, shape: [typeIfAny], summary: "an alert"),
            .init(.redisClient, shape: [ownerIfAny], summary: "a Redis client from a factory"),
            .init(
                .clickhouseClient,
                shape: [ownerIfAny],
                summary: "a ClickHouse client from a factory"
            ),
            .init(.dbConn, shape: [ownerIfAny], summary: "a database connection from a factory"),
            .init(.migration, summary: "a run of a code or data migration"),
        ]
    }
}
