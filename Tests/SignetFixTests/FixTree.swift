import Foundation
import ProcessTesting
import Signet
import SignetFix
import SignetScan

/// A directory of sources that is scanned and fixed.
struct FixTree {
    let directory: TemporaryDirectory

    init(_ files: [String: [UInt8]]) throws {
        directory = try TemporaryDirectory()
        for (path, bytes) in files { try write(path, bytes) }
    }

    init(_ files: [String: String]) throws {
        try self.init(files.mapValues { Array($0.utf8) })
    }

    func write(_ path: String, _ bytes: [UInt8]) throws {
        let url = directory.url.appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: url)
    }

    /// The scan of all files.
    func scanned() -> (scanner: SignetScan.Scanner, report: ScanReport) {
        var options = ScanOptions()
        options.workingDirectory = directory.path
        options.jobs = 1
        options.usesIgnoreFiles = false
        let scanner = SignetScan.Scanner(
            options,
            languages: LanguageCatalog.all,
            rules: RuleCatalog.all
        )
        return (scanner, scanner.scan(["."]))
    }

    /// The plan for all files, without the check by CPython.
    func plan(
        at level: FixLevel = .unsafe,
        version: PythonVersion? = PythonVersion(3, 9),
        _ settings: FixContext.Settings = FixContext.Settings()
    ) -> FixPlan {
        let (scanner, report) = scanned()
        let planner = FixPlanner(
            report,
            scanner,
            FixContext(report, catalog: .builtIn, settings),
            level: level,
            versions: PythonVersions(
                declared: version,
                workingDirectory: directory.path
            )
        )
        return FixPlan(planner.plan(), level: level)
    }

    /// Writes what a plan says.
    func carryOut(_ plan: FixPlan) throws {
        for edits in plan.changed.compactMap(\.edits) { try write(edits.path, edits.result) }
    }
}

extension FixPlan {
    /// The text of a file after the edits; `nil` if it stays as it is.
    func result(_ path: String) -> String? {
        files.first { $0.path == path }?.edits.map { String(decoding: $0.result, as: UTF8.self) }
    }

    /// What is left to people in a file, as `line: reasons`, and the checks that failed.
    func left(_ path: String) -> [String] {
        let sites = sites.filter { $0.finding.path == path && $0.level == .manual }
        let places = sites.map {
            "\($0.finding.start.line): \($0.reasons.joined(separator: "; "))"
        }
        return places
            + failed.filter { $0.path == path }.compactMap(\.failure)
            .map { "\($0.rung.rawValue): \($0.reason)" }
    }
}
