import Foundation
import ProcessTesting
import Signet
import SignetFix
import SignetScan

/// A package of Swift sources on which fixes are planned.
struct SwiftFixture {
    let directory: TemporaryDirectory

    /// Makes a package.
    ///
    /// - Parameters:
    ///   - files: By name below the package: what they hold.
    ///   - manifest: The manifest; none if `nil`.
    /// - Throws: What the file system says.
    init(
        _ files: [String: String],
        manifest: String? = #".product(name: "Signet", package: "signet")"#
    ) throws {
        directory = try TemporaryDirectory()
        if let manifest { try directory.write("Package.swift", "// \(manifest)\n") }
        for (name, text) in files {
            let file = directory.url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
    }

    /// Plans all files.
    func plan(
        level: FixLevel = .unsafe,
        form: FixForm? = nil,
        names: [String: String] = [:],
        catalog: Catalog = .builtIn,
        reviewing review: (inout [FixSite]) -> Void = { _ in }
    ) -> [FixFile] {
        var options = ScanOptions()
        options.usesIgnoreFiles = false
        let scanner = SignetScan.Scanner(
            options,
            languages: LanguageCatalog.all,
            rules: RuleCatalog.all
        )
        let report = scanner.scan([directory.path])
        var settings = FixContext.Settings()
        settings.form = form
        settings.names = names
        let context = FixContext(report, catalog: catalog, settings)
        let versions = PythonVersions(workingDirectory: directory.path)
        let planner = FixPlanner(report, scanner, context, level: level, versions: versions)
        return planner.plan(reviewing: { review(&$1) })
    }

    /// Writes what is planned.
    func write(_ files: [FixFile]) throws {
        for file in files {
            guard let edits = file.edits else { continue }
            try Data(edits.result).write(to: URL(filePath: file.path))
        }
    }
}

extension FixFile {
    /// The new text; `nil` if it stays.
    var text: String? { edits.map { String(decoding: $0.result, as: UTF8.self) } }
}
