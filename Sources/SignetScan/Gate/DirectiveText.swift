/// The words of a directive, without its place: `ignore[raw-uuid] why, until 2027-01-01`.
struct DirectiveText: Equatable {
    /// Whether it speaks for the file.
    var isForFile = false
    /// The rules that it names.
    var rules: [String] = []
    /// The reason that it gives.
    var reason = ""
    /// The last day on which it holds.
    var until: CalendarDay?
    /// What is wrong with it.
    var fault: Directive.Fault?

    /// Reads what stands after `signet:`; `nil` if that is prose about Signet and no directive.
    init?(_ text: Substring) {
        let text = text.trimmed
        let word = text.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
        let rest = text[word.endIndex...].trimmed
        isForFile = word == "ignore-file"
        guard isForFile || word == "ignore" else {
            let isMeant =
                rest.first == "["
                || ["ignore", "ignore-file"].contains { NearestName.distance($0, word) <= 2 }
            guard isMeant else { return nil }
            fault = .unknownWord
            return
        }
        guard rest.first == "[" else {
            fault = .noRules
            return
        }
        guard let close = rest.firstIndex(of: "]") else {
            fault = .unclosed
            return
        }
        rules = rest[..<close].dropFirst().split { $0 == "," || $0.isWhitespace }.map(String.init)
        readReason(rest[close...].dropFirst())
        if rules.isEmpty { fault = .noRules }
    }

    /// Reads the reason and, at its end, the last day.
    private mutating func readReason(_ text: Substring) {
        var reason = text.trimmed
        if let found = Self.day(at: reason) {
            reason = reason[..<found.start].trimmed
            until = CalendarDay(found.day)
            if until == nil { fault = .noDay }
        }
        self.reason = String(reason)
        if !reason.contains(where: { $0.isLetter || $0.isNumber }) { fault = .noReason }
    }

    /// The last word if `until` stands before it and it begins with a digit; everything else after
    /// `until` is part of the reason.
    private static func day(at text: Substring) -> (start: String.Index, day: Substring)? {
        guard let blank = text.lastIndex(where: \.isWhitespace) else { return nil }
        let day = text[blank...].dropFirst()
        let before = text[..<blank].trimmed
        let word = before.lastIndex { !$0.isLetter }.map { before[$0...].dropFirst() } ?? before
        guard word == "until", day.first?.isNumber == true else { return nil }
        return (word.startIndex, day)
    }
}

extension Substring {
    /// The text without blanks and separators at its ends.
    fileprivate var trimmed: Substring {
        let isOuter = { (character: Character) in
            character.isWhitespace || [",", ":", ";", "–", "—", "-", "."].contains(character)
        }
        let start = drop(while: isOuter)
        guard let last = start.lastIndex(where: { !isOuter($0) }) else { return "" }
        return start[...last]
    }
}
