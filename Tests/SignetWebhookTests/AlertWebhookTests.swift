import Crypto
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import ServerTesting
import Signet
import SignetAudit
import SignetRollout
import SignetWebhook
import Testing

@Suite("The webhook for alerts", .timeLimit(.minutes(1)))
struct AlertWebhookTests {
    private static let key = Data(repeating: 7, count: 24)
    private static let secret = "whsec_" + key.base64EncodedString()
    private static let legacy = "thread_chat_42_ab12cd34"

    private static var policy: WebhookPolicy {
        WebhookPolicy(
            timeout: .milliseconds(300),
            attempts: 50,
            pause: .milliseconds(5),
            longestPause: .milliseconds(20)
        )
    }

    private func webhook(
        port: Int,
        policy: WebhookPolicy = Self.policy,
        logger: Logger = LogNotes().logger
    ) throws -> AlertWebhook {
        try AlertWebhook(
            to: "http://127.0.0.1:\(port)/hook",
            secret: WebhookSecret(Self.secret),
            policy: policy,
            logger: logger
        )
    }

    /// A log that nobody reads.
    private struct Unheard: AuditSink {
        func record(_ event: AuditEvent) async throws(AuditError) {}
    }

    /// A validator at the stage `strict` that alerts of each offender.
    private func validator(_ webhook: AlertWebhook) -> FormatValidator {
        let flags = RolloutFlags(
            store: MemoryFlagStore(),
            audit: Unheard(),
            defaultStage: .strict
        )
        return FormatValidator(
            service: "chat",
            flags: flags,
            alerts: [.webhook(webhook)],
            policy: AlertPolicy(interval: .zero)
        )
    }

    /// Runs the webhook for the time of a closure, and lets its connections go.
    private func running(
        _ webhook: AlertWebhook,
        _ receiver: Receiver,
        _ body: () async throws -> Void
    ) async throws {
        let posting = Task { await webhook.run() }
        defer {
            posting.cancel()
            receiver.release()
        }
        try await body()
        posting.cancel()
        await posting.value
    }

    @Test("posts an alert once, signed so that the receiver can tell")
    func delivery() async throws {
        let receiver = Receiver()
        try await receiver.application().test(.live) { client in
            let webhook = try webhook(port: try #require(client.port))
            let validator = validator(webhook)
            try await running(webhook, receiver) {
                validator.classify(Self.legacy)
                let message = try await receiver.messages(1)[0]
                #expect(message.text.contains(#""alert":"signet.rollout","service":"chat""#))
                #expect(message.text.contains(#""example":"\#(Self.legacy)""#))
                #expect(message["content-type"] == "application/json")
                let id = message["webhook-id"]
                #expect(try AnyID(parsing: id).kind == .alert)
                let time = message["webhook-timestamp"]
                #expect(abs((Double(time) ?? 0) - Date().timeIntervalSince1970) < 30)
                let signature = message["webhook-signature"]
                let code = try #require(Data(base64Encoded: String(signature.dropFirst(3))))
                #expect(
                    signature.hasPrefix("v1,")
                        && HMAC<SHA256>.isValidAuthenticationCode(
                            code,
                            authenticating: Data("\(id).\(time).\(message.text)".utf8),
                            using: SymmetricKey(data: Self.key)
                        )
                )
                validator.classify(Self.legacy)
                let next = try await receiver.messages(2)[1]
                #expect(next["webhook-id"] != id)
            }
        }
    }

    @Test("tries again under the same ID until the receiver takes it")
    func repetition() async throws {
        let receiver = Receiver([
            .status(.internalServerError), .nothing, .status(.tooManyRequests), .status(.ok),
        ])
        try await receiver.application().test(.live) { client in
            let webhook = try webhook(port: try #require(client.port))
            let validator = validator(webhook)
            try await running(webhook, receiver) {
                validator.classify(Self.legacy)
                let messages = try await receiver.messages(4)
                #expect(Set(messages.map { $0["webhook-id"] }).count == 1)
                #expect(Set(messages.map(\.text)).count == 1)
                validator.classify(Self.legacy)
                let all = try await receiver.messages(5)
                #expect(all.count == 5)
            }
        }
    }

    @Test(
        "does not repeat what the receiver will never take, and follows it nowhere",
        arguments: [400, 410, 307]
    )
    func refusal(status: Int) async throws {
        let receiver = Receiver([.status(.init(code: status))])
        try await receiver.application().test(.live) { client in
            let webhook = try webhook(port: try #require(client.port))
            let validator = validator(webhook)
            try await running(webhook, receiver) {
                validator.classify(Self.legacy)
                _ = try await receiver.messages(1)
                validator.classify(Self.legacy)
                let messages = try await receiver.messages(2)
                #expect(Set(messages.map { $0["webhook-id"] }).count == 2)
            }
        }
    }

    @Test("gives up on an alert when nobody is there, and says so without the URL")
    func absence() async throws {
        let notes = LogNotes()
        var policy = Self.policy
        policy.attempts = 3
        let port = Int(try FreePort.choose())
        let webhook = try webhook(port: port, policy: policy, logger: notes.logger)
        let validator = validator(webhook)
        try await running(webhook, Receiver()) {
            validator.classify(Self.legacy)
            while notes.lines.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            #expect(notes.lines[0]["attempts"] == "3")
            #expect(notes.lines[0]["status"] == "none")
            #expect(!"\(notes.lines)".contains("127.0.0.1"))
        }
    }

    @Test("delivers when a receiver that was down comes back")
    func recovery() async throws {
        let receiver = Receiver()
        try await receiver.application().test(.live) { client in
            let proxy = try CuttingProxy(to: UInt16(try #require(client.port)))
            defer { proxy.end() }
            proxy.refuse(true)
            let notes = LogNotes()
            var policy = Self.policy
            policy.attempts = 2
            let webhook = try webhook(
                port: Int(proxy.port),
                policy: policy,
                logger: notes.logger
            )
            let validator = validator(webhook)
            try await running(webhook, receiver) {
                validator.classify(Self.legacy)
                while notes.lines.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
                #expect(receiver.messages.isEmpty)
                proxy.refuse(false)
                validator.classify(Self.legacy)
                let messages = try await receiver.messages(1)
                #expect(messages.count == 1)
            }
        }
    }

    @Test("keeps the newest of what waits, and lets nobody wait for a receiver that hangs")
    func crowd() async throws {
        let receiver = Receiver([.nothing])
        try await receiver.application().test(.live) { client in
            var policy = Self.policy
            policy.waitingAlerts = 3
            policy.timeout = .seconds(1)
            policy.attempts = 1
            let webhook = try webhook(port: try #require(client.port), policy: policy)
            let validator = validator(webhook)
            try await running(webhook, receiver) {
                validator.classify("thread_chat_0_ab12cd34")
                _ = try await receiver.messages(1)
                // The receiver hangs with the first; all of these are counted and go on.
                for number in 1...1000 { validator.classify("thread_chat_\(number)_ab12cd34") }
                #expect(receiver.messages.count == 1)
                let texts = try await receiver.messages(4).dropFirst().map(\.text)
                for (text, number) in zip(texts, 998...1000) {
                    #expect(text.contains("thread_chat_\(number)_ab12cd34"))
                }
            }
        }
    }

    @Test(
        "refuses what is no URL or secret",
        arguments: ["", "ftp://host", "https://", "whsec_AA=="]
    )
    func nonsense(text: String) {
        #expect(throws: RolloutError.self) { try WebhookSecret(text) }
        #expect(throws: RolloutError.self) {
            try AlertWebhook(to: text, secret: WebhookSecret(Self.secret))
        }
    }

    @Test("shows nothing of the secret")
    func secrecy() throws {
        let secret = try WebhookSecret(Self.secret)
        var dumped = ""
        dump(secret, to: &dumped)
        #expect("\(secret) \(String(reflecting: secret)) \(dumped)".contains("Symmetric") == false)
    }
}
