import Foundation
import SignetScan
import Testing

@Suite("Choosing files")
struct FileWalkerTests {
    /// The paths that a scan reads.
    private func scanned(
        _ tree: TemporaryTree,
        _ paths: [String] = ["."],
        _ change: (inout ScanOptions) -> Void = { _ in }
    ) -> [String] {
        Scanner.test(in: tree, findsAll: true, change).scan(paths).findings.map(\.path)
    }

    @Test("Hidden files, other languages and links are left out")
    func plain() throws {
        let tree = try TemporaryTree()
        for name in ["a.py", "b.pyi", "c.pyw", "d.txt", ".h.py", ".h/e.py", "x/y/f.py", "py"] {
            try tree.write(name)
        }
        try tree.link("l.py", to: "a.py")
        try tree.link("loop", to: ".")
        #expect(scanned(tree) == ["a.py", "b.pyi", "c.pyw", "x/y/f.py"])
    }

    @Test("What is named is scanned, however it is called and whatever ignores it")
    func named() throws {
        let tree = try TemporaryTree()
        try tree.write(".ignore", "*\n")
        try tree.write(".h.py")
        try tree.write("x/a.py")
        try tree.link("l.py", to: ".h.py")
        try tree.write("tool", "#!/usr/bin/env python3\n")
        #expect(scanned(tree, ["."]) == [])
        #expect(scanned(tree, ["./.h.py", "x//a.py", "l.py"]) == [".h.py", "x/a.py"])
        #expect(scanned(tree, ["l.py"]) == ["l.py"])
        #expect(scanned(tree, ["tool"]) == ["tool"])
    }

    @Test("Git's rules hold inside a repository only, and end at its root")
    func repositories() throws {
        let tree = try TemporaryTree()
        try tree.write("out/.gitignore", "a.py\n")
        try tree.write("out/a.py")
        try tree.makeDirectory("repo/.git/info")
        try tree.write("repo/.gitignore", "a.py\n/sub/inner/c.py\n")
        try tree.write("repo/.git/info/exclude", "b.py\n")
        try tree.makeDirectory("repo/sub/inner/.git")
        for name in ["a.py", "b.py", "c.py"] {
            try tree.write("repo/\(name)")
            try tree.write("repo/sub/\(name)")
            try tree.write("repo/sub/inner/\(name)")
        }
        let inner = ["a.py", "b.py", "c.py"].map { "repo/sub/inner/" + $0 }
        #expect(scanned(tree) == ["out/a.py", "repo/c.py", "repo/sub/c.py"] + inner)
        #expect(scanned(tree, ["repo/sub"]) == ["repo/sub/c.py"] + inner)
    }

    @Test("The user's own ignore file counts in repositories")
    func userRules() throws {
        let tree = try TemporaryTree()
        try tree.write(
            "home/.gitconfig",
            "[user]\nname = x\n[core]\n\texcludesFile = \"~/my ignore\" # mine\n"
        )
        try tree.write("home/my ignore", "a.py\n/b.py\n")
        try tree.makeDirectory("repo/.git")
        for name in ["repo/a.py", "repo/b.py", "repo/x/b.py", "other/a.py"] { try tree.write(name) }
        #expect(scanned(tree, ["repo", "other"]) == ["other/a.py", "repo/x/b.py"])
        try tree.write("home/.gitconfig", "")
        #expect(scanned(tree, ["repo"]) == ["repo/a.py", "repo/b.py", "repo/x/b.py"])
        try tree.write("home/.config/git/ignore", "b.py\n")
        #expect(scanned(tree, ["repo"]) == ["repo/a.py"])
    }

    @Test("Includes choose, excludes prune, and excludes win")
    func globs() throws {
        let tree = try TemporaryTree()
        try tree.write(".ignore", "gen/\n")
        for name in ["a.py", "b.pyi", "gen/c.py", "x/.h.py", "x/y/d.py"] { try tree.write(name) }
        #expect(scanned(tree) { $0.includes = ["*.py"] } == ["a.py", "x/.h.py", "x/y/d.py"])
        #expect(scanned(tree) { $0.includes = ["x/**/*.py"] } == ["x/.h.py", "x/y/d.py"])
        #expect(scanned(tree) { $0.excludes = ["x/"] } == ["a.py", "b.pyi"])
        #expect(scanned(tree) { $0.excludes = ["/{a,b}.*"] } == ["x/y/d.py"])
        let both = scanned(tree) {
            $0.includes = ["*.py"]
            $0.excludes = ["y", ".h.py"]
        }
        #expect(both == ["a.py"])
    }

    @Test(
        "ripgrep chooses the same files",
        .enabled(if: CommandRun.find("rg") != nil, "ripgrep is not installed"),
        arguments: 1...40 as ClosedRange<UInt64>
    )
    func agreesWithRipgrep(_ seed: UInt64) throws {
        let rg = try #require(CommandRun.find("rg"))
        let tree = try TemporaryTree()
        var generator = TreeGenerator(seed: seed)
        try generator.fill(tree)
        for folder in ["", "/a", "/a/b"] {
            // ripgrep runs in the folder: version 13 misreads the rules above a folder that it
            // gets as an argument.
            let listed = try CommandRun.output(
                rg,
                ["--files", "--no-messages"],
                in: tree.path + folder,
                home: tree.path + "/home"
            )
            let expected = listed.split(separator: "\n").filter { $0.hasSuffix(".py") }
                .map { String($0) }.sorted()
            let found = scanned(tree) { $0.workingDirectory += folder }
            #expect(found.sorted() == expected, "\(generator.rules)")
        }
    }

    @Test("A deep tree, a name that is not UTF-8 and a loop of links are named, not fatal")
    func oddities() throws {
        let tree = try TemporaryTree()
        try tree.write("good.py")
        try tree.link("loop.py", to: "loop.py")
        let name = Array((tree.path + "/bad").utf8) + [0xff] + Array(".py".utf8)
        _ = FileManager.default.createFile(
            atPath: tree.path + "/plain.tmp",
            contents: Data()
        )
        let target = name.map { CChar(bitPattern: $0) } + [0]
        #expect(unsafe rename(tree.path + "/plain.tmp", target) == 0)
        let report = Scanner.test(in: tree, findsAll: true).scan([".", "loop.py", "missing.py"])
        #expect(report.findings.map(\.path) == ["good.py"])
        #expect(report.unreadable.map(\.path) == ["bad\u{fffd}.py", "loop.py", "missing.py"])
        #expect(
            report.unreadable.map(\.reason) == [
                "its name is not UTF-8; rename it", "its symbolic links form a loop",
                "it does not exist",
            ]
        )
    }
}
