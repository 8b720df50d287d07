import Foundation
import SignetScan
import Testing

/// The prefilter is a promise about the rules: it is kept over real code, which no list of words
/// could stand for.
///
/// Over the standard library of `python3`, and over the trees that `SIGNET_TREES` names.
@Suite struct PythonNamePrefilterTests {
    @Test("Where the prefilter sees no word, the rules find nothing")
    func words() throws {
        let python = PythonLanguage()
        var count = 0
        for path in try Self.files() {
            let source = try Self.source(path)
            if python.mightMatch(source.span, .all) { continue }
            #expect(Self.findings(python.analyze(source.span, .all)) == [], "\(path)")
            count += 1
        }
        #expect(count > 100)
    }

    /// What the rules find, and what makes identifiers for others.
    private static func findings(_ analysis: SourceAnalysis) -> [String] {
        let file = ScannedFile(path: "a.py", language: "python", service: nil)
        var found = analysis.minters.map { "\($0.role) \($0.range)" }
        for rule in RuleCatalog.all {
            for match in rule.matches(in: analysis, of: file) {
                found.append("\(rule.name) \(match.range): \(match.message)")
            }
        }
        return found
    }

    private static func files() throws -> [String] {
        let python = try #require(CommandRun.find("python3"))
        let library = try CommandRun.output(
            python,
            ["-c", "import sysconfig; print(sysconfig.get_paths()['stdlib'], end='')"],
            in: "/"
        )
        return ([library] + PythonReferenceTrees.list("SIGNET_TREES")).flatMap { tree in
            let names = FileManager.default.enumerator(atPath: tree)?.compactMap { $0 as? String }
            return (names ?? []).filter { $0.hasSuffix(".py") }.map { "\(tree)/\($0)" }
        }
    }

    /// A source, but for the rare one that is not UTF-8.
    private static func source(_ path: String) throws -> [UInt8] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        return String(validating: bytes, as: UTF8.self) == nil ? [] : bytes
    }
}
