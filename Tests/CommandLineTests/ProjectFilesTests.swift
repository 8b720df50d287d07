import Foundation
import ProcessTesting
import Testing

@Suite struct `Files of the project` {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL

    /// The extensions of all files that a scan reads.
    private func extensions() async throws -> [String] {
        let tree = try TemporaryDirectory()
        var known: [String] = []
        let candidates = [
            "py", "pyi", "pyw", "swift", "ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs",
            "sql", "ddl", "psql", "pgsql", "ipynb",
        ]
        for name in candidates {
            try tree.write("a.\(name)", "")
            let outcome = try await shell(
                "cd '\(tree.path)' && $S scan --fail-on never --no-cache --format json a.\(name)"
            )
            if !outcome.output.contains("its language is not known") { known.append(name) }
        }
        return known
    }

    @Test func `the hook takes the files of every language, and no others`() async throws {
        let file = Self.root.appending(path: ".pre-commit-hooks.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let match = try #require(text.firstMatch(of: /files: \\\.\(([a-z|]+)\)\$/))
        let listed = match.1.split(separator: "|").map(String.init)
        #expect(try await Set(listed) == Set(extensions()))
        #expect(text.contains("entry: signet scan --force-exclude\n"))
    }

    @Test func `the project's own configuration and baseline can be used`() async throws {
        let outcome = try await shell(
            "cd '\(Self.root.path)' && $S scan --no-cache --baseline .signet-baseline --fail-on never"
        )
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }
}
