import SignetOutput

extension TextReport {
    /// The places, each below the name of its file.
    ///
    /// When not all fit, those are listed that matter most, and files in the order of what matters
    /// most in them.
    func listing(_ places: [FindingPlace], _ limit: Int?) -> [String] {
        var shown = places
        if let limit, lineCount(places) > limit {
            shown = fitting(places.sorted(by: FindingPlace.isMoreImportant), limit - 1)
        }
        let rows = rows(shown)
        var lines: [String] = []
        var path: String?
        for (place, row) in zip(shown, rows) {
            if place.finding.path != path {
                let shown = TerminalText.escaped(place.finding.path)
                lines.append(style.strong(TerminalText.ending(of: shown, width: width)))
                path = place.finding.path
            }
            lines.append("  " + row)
            lines += excerpt(place)
        }
        if shown.count < places.count { lines.append(remainder(places, shown)) }
        return lines
    }

    /// How many lines a list of `places` takes.
    private func lineCount(_ places: [FindingPlace]) -> Int {
        let files = Set(places.map(\.finding.path)).count
        return files + places.count * (sourceLine == nil ? 1 : 3)
    }

    /// The first of `places` that fit in `limit` lines, those of one file together and in its order.
    private func fitting(_ places: [FindingPlace], _ limit: Int) -> [FindingPlace] {
        let height = sourceLine == nil ? 1 : 3
        var order: [String: Int] = [:]
        var chosen: [FindingPlace] = []
        var lines = 0
        for place in places {
            let path = place.finding.path
            let isNew = order[path] == nil
            lines += height + (isNew ? 1 : 0)
            if lines > limit, !chosen.isEmpty { break }
            if isNew { order[path] = order.count }
            chosen.append(place)
        }
        return chosen.sorted { left, right in
            let (first, second) = (order[left.finding.path] ?? 0, order[right.finding.path] ?? 0)
            return first == second ? left.finding < right.finding : first < second
        }
    }

    /// A row for each place: where, how bad, what rules say, what it is, what takes it.
    private func rows(_ places: [FindingPlace]) -> [String] {
        var table = TextTable()
        table.maximumWidth = width - 2
        table.rows = places.map { place in
            let finding = place.finding
            return [
                "\(finding.start.line):\(finding.start.column)",
                place.severity.rawValue,
                place.rules.joined(separator: ", "),
                TerminalText.escaped(finding.template ?? finding.shape),
                TerminalText.escaped(finding.target ?? "–"),
                TerminalText.escaped(finding.function ?? ""),
            ]
        }
        return table.lines { column, text in
            switch column {
            case 1:
                Severity(rawValue: text.filter(\.isLetter)).map { style.severity($0, text) } ?? text
            case 3: style.accent(text)
            case 0, 5: style.quiet(text)
            default: text
            }
        }
    }

    /// The line of source with marks below the place.
    private func excerpt(_ place: FindingPlace) -> [String] {
        let (start, end) = (place.finding.start, place.finding.end)
        guard let line = sourceLine?(place.finding.path, start.line) else { return [] }
        let excerpt = SourceExcerpt(
            line,
            start: start.column - 1,
            end: end.line == start.line ? end.column - 1 : nil,
            width: max(20, width - 6)
        )
        let marks = String(repeating: "^", count: excerpt.markCount)
        return [
            "      " + excerpt.line,
            "      " + String(repeating: " ", count: excerpt.markStart)
                + style.severity(place.severity, marks),
        ]
    }

    private func remainder(_ places: [FindingPlace], _ shown: [FindingPlace]) -> String {
        let rest = places.count - shown.count
        let listed = Set(shown.map(\.finding.fingerprint))
        let hidden = places.filter { !listed.contains($0.finding.fingerprint) }
        let files = Set(hidden.map(\.finding.path)).count
        return style.quiet(
            "… and \(Quantity.counted(rest, "more place")) in "
                + "\(Quantity.counted(files, "file")); --all lists them"
        )
    }
}
