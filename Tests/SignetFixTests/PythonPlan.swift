import Foundation
import ProcessTesting
import Signet
import SignetFix
import SignetScan

/// The plan for a tree of Python files that a test writes.
struct PythonPlan {
    let files: [FixFile]

    /// Scans and plans `sources`, by file name.
    init(
        _ sources: [String: String],
        _ settings: FixContext.Settings = FixContext.Settings(),
        census: NameCensus? = nil
    ) throws {
        let directory = try TemporaryDirectory()
        for (name, source) in sources {
            let folder = directory.url.appending(path: name).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try directory.write(name, source)
        }
        var options = ScanOptions()
        options.usesIgnoreFiles = false
        options.census = census
        let scanner = SignetScan.Scanner(
            options,
            languages: LanguageCatalog.all,
            rules: RuleCatalog.all
        )
        let report = scanner.scan([directory.path])
        let context = FixContext(report, catalog: .builtIn, settings, census: census)
        let planner = FixPlanner(
            report,
            scanner,
            context,
            level: .unsafe,
            versions: PythonVersions(workingDirectory: directory.path)
        )
        files = withExtendedLifetime(directory) { planner.plan() }
    }

    /// The plan for one file.
    init(_ source: String, _ settings: FixContext.Settings = FixContext.Settings()) throws {
        try self.init(["code.py": source], settings)
    }

    /// The code that is written, place by place; `nil` where a person is to decide.
    var replacements: [String?] {
        files.flatMap(\.sites).map { $0.isWritable(at: .unsafe) ? $0.replacement : nil }
    }
}
