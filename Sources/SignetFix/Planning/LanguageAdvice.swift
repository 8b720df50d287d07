import SignetScan

/// What is advised where code is not rewritten: in languages for which there is no library.
enum LanguageAdvice {
    /// The place of a finding, left to a person.
    static func site(for finding: Finding) -> FixSite {
        FixSite(finding, at: 0..<0, refusal: refusal(of: finding))
    }

    private static func refusal(of finding: Finding) -> FixRefusal {
        let kind = finding.kind.map { "a \($0.kind)" } ?? "its kind"
        switch finding.language {
        case "javascript", "typescript":
            return FixRefusal(
                "there is no library for JavaScript",
                remedy: "let the backend mint an ID of \(kind) when it makes the resource, answer "
                    + "with it, and keep it here as a text"
            )
        case "sql":
            return FixRefusal(
                "what a database makes has no kind, and is known only after the row is written",
                remedy: "take the default away, and insert an ID of \(kind) that the program has "
                    + "minted: its uuid form fits the column"
            )
        default:
            return FixRefusal("there is no library for \(finding.language)")
        }
    }
}
