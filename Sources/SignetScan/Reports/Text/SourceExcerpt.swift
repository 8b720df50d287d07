import SignetOutput

/// A line of source, made fit for a terminal, with marks below a place in it.
struct SourceExcerpt {
    /// The line without the blanks before it; what is too long is cut around the place.
    let line: String
    /// The column of the first mark, from 0.
    let markStart: Int
    /// How many marks there are.
    let markCount: Int

    /// Cuts out and measures.
    ///
    /// - Parameters:
    ///   - line: The line as it stands in the file.
    ///   - start: The first byte of the place, from 0.
    ///   - end: The byte after the place, or `nil` if it goes on in the next line.
    ///   - width: The columns that the line may take.
    init(_ line: String, start: Int, end: Int?, width: Int) {
        let bytes = line.utf8
        let from = bytes.index(bytes.startIndex, offsetBy: start, limitedBy: bytes.endIndex)
        let to = end.flatMap {
            bytes.index(bytes.startIndex, offsetBy: $0, limitedBy: bytes.endIndex)
        }
        let place = (from ?? bytes.endIndex)..<max(from ?? bytes.endIndex, to ?? bytes.endIndex)
        let before = Self.shown(String(line[..<place.lowerBound].drop { $0 == " " || $0 == "\t" }))
        let marked = Self.shown(String(line[place]))
        let after = Self.shown(String(line[place.upperBound...]))
        let (head, body, tail) = Self.fit(before, marked, after, width: width)
        self.line = head + body + tail
        markStart = TerminalText.width(of: head)
        markCount = max(1, TerminalText.width(of: body))
    }

    /// Text as it is printed: without tabs, which every terminal makes as wide as it likes.
    private static func shown(_ text: String) -> String {
        let spaced = text.split(separator: "\t", omittingEmptySubsequences: false)
            .joined(separator: "    ")
        return TerminalText.escaped(spaced)
    }

    /// Shortens what stands before the place at its beginning and the rest at its end.
    private static func fit(
        _ before: String,
        _ marked: String,
        _ after: String,
        width: Int
    ) -> (String, String, String) {
        let total = [before, marked, after].reduce(0) { $0 + TerminalText.width(of: $1) }
        if total <= width { return (before, marked, after) }
        let room = max(width / 3, width - TerminalText.width(of: marked) - width / 4)
        let head = TerminalText.ending(of: before, width: room)
        let rest = max(1, width - TerminalText.width(of: head))
        let body = shortened(marked, to: rest)
        return (head, body, shortened(after, to: rest - TerminalText.width(of: body)))
    }

    private static func shortened(_ text: String, to width: Int) -> String {
        if TerminalText.width(of: text) <= width { return text }
        return width < 1 ? "" : TerminalText.prefix(of: text, width: width - 1) + "…"
    }
}
