import Signet
import SignetBridge
import SignetObserve
import SignetOutput

/// What was seen of the identifiers of one service, as text or JSON.
struct ObservationReport {
    /// The service.
    let service: String
    /// What was seen.
    let observation: Observation
    /// In how many seconds.
    let seconds: Double
    /// What was seen before, and is not to be counted in rates.
    var before: Observation?

    /// The tallies, the largest first.
    private var tallies: [Observation.Tally] {
        observation.tallies.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
    }

    /// How many a second there were of something, to one decimal.
    private func rate(_ count: Int, _ earlier: Int) -> String {
        let tenths = seconds > 0 ? (Double(count - earlier) * 10 / seconds).rounded() : 0
        return "\(Int(tenths) / 10).\(Int(tenths) % 10)"
    }

    /// A share in percent, to one decimal.
    private func percent(_ count: Int, of total: Int) -> String {
        let share = total > 0 ? (count * 1000 + total / 2) / total : 0
        return "\(share / 10).\(share % 10)"
    }

    private func earlier(_ tally: Observation.Tally) -> Int {
        before?.tallies.first { $0.first == tally.first && $0.name == tally.name }?.count ?? 0
    }

    /// Writes a line for each family and kind, and one for the service.
    func write(to text: inout JSONWriter, _ style: TerminalStyle) {
        let name = TerminalText.escaped(service)
        let legacy = observation.legacy
        let total = observation.total
        text.append(style.strong(name))
        text.append(": \(total.grouped) identifiers in \(observation.lines.grouped) lines")
        let note = ", \(percent(legacy, of: total)) % of earlier generators"
        text.append(legacy > 0 ? style.alarm(note) : note)
        text.newline()
        for tally in tallies {
            text.append("  ")
            text.append(tally.name, paddedTo: 15)
            text.append(tally.kind?.description ?? "-", paddedTo: 20)
            let count = tally.count.grouped
            text.append(String(repeating: " ", count: max(0, 13 - count.count)))
            text.append(count)
            let note =
                before == nil
                ? "\(percent(tally.count, of: total)) %" : "\(rate(tally.count, earlier(tally)))/s"
            text.append(String(repeating: " ", count: max(1, 12 - note.count)))
            text.append(note)
            text.append(style.quiet("   first in line \(tally.line.grouped)"))
            text.newline()
        }
    }

    /// Writes one object on one line.
    func writeJSON(to json: inout JSONWriter) {
        json.object { json in
            json.key("service")
            json.string(service)
            json.key("bytes")
            json.number(observation.bytes)
            json.key("lines")
            json.number(observation.lines)
            json.key("milliseconds")
            json.number(Int((seconds * 1000).rounded()))
            json.key("identifiers")
            json.number(observation.total)
            json.key("legacy")
            json.number(observation.legacy)
            json.key("families")
            json.array { json in
                for tally in tallies { write(tally, to: &json) }
            }
        }
        json.newline()
    }

    private func write(_ tally: Observation.Tally, to json: inout JSONWriter) {
        json.object { json in
            json.key("family")
            json.string(tally.family.name)
            json.member("declared", tally.family == .declared ? tally.name : nil)
            json.member("form", tally.form?.name)
            json.member("kind", tally.kind?.description)
            json.key("legacy")
            json.bool(tally.isLegacy)
            json.key("count")
            json.number(tally.count)
            if before != nil, seconds > 0 {
                json.key("per_second")
                json.number(Int((Double(tally.count - earlier(tally)) / seconds).rounded()))
            }
            json.key("first_line")
            json.number(tally.line)
        }
    }
}

extension Int {
    /// The number with a comma between each three digits.
    fileprivate var grouped: String {
        var digits = Array(String(self))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return String(digits)
    }
}
