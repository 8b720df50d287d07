/// One place in a source with all that rules say about it.
///
/// `f"run_{uuid4().hex[:8]}"` is a home-made format around a cut around a raw UUID: three findings,
/// one place to repair.
package struct FindingPlace: Sendable {
    /// The finding that the others lie within.
    package let finding: Finding
    /// The findings within it, in the order of the report.
    package private(set) var parts: [Finding] = []

    /// The worst of the severities.
    package var severity: Severity {
        parts.reduce(finding.severity) { max($0, $1.severity) }
    }

    /// The names of the rules, each once, that of the outer finding first.
    package var rules: [String] {
        parts.reduce(into: [finding.rule]) { names, part in
            if !names.contains(part.rule) { names.append(part.rule) }
        }
    }

    /// Gathers findings into places, in the order of the outer ones.
    ///
    /// A finding whose outer one is not among them is a place of its own.
    package static func places(of findings: [Finding]) -> [FindingPlace] {
        var places: [FindingPlace] = []
        var numbers: [String: Int] = [:]
        for finding in findings where finding.partOf == nil {
            numbers[finding.fingerprint] = places.count
            places.append(FindingPlace(finding: finding))
        }
        var hasOrphans = false
        for finding in findings {
            guard let outer = finding.partOf else { continue }
            if let number = numbers[outer] {
                places[number].parts.append(finding)
            } else {
                hasOrphans = true
                places.append(FindingPlace(finding: finding))
            }
        }
        if hasOrphans { places.sort { $0.finding < $1.finding } }
        return places
    }

    /// Whether a reader should see one place before another: the worse severity first, production
    /// before tests, then by path and line.
    package static func isMoreImportant(_ left: FindingPlace, _ right: FindingPlace) -> Bool {
        let (first, second) = (left.severity, right.severity)
        if first != second { return first > second }
        if left.finding.isTest != right.finding.isTest { return right.finding.isTest }
        return left.finding < right.finding
    }
}

extension ScanReport {
    /// The places of the findings.
    package var places: [FindingPlace] { FindingPlace.places(of: findings) }
}
