import Signet
import SignetOutput
import SignetRollout

/// Prints flags and their figures.
struct FlagWriter {
    let json: Bool
    let style: TerminalStyle

    /// Prints a flag.
    func write(_ flag: RolloutFlag) throws {
        let output = StandardOutput.shared
        if json {
            output.text.object { json in Self.write(flag, &json) }
        } else {
            output.write(
                style.strong(flag.target.description.padded(to: 28))
                    + style.accent(flag.stage.rawValue.padded(to: 8))
                    + style.quiet(Timestamp.text(clamped: flag.time)) + "  "
                    + TerminalText.escaped(flag.actor) + ": " + TerminalText.escaped(flag.reason)
            )
        }
        try output.endLine()
    }

    /// Prints the figures of a flag.
    func write(_ health: FlagHealth) throws {
        let output = StandardOutput.shared
        if json {
            output.text.object { json in Self.write(health, &json) }
            return try output.endLine()
        }
        let verdict = health.verdict
        let step = verdict.next.map { " to \($0.rawValue)" } ?? ""
        output.write(
            word(for: verdict) + style.strong(health.flag.target.description) + "  "
                + "\(health.flag.stage.rawValue)\(step): \(verdict.reason)"
        )
        try output.endLine()
        for (name, counts) in [("in", health.inbound), ("out", health.outbound)]
        where !counts.isEmpty {
            let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.key) \($0.value)" }
            output.write("      " + style.quiet(name.padded(to: 4) + parts.joined(separator: ", ")))
            try output.endLine()
        }
        if let time = health.lastLegacy {
            output.write("      " + style.quiet("last legacy " + Timestamp.text(clamped: time)))
            try output.endLine()
        }
    }

    /// What to do, in one word.
    private func word(for verdict: StepVerdict) -> String {
        if verdict.shouldGoBack { return style.bad("back  ") }
        if verdict.isSafe { return style.good("safe  ") }
        return verdict.next == nil ? style.good("done  ") : style.alarm("wait  ")
    }

    private static func write(_ flag: RolloutFlag, _ json: inout JSONWriter) {
        json.member("service", flag.target.service)
        json.member("kind", flag.target.kind?.description ?? "*")
        json.member("stage", flag.stage.rawValue)
        json.member("previous", flag.previous?.rawValue)
        json.key("revision")
        json.number(flag.revision)
        json.member("time", Timestamp.text(clamped: flag.time))
        json.member("actor", flag.actor)
        json.member("reason", flag.reason)
    }

    private static func write(_ health: FlagHealth, _ json: inout JSONWriter) {
        write(health.flag, &json)
        for (name, counts) in [("inbound", health.inbound), ("outbound", health.outbound)] {
            json.key(text: name)
            json.object { json in
                for (family, count) in counts.sorted(by: { $0.key < $1.key }) {
                    json.key(text: family)
                    json.number(count)
                }
            }
        }
        for (name, format) in [("new", IDFormat.new), ("legacy", .legacy), ("mixed", .mixed)] {
            json.key(text: name)
            json.number(health.count(of: format))
        }
        json.key("legacy_per_million")
        json.number(UInt64(health.legacyShare * 1_000_000))
        json.key("refused")
        json.number(health.refused)
        json.member("last_legacy", health.lastLegacy.map { Timestamp.text(clamped: $0) })
        json.member("next", health.verdict.next?.rawValue)
        json.key("safe")
        json.bool(health.verdict.isSafe)
        json.key("go_back")
        json.bool(health.verdict.shouldGoBack)
        json.member("because", health.verdict.reason)
    }
}
