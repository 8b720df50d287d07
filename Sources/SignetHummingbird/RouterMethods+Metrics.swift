import HTTPTypes
public import Hummingbird
public import SignetRollout

extension RouterMethods {
    /// Serves a rollout's stages and figures as Prometheus reads them.
    ///
    /// For servers without swift-metrics. The figures name kinds and families, not IDs or users.
    ///
    /// - Parameters:
    ///   - path: Where.
    ///   - flags: The flags.
    ///   - validators: Those of this process.
    /// - Returns: The router.
    @discardableResult
    public func getMetrics(
        at path: RouterPath = "metrics",
        of flags: RolloutFlags,
        _ validators: [FormatValidator]
    ) -> Self {
        get(path) { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: PrometheusText.contentType],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(string: flags.prometheusText(validators))
                )
            )
        }
    }
}
