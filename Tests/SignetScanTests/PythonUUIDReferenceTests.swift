import SignetScan
import Testing

/// Site for site, the analyzer agrees with CPython's `ast`, read by an independent script.
///
/// Places, function, shape, target and enclosing symbol are compared, both ways: nothing missed,
/// nothing too much. Before 3.12 `ast` gives wrong places inside f-strings: sites there are
/// compared without their place.
@Suite struct PythonUUIDReferenceTests {
    @Test("The analyzer agrees with ast", arguments: PythonReferenceTrees.jobs(fixtures: "sites"))
    func agrees(_ job: PythonReferenceTrees.Job) throws {
        var counts = (files: 0, refused: 0, sites: 0)
        var differences: [String] = []
        let stream = try PythonReferenceStream(
            interpreter: job.interpreter,
            script: "reference_sites.py",
            arguments: job.arguments
        )
        #expect(try stream.byte() == UInt8(ascii: "V"))
        let minor = Int(try stream.byte())
        while try stream.byte() == UInt8(ascii: "F") {
            let path = String(decoding: try stream.lengthPrefixed(), as: UTF8.self)
            let source = Array(try stream.lengthPrefixed())
            counts.files += 1
            let analysis = PythonLanguage().analyze(source.span, .all)
            guard try stream.byte() == UInt8(ascii: "E") else {
                counts.refused += 1
                continue
            }
            let lines = String(decoding: try stream.lengthPrefixed(), as: UTF8.self)
            let expected = lines.split(separator: "\n").map { ReferenceSite(String($0)) }
            counts.sites += expected.count
            if let error = analysis.syntaxError { differences.append("\(path): \(error.message)") }
            if !PythonPrefilter.mightMatch(source.span), !expected.isEmpty {
                differences.append("\(path): not let through by the prefilter")
            }
            let table = PythonLineTable(source.span)
            let found = analysis.generations.filter { $0.symbol.hasPrefix("uuid.") }
                .map { ReferenceSite($0, table) }
            for text in Self.compare(found, expected, hasPlacesInFStrings: minor >= 12) {
                differences.append("\(path): \(text)")
            }
        }
        try stream.finish()
        print(
            "\(job.testDescription): \(counts.files) files with the word, \(counts.refused) not"
                + " compiled, \(counts.sites) sites, \(differences.count) differences"
        )
        #expect(counts.files > 0 || job.mayBeEmpty)
        #expect(Array(differences.prefix(20)) == [])
    }

    /// What only one side has.
    private static func compare(
        _ found: [ReferenceSite],
        _ expected: [ReferenceSite],
        hasPlacesInFStrings: Bool
    ) -> [String] {
        let placed = expected.filter { hasPlacesInFStrings || !$0.isInFString }
        let unplaced = expected.filter { !hasPlacesInFStrings && $0.isInFString }
        let known = Set(placed.map(\.text))
        let ours = Set(found.map(\.text))
        var differences = placed.filter { !ours.contains($0.text) }.map { "missed \($0.text)" }
        let rest = found.filter { !known.contains($0.text) }
        let facts = rest.map(\.facts).sorted()
        if facts != unplaced.map(\.facts).sorted() {
            differences += rest.map { "not in the reference: \($0.text)" }
            differences += unplaced.map { "missed, in an f-string: \($0.facts)" }
        }
        return differences
    }

    /// One site as both sides write it.
    private struct ReferenceSite {
        var place: String
        var facts: String
        var isInFString: Bool

        var text: String { "\(place) \(facts)" }

        init(_ line: String) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            place = fields.prefix(4).joined(separator: ":")
            facts = (fields[4..<7] + fields[8...]).joined(separator: " ")
            isInFString = fields[7] == "1"
        }

        init(_ site: Generation, _ table: PythonLineTable) {
            let start = table.position(of: site.range.lowerBound)
            let end = table.position(of: site.range.upperBound)
            place = "\(start.line):\(start.column):\(end.line):\(end.column)"
            let called = site.shape == "reference" ? "0" : "1"
            facts = [
                String(site.symbol.dropFirst(5)), site.shape, called, site.name?.text ?? "",
                site.function ?? "",
            ].joined(separator: " ")
            isInFString = false
        }
    }
}
