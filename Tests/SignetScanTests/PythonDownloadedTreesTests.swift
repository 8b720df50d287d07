import Foundation
import SignetScan
import Testing

/// The comparisons with CPython over two large projects, tests included, in pinned versions.
///
/// Slow, and needs the network once: runs if `SIGNET_SLOW` is `1`. The sources stay in
/// `.build/distributions`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["SIGNET_SLOW"] == "1"))
struct PythonDownloadedTreesTests {
    private static let projects = ["django-5.2.8", "sympy-1.13.3"]

    @Test("The lexer and the analyzer agree with CPython", arguments: projects)
    func agree(_ project: String) throws {
        let tree = try Self.fetch(project)
        for shard in 0..<PythonReferenceTrees.shards {
            let job = PythonReferenceTrees.Job(
                interpreter: "python3",
                tree: tree,
                shard: shard,
                mayBeEmpty: true
            )
            try PythonLexerReferenceTests().agrees(job)
            try PythonUUIDReferenceTests().agrees(job)
        }
    }

    /// Downloads and unpacks a source distribution unless that has been done; its directory.
    private static func fetch(_ project: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../.build/distributions").standardizedFileURL
        let tree = folder.appendingPathComponent(project)
        if FileManager.default.fileExists(atPath: tree.path) { return tree.path }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let requirement = project.replacingOccurrences(of: "-", with: "==")
        try run([
            "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
            "--dest", folder.path, requirement,
        ])
        let archive = folder.appendingPathComponent("\(project).tar.gz")
        // Unpacked beside its place first: a directory at the place itself is complete.
        let partial = folder.appendingPathComponent("partial-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: partial, withIntermediateDirectories: true)
        try run(["tar", "-xzf", archive.path, "-C", partial.path])
        try FileManager.default.moveItem(at: partial.appendingPathComponent(project), to: tree)
        try FileManager.default.removeItem(at: partial)
        return tree.path
    }

    private static func run(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw PythonReferenceStream.Failure(description: "\(command[0]) has failed")
        }
    }
}
