import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Signet
import SignetHummingbird
import SignetRegistry
import Testing

/// The context of the requests of these tests.
private struct TestRequestContext: UserRequestContext {
    var coreContext: CoreRequestContextStorage
    var user: UserContext?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }
}

@Suite("The middleware for Hummingbird")
struct UserContextMiddlewareTests {
    private let registry = Registry(store: MemoryStore())

    /// A server that takes the user's name for credentials, and answers with what it sees.
    private func application() async throws -> some ApplicationProtocol {
        let registry = registry
        var sessions: [String: AuthenticatedSession] = [:]
        for user in ["alice", "alicia"] {
            let owner = try Owner(user)
            let session = try await registry.openSession(of: owner)
            sessions[user] = AuthenticatedSession(owner: owner, session: session)
        }
        let known = sessions
        let router = Router(context: TestRequestContext.self)
        router.add(
            middleware: UserContextMiddleware(registry: registry) { request, _ in
                request.headers[.authorization].flatMap { known[$0] }
            }
        )
        router.get("thread") { _, context in
            let user = try context.requireUser()
            #expect(UserContext.current == user)
            #expect(context.logger[metadataKey: "run"] == .stringConvertible(user.run))
            return user.thread.compact
        }
        router.get("note") { _, context in "\(context.logger[metadataKey: "correlation"] ?? "-")" }
        router.get("adopt/:name") { _, context in
            let name = try context.parameters.require("name")
            return try await registry.adopt(name, in: context.requireUser()).id.compact
        }
        return Application(router: router)
    }

    private func get(
        _ path: String,
        as user: String?,
        on client: any TestClientProtocol,
        _ fields: [String: String] = [:]
    ) async throws -> TestResponse {
        var headers = HTTPFields()
        if let user { headers[.authorization] = user }
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return try await client.execute(uri: path, method: .get, headers: headers)
    }

    @Test("makes a context for a known user, and refuses others")
    func context() async throws {
        try await application().test(.router) { client in
            let refused = try await get("/thread", as: nil, on: client)
            #expect(refused.status == .unauthorized)
            let unknown = try await get("/thread", as: "mallory", on: client)
            #expect(unknown.status == .unauthorized)
            let answer = try await get("/thread", as: "alice", on: client)
            #expect(answer.status == .ok)
            let name = try #require(HTTPField.Name("X-Request-ID"))
            let request = try #require(answer.headers[name])
            #expect(try AnyID(parsing: request).kind == .req)
        }
    }

    @Test("goes on in the user's thread, by any of its names, and in nobody else's")
    func threads() async throws {
        try await application().test(.router) { client in
            let legacy = "thread_chat_42_ab12cd34"
            let adopted = try await get("/adopt/\(legacy)", as: "alice", on: client)
            let thread = String(buffer: adopted.body)
            for name in [legacy, thread, "40afea2f-206f-8317-ac0a-d026b495ea0a"] {
                let fields = ["X-Thread-ID": name]
                let own = try await get("/thread", as: "alice", on: client, fields)
                #expect(String(buffer: own.body) == thread)
                let foreign = try await get("/thread", as: "alicia", on: client, fields)
                #expect(foreign.status == .notFound)
            }
            let bad = try await get("/thread", as: "alice", on: client, ["X-Thread-ID": "%%%"])
            #expect(bad.status == .badRequest)
            #expect(!String(buffer: bad.body).contains("%%%"))
        }
    }

    @Test("keeps what a request says of itself as a note that is bounded and escaped")
    func notes() async throws {
        try await application().test(.router) { client in
            let field = ["X-Correlation-ID": "abc-1[31m\" ü"]
            let answer = try await get("/note", as: "alice", on: client, field)
            #expect(String(buffer: answer.body) == "abc-1~5b31m~22~20~c3~bc")
            let long = ["X-Request-ID": String(repeating: "x", count: 5000)]
            let bounded = try await get("/note", as: "alice", on: client, long)
            #expect(bounded.body.readableBytes == 128)
        }
    }
}
