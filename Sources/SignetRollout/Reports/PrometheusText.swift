import Signet

/// Writes figures in the text format that Prometheus reads (exposition format 0.0.4).
///
/// A server without swift-metrics serves ``text`` at `/metrics` as ``contentType``.
public struct PrometheusText: Sendable {
    /// The type under which the text is served.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// What a figure is.
    public struct Sort: Sendable, Hashable {
        let name: String
        /// A figure that only grows.
        public static let counter = Self(name: "counter")
        /// A figure that goes up and down.
        public static let gauge = Self(name: "gauge")
    }

    /// The text so far.
    public private(set) var text = ""

    /// Creates an empty text.
    public init() {}

    /// Begins a metric; its samples follow.
    ///
    /// - Parameters:
    ///   - name: Letters, digits and underscores.
    ///   - sort: Counter or gauge.
    ///   - help: One sentence.
    public mutating func metric(_ name: StaticString, _ sort: Sort, help: String) {
        text += "# HELP \(name) \(Self.escaped(help, quote: false))\n# TYPE \(name) \(sort.name)\n"
    }

    /// Writes a sample.
    ///
    /// - Parameters:
    ///   - name: The metric's name.
    ///   - labels: Names and values; values may be any text.
    ///   - value: The figure.
    public mutating func sample(
        _ name: StaticString,
        _ labels: [(StaticString, String)],
        _ value: UInt64
    ) {
        let pairs = labels.map { "\($0.0)=\"\(Self.escaped($0.1, quote: true))\"" }
        text += "\(name)\(pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") \(value)\n"
    }

    private static func escaped(_ text: String, quote: Bool) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quote: result += "\\\""
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

extension RolloutFlags {
    /// The stages, and what validators of this process counted, as Prometheus reads it.
    public func prometheusText(_ validators: [FormatValidator]) -> String {
        var text = PrometheusText()
        text.metric(
            "signet_rollout_stage",
            .gauge,
            help: "The stage: 0 legacy, 1 dual, 2 new, 3 strict."
        )
        for flag in all {
            let labels: [(StaticString, String)] = [
                ("service", flag.target.service), ("kind", flag.target.kind?.description ?? "*"),
            ]
            text.sample("signet_rollout_stage", labels, UInt64(flag.stage.order))
        }
        text.metric("signet_ids_total", .counter, help: "IDs that came by.")
        for validator in validators { validator.writeCounts(to: &text, refused: false) }
        text.metric(
            "signet_ids_refused_total",
            .counter,
            help: "IDs that the stage did not allow."
        )
        for validator in validators { validator.writeCounts(to: &text, refused: true) }
        return text.text
    }
}

extension FormatValidator {
    fileprivate func writeCounts(to text: inout PrometheusText, refused: Bool) {
        visitCounts { row, slot, direction, value in
            guard (slot == .refused) == refused else { return }
            let labels: [(StaticString, String)] = [
                ("service", service),
                ("kind", row < kinds.count ? kinds[row].description : "none"),
                ("direction", direction.rawValue),
            ]
            if refused {
                text.sample("signet_ids_refused_total", labels, value)
            } else {
                let more: [(StaticString, String)] = [
                    ("family", slot.name), ("format", slot.format.description),
                ]
                text.sample("signet_ids_total", labels + more, value)
            }
        }
    }
}
