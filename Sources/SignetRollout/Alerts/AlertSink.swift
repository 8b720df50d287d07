public import Logging

/// Who is told when an ID comes by that the stage does not allow.
///
/// A sink is called from wherever the ID was looked at and must not wait. `AlertWebhook` of the
/// library `SignetWebhook` posts alerts to a URL; for anything else that takes time, take the stream
/// from a task of your own:
///
/// ```swift
/// let (sink, alerts) = AlertSink.stream()
/// for await alert in alerts { try await bus.publish(alert.json) }
/// ```
public struct AlertSink: Sendable {
    /// Takes an alert, and does not wait.
    public let deliver: @Sendable (RolloutAlert) -> Void

    /// A sink of your own.
    public init(_ deliver: @escaping @Sendable (RolloutAlert) -> Void) {
        self.deliver = deliver
    }

    /// A sink that logs each alert.
    ///
    /// - Parameters:
    ///   - logger: The logger.
    ///   - level: The level.
    /// - Returns: The sink.
    public static func log(_ logger: Logger, level: Logger.Level = .warning) -> Self {
        Self { alert in
            logger.log(
                level: level,
                "\(alert)",
                metadata: [
                    "service": "\(alert.service)", "family": "\(alert.offender.family)",
                    "stage": "\(alert.offender.stage.rawValue)", "count": "\(alert.count)",
                ]
            )
        }
    }

    /// A sink whose alerts are taken from a stream.
    ///
    /// - Parameter limit: How many wait at most; the oldest go first.
    /// - Returns: The sink, and what it is told.
    public static func stream(limit: Int = 64) -> (sink: Self, alerts: AsyncStream<RolloutAlert>) {
        let (alerts, continuation) = AsyncStream.makeStream(
            of: RolloutAlert.self,
            bufferingPolicy: .bufferingNewest(limit)
        )
        return (Self { continuation.yield($0) }, alerts)
    }
}
