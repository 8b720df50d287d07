import Foundation
import SignetFix
import SignetOutput

/// Writes a plan phase by phase, and commits each.
struct FixCommitter {
    private let writer: FixWriter
    private let common: CommonOptions
    private let part: FixModeOptions.Part

    init(_ writer: FixWriter, _ common: CommonOptions, by part: FixModeOptions.Part) {
        self.writer = writer
        self.common = common
        self.part = part
    }

    /// Commits all phases, or stops at the first that git refuses, whose files are put back.
    func commit(_ plan: FixPlan) throws {
        let tree = try tree()
        let prefix = prefix(in: tree)
        try requireClean(tree, plan.changed.map { prefix + $0.path })
        let owners = part == .owners ? CodeOwners(in: tree.root) : nil
        let phases = FixPhase.phases(of: plan) { file in
            guard part == .owners else { return file.service ?? "" }
            return owners?.owners(of: prefix + file.path).joined(separator: " ") ?? ""
        }
        if phases.isEmpty { return common.note("signet: nothing to commit") }
        for phase in phases {
            _ = try writer.write(phase.files)
            do throws(GitError) {
                let paths = phase.files.map { prefix + $0.path }
                let commit = try tree.commit(paths, message: phase.message)
                let title = phase.message.split(separator: "\n").first ?? ""
                StandardOutput.shared.write(
                    "\(commit.prefix(12)) \(TerminalText.escaped(String(title)))\n"
                )
            } catch {
                _ = try? writer.journal.undo()
                throw CommandFailure.failed("\(error.reason); this phase was put back")
            }
        }
    }

    private func tree() throws -> GitWorkTree {
        do throws(GitError) {
            let tree = try GitWorkTree(
                containing: writer.workingDirectory,
                environment: ProcessInfo.processInfo.environment
            )
            if let tree { return tree }
        } catch {
            throw CommandFailure.failed(error.reason)
        }
        throw CommandFailure.usage("--commit needs a working tree of git; --write needs none")
    }

    /// What stands before paths of the working directory in paths of the tree.
    private func prefix(in tree: GitWorkTree) -> String {
        let directory = Self.resolved(writer.workingDirectory)
        let rest = directory.dropFirst(Self.resolved(tree.root).count).drop { $0 == "/" }
        return rest.isEmpty ? "" : rest + "/"
    }

    private static func resolved(_ path: String) -> String {
        let path = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private func requireClean(_ tree: GitWorkTree, _ paths: [String]) throws {
        do throws(GitError) {
            if try tree.status().isClean(for: paths) { return }
        } catch {
            throw CommandFailure.failed(error.reason)
        }
        throw CommandFailure.usage(
            "the working tree has changes; commit or stash them, so that phases stand alone"
        )
    }
}
