import Foundation
import SignetScan
import Testing

/// Token for token, the lexer agrees with acorn, which is part of node.
///
/// It runs over the package manager that comes with node, where there is one, and over the
/// directories in `SIGNET_SCRIPT_TREES`, separated by colons. With the path of TypeScript's own
/// `typescript.js` in `SIGNET_TYPESCRIPT`, files in TypeScript and JSX are compared with that. What
/// the comparison normalises: TypeScript reads each `>` by itself, for it may close type arguments.
@Suite struct ScriptLexerReferenceTests {
    private static let node = CommandRun.find("node")
    private static let environment = ProcessInfo.processInfo.environment

    /// The directories to compare over.
    static let trees: [String] = {
        let named = (environment["SIGNET_SCRIPT_TREES"] ?? "").split(separator: ":").map(
            String.init
        )
        guard let node else { return [] }
        let real = URL(fileURLWithPath: node).resolvingSymlinksInPath()
        let own = real.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("lib/node_modules")
        return named + (FileManager.default.fileExists(atPath: own.path) ? [own.path] : [])
    }()

    @Test(
        "The lexer agrees with the reference",
        .enabled(if: !trees.isEmpty, "node and its package manager are not installed"),
        arguments: trees
    )
    func agrees(_ tree: String) throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/JavaScript/reference_tokens.js")
        let typeScript = Self.environment["SIGNET_TYPESCRIPT"] ?? "-"
        let output = try CommandRun.output(
            try #require(Self.node),
            ["--expose-internals", script.path, typeScript, tree],
            in: tree
        )
        var tokens = 0
        var files = 0
        var differences: [String] = []
        for line in output.split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            let path = String(parts[0])
            let expected = parts[1].split(separator: " ").compactMap { Int($0) }
            files += 1
            tokens += expected.count / 2
            let found = try Self.offsets(path)
            if found == expected || differences.count >= 20 { continue }
            let place = zip(found, expected).first { $0 != $1 }?.1
            differences.append("\(path): at \(place.map(String.init) ?? "the end")")
        }
        print("\(tree): \(files) files, \(tokens) tokens, \(differences.count) differences")
        #expect(files > 0)
        #expect(differences == [])
    }

    /// The offsets of our tokens.
    private static func offsets(_ path: String) throws -> [Int] {
        let source = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let isPlain = path.hasSuffix("js")
        let isTyped = path.hasSuffix("ts")
        let lexer = ScriptLexer(source.span, readsElements: !isTyped)
        var offsets: [Int] = []
        for token in lexer.tokens.dropLast() {
            let isAngles = !isPlain && token.kind == .op && source[token.range.lowerBound] == 0x3E
            if isAngles {
                for index in token.range { offsets += [index, index + 1] }
            } else {
                offsets += [token.range.lowerBound, token.range.upperBound]
            }
        }
        return offsets
    }
}
