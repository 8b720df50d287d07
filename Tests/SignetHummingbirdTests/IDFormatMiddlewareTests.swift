import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Signet
import SignetAudit
import SignetHummingbird
import SignetRollout
import Testing

@Suite("The middleware that looks at IDs")
struct IDFormatMiddlewareTests {
    private static let new = "thread_01j7nsj96je00838djrfaebxg7"
    private static let legacy = "thread_chat_42_ab12cd34"

    private let flags = RolloutFlags(store: MemoryFlagStore(), audit: Unheard())

    /// A log that nobody reads.
    private struct Unheard: AuditSink {
        func record(_ event: AuditEvent) async throws(AuditError) {}
    }

    /// A server at a stage, whose handler gives back what it is asked for.
    private func application(
        _ stage: RolloutStage
    ) async throws -> (some ApplicationProtocol, FormatValidator) {
        try await flags.set(
            try #require(RolloutTarget(service: "chat", kind: .thread)),
            to: stage,
            by: "alice",
            reason: "test",
            force: true
        )
        let validator = FormatValidator(service: "chat", flags: flags)
        let header = try #require(HTTPField.Name("X-Thread-ID"))
        let router = Router()
        router.getMetrics(of: flags, [validator])
        router.add(
            middleware: IDFormatMiddleware(
                validator,
                at: [
                    .parameter("thread", kind: .thread), .query("id", kind: .thread),
                    .header(header, kind: .thread),
                ]
            )
        )
        router.post("threads/:thread") { _, context in try context.parameters.require("thread") }
        router.post("threads") { request, _ in try await request.body.collect(upTo: 1000) }
        return (Application(router: router), validator)
    }

    @Test(
        "refuses what the stage does not accept, wherever it stands, with a problem",
        arguments: [
            ("/threads/\(legacy)", nil, "parameter thread"),
            ("/threads?id=\(new)&id=\(legacy)", nil, "query id"),
            ("/threads?id=thread%5Fchat_42_ab12cd34", nil, "query id"),
            ("/threads", legacy, "header X-Thread-ID"),
        ]
    )
    func refusal(path: String, header: String?, place: String) async throws {
        let (application, validator) = try await application(.strict)
        try await application.test(.router) { client in
            var headers = HTTPFields()
            if let name = HTTPField.Name("X-Thread-ID"), let header { headers[name] = header }
            let answer = try await client.execute(uri: path, method: .post, headers: headers)
            #expect(answer.status == .badRequest)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(
                String(buffer: answer.body)
                    == #"{"type":"about:blank","title":"Bad Request","status":400,"#
                    + #""detail":"an ID of the format legacy is not accepted at the stage strict","#
                    + #""code":"refused","place":"\#(place)","format":"legacy","stage":"strict"}"#
            )
        }
        #expect(validator.lastOffenders.map(\.text) == [Self.legacy])
    }

    @Test("lets pass what the stage accepts, and what is in bodies")
    func passing() async throws {
        let (application, validator) = try await application(.dual)
        try await application.test(.router) { client in
            for text in [Self.new, Self.legacy, "nothing-known"] {
                let answer = try await client.execute(uri: "/threads/\(text)", method: .post)
                #expect(answer.status == .ok)
                #expect(String(buffer: answer.body) == text)
            }
            let body = ByteBuffer(string: Self.legacy)
            let answer = try await client.execute(uri: "/threads", method: .post, body: body)
            #expect(answer.status == .ok)
        }
        #expect(validator.lastOffenders.isEmpty)
        #expect(
            flags.prometheusText([validator]).split(separator: "\n")
                .filter { $0.hasPrefix("signet_ids_total") && $0.hasSuffix(" 1") }.count == 3
        )
    }

    @Test("serves figures to Prometheus")
    func metrics() async throws {
        let (application, _) = try await application(.strict)
        try await application.test(.router) { client in
            _ = try await client.execute(uri: "/threads/\(Self.legacy)", method: .post)
            let answer = try await client.execute(uri: "/metrics", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == PrometheusText.contentType)
            let lines = String(buffer: answer.body).split(separator: "\n")
            #expect(lines.contains(#"signet_rollout_stage{service="chat",kind="thread"} 3"#))
            #expect(
                lines.contains(
                    #"signet_ids_refused_total{service="chat",kind="thread",direction="inbound"} 1"#
                )
            )
        }
    }
}
