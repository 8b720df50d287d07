import Foundation
import SignetScan
import Testing

/// The places at which other people's code makes identifiers, judged by hand.
///
/// Two draws of a hundred files each come from a framework for agents, an engine for inference and
/// a service: one from all files, one from those with both a word of a generator and a word of an
/// identifier. Each place that was judged to make an identifier is in
/// `Fixtures/Judged/home_made_places.jsonl` as a reconstruction of its shape, found or not.
@Suite("Judged places")
struct JudgedPlacesTests {
    /// A reconstructed place.
    struct Place: Decodable {
        /// The code base: `agents`, `inference` or `service`.
        var base: String
        /// The draw: `uniform` or `likely`.
        var draw: String
        /// Whether the scanner is known to find it.
        var found: Bool
        /// The rule that finds it, or should.
        var rule: String
        /// What the identifier is made from.
        var why: String
        /// Some lines of Python.
        var code: String
        /// The line at which a finding has to begin.
        var line: Int

        /// What a failure says of the place.
        var summary: String { "\(base), \(draw): \(why)\n\(code)" }
    }

    /// The rules for places that make identifiers; any of them will do.
    private static let producers: Set<String> = [
        "home-made-id", "raw-uuid", "truncated-uuid", "random-id", "database-default",
    ]

    /// The share of places that has to be found.
    private static let share = 0.9

    @Test("Nine of ten places that make identifiers are found")
    func recall() throws {
        let places = try Self.places()
        let missed = try Self.missed(among: places)
        let found = Double(places.count - missed.count) / Double(places.count)
        let list = missed.map(\.summary).joined(separator: "\n")
        #expect(found >= Self.share, "\(missed.count) of \(places.count) are missed:\n\(list)")
    }

    @Test("Every place that is marked as found is found")
    func regression() throws {
        let places = try Self.places().filter(\.found)
        #expect(!places.isEmpty)
        for place in try Self.missed(among: places) { Issue.record("missed: \(place.summary)") }
    }

    @Test("Every place names a rule that exists and a line of its code")
    func fixture() throws {
        for place in try Self.places() {
            #expect(Self.producers.contains(place.rule))
            #expect(RuleCatalog.rule(named: place.rule) != nil)
            let lines = place.code.split(separator: "\n")
            #expect(place.line >= 1 && place.line <= lines.count, "\(place.summary)")
        }
    }

    /// The places without a finding at their line.
    private static func missed(among places: [Place]) throws -> [Place] {
        let tree = try TemporaryTree()
        for (index, place) in places.enumerated() {
            try tree.write("place\(index).py", place.code)
        }
        let report = tree.scanned()
        #expect(report.syntaxErrors.isEmpty && report.unreadable.isEmpty)
        let found = Set(
            report.findings.lazy.filter { producers.contains($0.rule) }
                .map { "\($0.path):\($0.start.line)" }
        )
        return places.enumerated()
            .filter { !found.contains("place\($0.offset).py:\($0.element.line)") }
            .map { $0.element }
    }

    private static func places() throws -> [Place] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Judged/home_made_places.jsonl")
        let decoder = JSONDecoder()
        return try Data(contentsOf: file).split(separator: 0x0a)
            .map { try decoder.decode(Place.self, from: $0) }
    }
}
