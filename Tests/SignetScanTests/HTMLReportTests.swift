import Foundation
import SignetOutput
import SignetScan
import Testing

@Suite("The page")
struct HTMLReportTests {
    /// What the script that uses the page has seen.
    private struct Seen: Decodable {
        struct Frames: Decodable {
            let p50, p95, most: Double
            let elements: Int
        }

        let all, none, searched, errors, errorTests, oneRule: String
        let searchFocused, mostConsumers, firstPlace, lastPlace: String
        let tableFocused, active, described, outline, detail, mark, visited, end, home: String
        let empty, tabInto, closed: Bool
        let markup, links, phoneWidth, phoneRows: Int
        let frames: Frames
        let requests, complaints: [String]
    }

    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    private func page(_ synthetic: SyntheticReport, _ tree: TemporaryTree) -> JSONWriter {
        var history: [HistoryEntry] = []
        for day in 0..<30 {
            var earlier = synthetic.report
            earlier.findings = Array(
                earlier.findings.prefix(earlier.findings.count * (60 - day) / 60)
            )
            let milliseconds = 1_790_000_000_000 + UInt64(day) * 86_400_000
            history.append(
                HistoryEntry(
                    earlier,
                    time: "",
                    milliseconds: milliseconds,
                    commit: nil,
                    after: history
                )
            )
        }
        let page = HTMLReport.Page(
            title: "</title><script>alert(1)</script>",
            time: "2026-11-21T15:33:46.068Z",
            version: "1.2.3",
            rules: synthetic.rules,
            history: history
        )
        var writer = JSONWriter()
        let lines = SourceLines(workingDirectory: tree.path)
        HTMLReport(synthetic.report, page: page, lines: lines).write(to: &writer)
        return writer
    }

    @Test("Nothing in a source, a name or a title becomes markup")
    func escapes() throws {
        let tree = try TemporaryTree()
        let text = page(try SyntheticReport(60, in: tree), tree).text
        #expect(text.components(separatedBy: "<script").count == 3)
        #expect(text.components(separatedBy: "</script>").count == 3)
        #expect(!text.contains("<img"))
        #expect(text.contains("<title>&lt;/title&gt;&lt;script&gt;"))
    }

    @Test("The policy has the hashes of the style and the script", .enabled(if: python != nil))
    func policy() throws {
        let tree = try TemporaryTree()
        try tree.write("page.html", page(try SyntheticReport(60, in: tree), tree).text)
        let script = Self.fixtures.appending(path: "check_policy.py").path
        let output = try CommandRun.output(
            try #require(Self.python),
            [script, "page.html"],
            in: tree.path,
            environment: CommandRun.environment
        )
        #expect(output == "")
    }

    private static let python = CommandRun.find("python3")
    private static let chromium = CommandRun.find("chromium")

    @Test(
        "A person searches, filters, sorts and walks through 12,000 findings in a browser",
        .enabled(if: chromium != nil && python != nil, "Chromium is not installed")
    )
    func browser() throws {
        let tree = try TemporaryTree()
        let synthetic = try SyntheticReport(12_000, in: tree)
        let page = page(synthetic, tree)
        #expect(page.count < 6_000_000)
        try tree.write("page.html", page.text)
        let seen = try use("page.html", in: tree)
        #expect(seen.requests == [])
        #expect(seen.complaints == [])
        check(seen, synthetic.report)
        checkKeys(seen)
        // At phone width nothing stands out to the right, and there are elements for one screen.
        #expect(seen.phoneWidth == 360)
        #expect((5..<40).contains(seen.phoneRows))
        #expect(seen.frames.elements < 100)
        let frames = seen.frames
        print("frames while scrolling: \(frames.p50) ms, 95 % \(frames.p95) ms, \(frames.most) ms")
    }

    private func use(_ page: String, in tree: TemporaryTree) throws -> Seen {
        let script = Self.fixtures.appending(path: "browse.py").path
        let pictures = ProcessInfo.processInfo.environment["SIGNET_PICTURES"]
        let output = try CommandRun.output(
            try #require(Self.python),
            [script, try #require(Self.chromium), page] + (pictures.map { [$0] } ?? []),
            in: tree.path,
            environment: CommandRun.environment
        )
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Seen.self, from: Data(output.utf8))
    }

    private func check(_ seen: Seen, _ report: ScanReport) {
        let places = report.places
        func count(_ isShown: (FindingPlace) -> Bool) -> String {
            let formatter = NumberFormatter()
            formatter.numberStyle = .decimal
            formatter.locale = Locale(identifier: "en_US")
            func grouped(_ number: Int) -> String {
                formatter.string(from: NSNumber(value: number)) ?? ""
            }
            return "\(grouped(places.filter(isShown).count)) of \(grouped(places.count)) places"
        }
        #expect(seen.all == count { _ in true }.components(separatedBy: " of ")[1])
        #expect(seen.none == count { _ in false })
        #expect(seen.empty)
        #expect(
            seen.searched
                == count {
                    $0.finding.path.contains("service-3") && $0.finding.target == "session_id"
                }
        )
        #expect(seen.errors == count { $0.severity == .error })
        #expect(seen.errorTests == count { $0.severity == .error && $0.finding.isTest })
        let index = ConsumerIndex(report.findings)
        let most = places.map { index.count(of: $0.finding) }.max() ?? 0
        #expect(seen.mostConsumers.replacing(",", with: "") == "\(most)")
        #expect(seen.firstPlace.hasPrefix("file_0.py"))
        #expect(seen.lastPlace != seen.firstPlace)
    }

    private func checkKeys(_ seen: Seen) {
        #expect(seen.searchFocused == "search")
        #expect(seen.tableFocused == "table")
        #expect(seen.active == "3")
        #expect(seen.described == "row")
        #expect(seen.outline == "2px")
        #expect(seen.detail.contains("It says </script><img src=x"))
        #expect(seen.mark.hasPrefix("make_"))
        #expect(seen.mark.hasSuffix("\")"))
        #expect(seen.markup == 0)
        #expect(seen.tabInto)
        #expect(seen.links > 0)
        #expect(seen.visited != seen.detail)
        #expect(seen.closed)
        #expect(seen.home == "0")
        #expect(Int(seen.end).map { $0 > 10_000 } == true)
    }
}
