import Foundation
import ProcessTesting
import SignetFix
import Testing

@Suite("Git")
struct GitTests {
    private static let variables = [
        "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@localhost", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@localhost",
    ]

    private func repository() async throws -> (TemporaryDirectory, GitWorkTree) {
        let tree = try TemporaryDirectory()
        _ = try await git("init -q -b main", in: tree)
        let found = try GitWorkTree(containing: tree.path, environment: Self.variables)
        return (tree, try #require(found))
    }

    @discardableResult
    private func git(_ line: String, in tree: TemporaryDirectory) async throws -> String {
        let outcome = try await Program.shell.run(
            "-c",
            "git \(line)",
            in: tree,
            environment: Self.variables
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test("The tree is found from a directory in it, and outside there is none")
    func finding() async throws {
        let (tree, work) = try await repository()
        let folder = tree.url.appending(path: "a/b")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let inner = folder.path(percentEncoded: false)
        let found = try GitWorkTree(containing: inner, environment: Self.variables)
        #expect(found?.root == work.root)
        let outside = try TemporaryDirectory()
        let none = try GitWorkTree(containing: outside.path, environment: Self.variables)
        #expect(none == nil)
    }

    @Test("Changes of every kind are seen, whatever the names of the files")
    func status() async throws {
        let (tree, work) = try await repository()
        #expect(try work.head() == nil)
        for name in ["a b.py", "new\nline.py", "ü.py", "gone.py", "moved.py"] {
            try tree.write(name, "text of \(name)\n")
        }
        try await git("add -A && git commit -q -m one", in: tree)
        #expect(try work.status().changed.isEmpty)
        try tree.write("a b.py", "other")
        try tree.write("new\nline.py", "other")
        try tree.write("unknown *.py", "x")
        try await git("rm -q gone.py && git mv moved.py there.py", in: tree)
        let status = try work.status()
        let changed = ["a b.py", "gone.py", "moved.py", "new\nline.py", "there.py"]
        #expect(status.changed.sorted() == changed)
        #expect(status.untracked == ["unknown *.py"])
    }

    @Test("A file that git does not know is in the way only if it is edited")
    func untracked() async throws {
        let (tree, work) = try await repository()
        try tree.write("a.py", "x")
        let status = try work.status()
        #expect(status.isClean(for: ["b.py"]))
        #expect(!status.isClean(for: ["a.py"]))
    }

    @Test("A commit holds the given files and nothing else, and patterns are names")
    func commit() async throws {
        let (tree, work) = try await repository()
        for name in ["*.py", "b.py", "c.py"] { try tree.write(name, "1\n") }
        try await git("add -A && git commit -q -m one", in: tree)
        for name in ["*.py", "b.py", "c.py"] { try tree.write(name, "2\n") }
        try await git("add c.py", in: tree)
        let commit = try work.commit(["*.py"], message: "-m \"two\" $(x)\n\nbody")
        #expect(try work.head() == commit)
        #expect(try await git("show --format= --name-only HEAD", in: tree) == "*.py\n")
        #expect(try await git("log -1 --format=%B", in: tree) == "-m \"two\" $(x)\n\nbody\n\n")
        #expect(try await git("diff --cached --name-only", in: tree) == "c.py\n")
        #expect(try await git("diff --name-only", in: tree) == "b.py\n")
        #expect(throws: GitError.self) { try work.commit([], message: "none") }
    }

    @Test("A hook that refuses leaves no commit, and its words come back on one safe line")
    func hook() async throws {
        let (tree, work) = try await repository()
        try tree.write("a.py", "1\n")
        try await git("add -A && git commit -q -m one", in: tree)
        let before = try work.head()
        let hook = "#!/bin/sh\nprintf '\\033[31mno\\nmore' >&2\nexit 1\n"
        try tree.write(".git/hooks/pre-commit", hook, mode: 0o755)
        try tree.write("a.py", "2\n")
        let refusal = GitError.refused(command: "commit", status: 1, line: "\\u{1b}[31mno")
        #expect(throws: refusal) { try work.commit(["a.py"], message: "two") }
        #expect(try work.head() == before)
        #expect(try work.status().changed == ["a.py"])
    }

    @Test("3,000 paths with longer output than a pipe holds do not stand still")
    func many() async throws {
        let (tree, work) = try await repository()
        let names = (0..<3_000).map { "a-name-that-is-rather-long-\($0).py" }
        for name in names { try Data("1".utf8).write(to: tree.url.appending(path: name)) }
        #expect(try work.status().untracked.count == 3_000)
        try await git("add -A && git commit -q -m one", in: tree)
        for name in names { try Data("2".utf8).write(to: tree.url.appending(path: name)) }
        #expect(try work.status().changed.count == 3_000)
        _ = try work.commit(names, message: "two")
        #expect(try work.status().changed.isEmpty)
    }

    @Test("A repository that is none is said, and not taken for no repository")
    func broken() throws {
        let tree = try TemporaryDirectory()
        try tree.write(".git", "gitdir: /nonexistent\n")
        #expect(throws: GitError.self) {
            try GitWorkTree(containing: tree.path, environment: Self.variables)
        }
    }
}
