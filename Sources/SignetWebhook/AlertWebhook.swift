internal import AsyncHTTPClient
internal import CoreMetrics
internal import Foundation
public import Logging
internal import NIOCore
internal import NIOHTTP1
internal import Signet
internal import SignetConnections
public import SignetRollout

/// Posts alerts of a rollout to a URL, one after the other, each until it is taken.
///
/// ```swift
/// let webhook = try AlertWebhook(to: hook, secret: WebhookSecret(secret))
/// let validator = FormatValidator(service: "chat", flags: flags, alerts: [.webhook(webhook)])
/// async let posting: Void = webhook.run()
/// ```
///
/// The body is ``SignetRollout/RolloutAlert/json``; ``WebhookSecret`` says how it is signed. The
/// `webhook-id` is a Signet ID of the kind `alert`, by which the receiver knows what it has seen: an
/// alert whose answer was lost is sent again.
///
/// Whoever looks at an ID never waits for the receiver. While that is slow or away, alerts queue up;
/// when the queue is full the oldest go, and are counted in `signet_rollout_webhook_total` with the
/// outcome `dropped`, beside `delivered` and `failed`.
public final class AlertWebhook: Sendable {
    private let url: String
    private let secret: WebhookSecret
    private let policy: WebhookPolicy
    private let logger: Logger
    private let alerts: AsyncStream<RolloutAlert>
    private let queue: AsyncStream<RolloutAlert>.Continuation

    private enum Outcome: String {
        case delivered, failed, dropped
    }

    /// How an attempt ended.
    private enum Attempt {
        case taken
        /// It makes no sense to send this again.
        case refused(UInt)
        /// The receiver is away, or says that it is too busy.
        case unavailable(UInt?)
    }

    /// Creates a webhook; ``run()`` sends what it is told.
    ///
    /// - Parameters:
    ///   - url: Where to, by `https` unless the receiver is in a network of your own.
    ///   - secret: What the messages are signed with.
    ///   - policy: How long to wait, and how often to try.
    ///   - logger: Who is told of alerts that were not taken. The URL, which may hold a secret, is
    ///     not logged.
    /// - Throws: ``SignetRollout/RolloutError/Code-swift.struct/invalid`` for a text that is no URL.
    public init(
        to url: String,
        secret: WebhookSecret,
        policy: WebhookPolicy = WebhookPolicy(),
        logger: Logger = Logger(label: "signet.webhook")
    ) throws(RolloutError) {
        let parts = URLComponents(string: url)
        guard let parts, ["https", "http"].contains(parts.scheme), parts.host?.isEmpty == false
        else {
            throw RolloutError(.invalid, "a webhook is at https://HOST/PATH")
        }
        self.url = url
        self.secret = secret
        self.policy = policy
        self.logger = logger
        (alerts, queue) = AsyncStream.makeStream(
            bufferingPolicy: .bufferingNewest(policy.waitingAlerts)
        )
    }

    /// Sends alerts until its task is cancelled; to be called once.
    public func run() async {
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            // A signed message goes to nobody but the one it was meant for.
            configuration: HTTPClient.Configuration(redirectConfiguration: .disallow)
        )
        for await alert in alerts { await deliver(alert, by: client) }
        try? await client.shutdown()
    }

    /// Takes an alert, without waiting.
    func take(_ alert: RolloutAlert) {
        if case .dropped = queue.yield(alert) { Self.count(.dropped) }
    }

    private func deliver(_ alert: RolloutAlert, by client: HTTPClient) async {
        let backoff = Backoff(first: policy.pause, longest: policy.longestPause)
        let body = Array(alert.json.utf8)
        guard let id = try? Generator.shared.mint(.alert).compact else {
            return giveUp("none", after: 0, nil)
        }
        var last: UInt?
        for attempt in 1...policy.attempts {
            switch await post(body, id, by: client) {
            case .taken: return Self.count(.delivered)
            case .refused(let status): return giveUp(id, after: attempt, status)
            case .unavailable(let status): last = status
            }
            guard attempt < policy.attempts else { break }
            try? await Task.sleep(for: backoff.delay(after: attempt))
            if Task.isCancelled { return giveUp(id, after: attempt, last) }
        }
        giveUp(id, after: policy.attempts, last)
    }

    private func post(_ body: [UInt8], _ id: String, by client: HTTPClient) async -> Attempt {
        let timestamp = UInt64(max(0, Date().timeIntervalSince1970))
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = [
            "content-type": "application/json",
            "webhook-id": id,
            "webhook-timestamp": "\(timestamp)",
            "webhook-signature": secret.signature(id: id, timestamp: timestamp, body: body),
        ]
        request.body = .bytes(body)
        do {
            let timeout = TimeAmount(policy.timeout)
            let answer = try await client.execute(request, timeout: timeout)
            // So that the connection can be used again, unless the answer is too long for that.
            _ = try? await answer.body.collect(upTo: 4096)
            let status = answer.status.code
            return switch status {
            case 200...299: .taken
            // Too early, too slow, too often: RFC 9110 and 6585.
            case 408, 425, 429, 500...599: .unavailable(status)
            default: .refused(status)
            }
        } catch {
            return .unavailable(nil)
        }
    }

    private func giveUp(_ id: String, after attempts: Int, _ status: UInt?) {
        Self.count(.failed)
        logger.warning(
            "the webhook did not take an alert",
            metadata: [
                "alert": "\(id)", "attempts": "\(attempts)",
                "status": "\(status.map(String.init) ?? "none")",
            ]
        )
    }

    private static func count(_ outcome: Outcome) {
        Counter(
            label: "signet_rollout_webhook_total",
            dimensions: [("outcome", outcome.rawValue)]
        ).increment()
    }
}

extension AlertSink {
    /// A sink that posts each alert to a URL.
    ///
    /// - Parameter webhook: What sends them; its ``AlertWebhook/run()`` has to run.
    /// - Returns: The sink.
    public static func webhook(_ webhook: AlertWebhook) -> Self {
        Self { webhook.take($0) }
    }
}
