import Foundation
import ProcessTesting
import SignetFix
import SignetOutput
import Testing

@Suite("The unified diff")
struct DiffTests {
    private func diff(_ text: String, _ edits: [(Range<Int>, String)]) throws -> String {
        let file = try FileEdits(
            path: "a.py",
            original: Array(text.utf8),
            edits: edits.map { SourceEdit($0, Array($1.utf8)) }
        )
        return String(decoding: UnifiedDiff([file]).bytes, as: UTF8.self)
    }

    @Test("An inserted line and a changed line next to it stay apart")
    func insertion() throws {
        let text = try diff("import a\nx = 1\ny = 2\n", [(0..<0, "import s\n"), (19..<20, "3")])
        #expect(
            text == """
                diff --git a/a.py b/a.py
                --- a/a.py
                +++ b/a.py
                @@ -1,3 +1,4 @@
                +import s
                 import a
                 x = 1
                -y = 2
                +y = 3

                """
        )
    }

    @Test("A last line without a line feed is marked")
    func noLineFeed() throws {
        #expect(
            try diff("x = 1", [(4..<5, "2")]).hasSuffix(
                """
                @@ -1 +1 @@
                -x = 1
                \\ No newline at end of file
                +x = 2
                \\ No newline at end of file

                """
            )
        )
    }

    @Test("A file without changes gives nothing")
    func nothing() throws {
        #expect(try diff("x = 1\n", [(0..<1, "x")]).isEmpty)
    }

    @Test("On a terminal nothing of a file acts on it")
    func terminal() throws {
        let file = try FileEdits(
            path: "a\u{1b}[2J.py",
            original: Array("\tx\u{1b}[31m\r\n".utf8),
            edits: [SourceEdit(1..<2, Array("y".utf8))]
        )
        let text = UnifiedDiff([file]).text(TerminalStyle(isOn: false))
        #expect(!text.contains("\u{1b}"))
        #expect(text.contains("-\tx\\u{1b}[31m\n+\ty\\u{1b}[31m\n"))
        let colours = UnifiedDiff([file]).text(TerminalStyle(isOn: true))
        #expect(colours.contains("\u{1b}[31m-\tx\\u{1b}[31m\u{1b}[0m\n"))
    }

    @Test(
        "git apply and patch make of 400 random files exactly what the edits make of them",
        arguments: [
            "git apply --check d && git apply --whitespace=nowarn d",
            "patch --binary --fuzz=0 -s -p1 <d",
        ]
    )
    func apply(_ command: String) async throws {
        var source = RandomEdits(seed: 3)
        let tree = try TemporaryDirectory()
        var files: [FileEdits] = []
        for index in 0..<400 {
            let name = ["plain", "with blank", "quote\"d", "tab\tbed", "ünïcode", "back\\slash"]
            let file = try source.file("\(name[index % name.count])\(index).py")
            // Neither program tells an emptied file from one to be removed.
            if file.isEmpty || file.original.isEmpty || file.result.isEmpty { continue }
            files.append(file)
            try tree.write(file.path, Data(file.original))
        }
        try tree.write("d", Data(UnifiedDiff(files).bytes))
        let outcome = try await Program.shell.run("-c", command, in: tree)
        #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
        for file in files {
            let after = try Data(contentsOf: tree.url.appending(path: file.path))
            #expect(Array(after) == file.result, "\(file.path)")
        }
        #expect(files.count > 250)
    }
}
