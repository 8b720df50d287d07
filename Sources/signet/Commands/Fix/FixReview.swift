import SignetFix
import SignetOutput
import SignetScan

/// Asks about each place of a plan on the terminal: accept, skip, change its kind or its owner.
struct FixReview {
    private let planner: FixPlanner
    private let common: CommonOptions
    private let level: FixLevel
    private let style: TerminalStyle

    /// What a person says of a place.
    private enum Answer {
        case accept
        case skip
        case acceptAll
        case quit
    }

    init(_ planner: FixPlanner, _ common: CommonOptions, level: FixLevel) throws {
        guard Terminal.isTerminal(descriptor: 0), Terminal.isTerminal(descriptor: 1) else {
            throw CommandFailure.usage("--review needs a terminal; --diff and --write need none")
        }
        self.planner = planner
        self.common = common
        self.level = level
        style = common.style
    }

    /// Asks about all places, and plans those that are accepted.
    func plan() throws -> FixPlan {
        var acceptsAll = false
        var hasQuit = false
        let files = planner.plan(reviewing: { path, sites in
            for index in sites.indices where sites[index].isWritable(at: level) {
                if hasQuit {
                    sites[index].refuse("the review ended before it")
                    continue
                }
                if acceptsAll { continue }
                switch ask(path, &sites[index], index, of: sites.count) {
                case .accept: break
                case .skip: sites[index].refuse("skipped in the review")
                case .acceptAll: acceptsAll = true
                case .quit:
                    hasQuit = true
                    sites[index].refuse("the review ended before it")
                }
            }
        })
        return FixPlan(files, level: level)
    }

    private func ask(_ path: String, _ site: inout FixSite, _ index: Int, of count: Int) -> Answer {
        while true {
            show(path, site)
            StandardOutput.shared.write(
                style.strong("[y]es [n]o [k]ind [o]wner [c]onsumers [a]ll [q]uit? ")
            )
            try? StandardOutput.shared.flush()
            guard let line = readLine() else { return .quit }
            switch line.lowercased().first {
            case "y", nil: return .accept
            case "n": return .skip
            case "a": return .acceptAll
            case "q": return .quit
            case "k": change("kind", &site) { $0.rename(to: $1) }
            case "o": change("owner", &site) { $0.give(to: $1) }
            case "c": showConsumers(site)
            default: break
            }
        }
    }

    private func change(
        _ what: String,
        _ site: inout FixSite,
        _ body: (inout FixSite, String) -> Bool
    ) {
        StandardOutput.shared.write("\(what): ")
        try? StandardOutput.shared.flush()
        guard let line = readLine(), !line.isEmpty else { return }
        if !body(&site, line) { StandardOutput.shared.write("this place takes no such \(what)\n") }
    }

    private func show(_ path: String, _ site: FixSite) {
        let start = site.finding.start
        let place = TerminalText.escaped("\(path):\(start.line):\(start.column)")
        let lines = SourceLines(workingDirectory: planner.workingDirectory)
        var text = "\n\(style.strong(place))  \(site.level.rawValue)\n"
        if let line = lines.line(start.line, of: path) {
            text += style.bad(
                "- \(TerminalText.escaped(String(line.drop(while: \.isWhitespace))))\n"
            )
        }
        text += style.good("+ \(TerminalText.escaped(site.replacement ?? ""))\n")
        for reason in site.reasons {
            text += style.quiet("  \(TerminalText.escaped(reason))\n")
        }
        StandardOutput.shared.write(text)
    }

    private func showConsumers(_ site: FixSite) {
        if site.consumers.isEmpty {
            StandardOutput.shared.write("nothing depends on how it looks\n")
        }
        for place in site.consumers {
            let text = "\(place.path):\(place.start.line)  \(place.rule)  \(place.symbol)"
            StandardOutput.shared.write("  \(TerminalText.escaped(text))\n")
        }
    }
}
