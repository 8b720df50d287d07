import Foundation
import Testing

/// Which interpreters and source trees the comparisons with CPython run over.
///
/// By default the standard library of `python3`. `SIGNET_PYTHONS` names more interpreters and
/// `SIGNET_TREES` more directories, each separated by colons.
enum PythonReferenceTrees {
    /// One process of one comparison: an interpreter, a tree and a part of its files.
    struct Job: CustomTestStringConvertible, Sendable {
        var interpreter: String
        /// The directory; empty for the interpreter's own standard library.
        var tree: String
        var shard: Int
        /// Whether the tree may have no file about UUIDs.
        var mayBeEmpty = false

        var testDescription: String {
            "\(interpreter) over \(tree.isEmpty ? "its library" : tree), part \(shard + 1)"
        }

        /// What the scripts expect on their command line.
        var arguments: [String] {
            ["\(shard)", "\(PythonReferenceTrees.shards)"] + (tree.isEmpty ? [] : [tree])
        }
    }

    static let shards = 2

    /// The jobs of a comparison that reads the hand-written files in `fixtures` too.
    static func jobs(fixtures: String) -> [Job] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Python").appendingPathComponent(fixtures)
        let interpreters = ["python3"] + list("SIGNET_PYTHONS")
        var jobs: [Job] = []
        for shard in 0..<shards {
            for interpreter in interpreters {
                jobs.append(Job(interpreter: interpreter, tree: "", shard: shard))
                jobs.append(Job(interpreter: interpreter, tree: folder.path, shard: shard))
            }
            for tree in list("SIGNET_TREES") {
                let newest = interpreters[interpreters.count - 1]
                jobs.append(Job(interpreter: newest, tree: tree, shard: shard, mayBeEmpty: true))
            }
        }
        return jobs
    }

    static func list(_ variable: String) -> [String] {
        let value = ProcessInfo.processInfo.environment[variable] ?? ""
        return value.split(separator: ":").map(String.init)
    }
}
