import Foundation
import ProcessTesting
import SignetFix
import Testing

@Suite("Proof by CPython")
struct InterpreterTests {
    private static let environment = ProcessInfo.processInfo.environment

    private func pool(count: Int = 2) throws -> InterpreterPool {
        try #require(
            InterpreterPool.open(
                target: PythonVersion(3, 11),
                count: count,
                environment: Self.environment
            )
        )
    }

    private func file(_ text: String, encoding: [UInt8] = []) throws -> FileEdits {
        try FileEdits.marked(text, behind: encoding)
    }

    @Test(
        "Edits of whole expressions, statements and names are the only difference",
        arguments: [
            "«import uuid|import signet»\nx = «str(uuid.uuid4())|signet.new('x')»\ny = 1\n",
            "'''d'''\n«|import signet\n»import os\nx = f'a_«{uuid4()}|{new()}»_{y}'\n",
            "import os«, uuid|»\nz = «uuid.uuid4().hex|new()»[:8]\n",
            "from uuid import «uuid4, |»UUID\nx = «uuid4()|new()»\n",
            "def f():\n    «import uuid|pass»\n",
            "class A:\n    x: str = field(default_factory=«lambda: str(uuid4())|new»)\n",
            "x = f(1«|, type='a'»)\n",
            "x = f'«session_{uuid4()}|{new()}»'\n",
            "«|_i = new()\n»x = f'{«uuid4()|_i»}'\n",
            "if a:\n\tx = «uuid4()|new()»\n\ty = '''\n\r\n'''\nelse: pass\n",
            "x = f'''{a}\n{«uuid4()|new()»}\n{b}'''; y = «uuid4()|new()»\n",
        ]
    )
    func same(_ text: String) throws {
        #expect(try pool(count: 1).check([file(text)]) == [.same])
        let dos = text.replacing("\n", with: "\r\n")
        #expect(try pool(count: 1).check([file(dos, encoding: [0xef, 0xbb, 0xbf])]) == [.same])
    }

    @Test("The coding line is obeyed")
    func encoding() throws {
        let head = Array("# coding: latin-1\n'".utf8) + [0xe9, 0xe8] + Array("'; ".utf8)
        let file = try file("x = a['«uuid4|new»']\n", encoding: head)
        #expect(try pool(count: 1).check([file]) == [.same])
    }

    @Test(
        "An edit that changes what stands around it is seen",
        arguments: [
            ("x = a + «uuid4()|b or c»\n", InterpreterVerdict.different(line: 1, node: "BinOp")),
            ("x = «uuid4()|x or y».hex\n", .different(line: 1, node: "Attribute")),
            ("a = 1\nx = «uuid4()|new()\ny = 2»; z = 3\n", .same),
            ("x = «uuid4()|'''a»\ny = 1\nz = '''b'''\n", .resultFaulty(line: 3, error: "")),
            ("x = «uuid4()|\"\"\"a»\ny = \"\"\"b\"\"\"\n", .resultFaulty(line: 2, error: "")),
            ("x = «uuid4()|new() #» + y\nz = 1\n", .different(line: 1, node: "Assign")),
            (
                "if a:\n    x = «uuid4()|new()\nif b:»\n    y = 2\n",
                .different(line: 3, node: "Assign")
            ),
            ("if a:\n    x = «uuid4()|new()\nif b: pass»\ny = 2\n", .same),
            (
                "«|import signet\n»from __future__ import annotations\n",
                .resultFaulty(line: 2, error: "")
            ),
            ("x = «uuid4()|new(»\n", .resultFaulty(line: 1, error: "")),
            ("x = [«uuid4()|y]; z = [new()»]\n", .different(line: 1, node: "Assign")),
            ("print 'a'; «uuid4()|new()»\n", .originalFaulty(line: 1, error: "")),
            (
                "def f():\n    return «uuid4()|new()»\nreturn 1\n",
                .originalFaulty(line: 3, error: "")
            ),
        ]
    )
    func different(_ text: String, _ verdict: InterpreterVerdict) throws {
        let found = try pool(count: 1).check([file(text)])
        switch (found[0], verdict) {
        case (.resultFaulty, .resultFaulty), (.originalFaulty, .originalFaulty): break
        default: #expect(found == [verdict])
        }
    }

    @Test("A plan leaves alone the files that CPython refuses, whole, and only those")
    func plan() throws {
        let code = "import uuid\nsession_id = str(uuid.uuid4())\n"
        var plan = try FixTree(["a.py": code, "b.py": code, "c.py": code]).plan()
        #expect(plan.changed.count == 3)
        plan.files[0].edits = try file("x = «uuid4()|new(»\n")
        plan.files[1].edits = try file("x = «uuid4()|x or y».hex\n")
        let prover = plan.prove(with: nil, count: 1, environment: Self.environment)
        #expect(prover?.hasPrefix("Python 3.") == true)
        #expect(plan.failed.map(\.path) == ["a.py", "b.py"])
        #expect(plan.failed.compactMap(\.failure?.rung) == [.interpreter, .interpreter])
        #expect(plan.changed.map(\.path) == ["c.py"])
    }

    @Test("Many files come back in order, each with its own verdict")
    func many() throws {
        let good = try file(
            "x = «uuid4()|new()»\n" + String(repeating: "y = [1, 2]\n", count: 3000)
        )
        let bad = try file("x = «uuid4()|new(»\n")
        let none = try file("x = 1\n")
        let files = (0..<120).map { [good, bad, none][$0 % 3] }
        let verdicts = try pool().check(files)
        #expect(verdicts.count == 120)
        for (index, verdict) in verdicts.enumerated() {
            #expect(verdict.isRefusal == (index % 3 == 1), "\(index)")
            if index % 3 != 1 { #expect(verdict == .same) }
        }
    }

    @Test("A file that is nested too deeply for the interpreter is not checked")
    func deep() throws {
        let depth = 60_000
        let text = "x = " + String(repeating: "-", count: depth) + "1; «uuid4()|new()»\n"
        let verdicts = try pool(count: 1).check([file(text), file("«uuid4()|new()»\n")])
        #expect(!verdicts[0].isRefusal)
        #expect(verdicts[1] == .same)
    }

    @Test("An interpreter that ends or hangs is started once more, and then said to be gone")
    func crash() throws {
        let tree = try TemporaryDirectory()
        let python = try #require(try? pool(count: 1)).program
        // Ends as soon as a question comes; the second one of each pair hangs instead.
        let ends = try tree.write(
            "ends",
            """
            #!/bin/sh
            exec \(python) -c 'import sys, os, struct
            sys.stdout.buffer.write(struct.pack(">I", 13) + struct.pack(">IBI", 0, 0, 0) + b"3.11")
            sys.stdout.flush()
            sys.stdin.buffer.read(4)'
            """,
            mode: 0o755
        )
        let file = try file("x = «uuid4()|new()»\n")
        let broken = try #require(
            InterpreterPool(ends, count: 1, environment: Self.environment)
        )
        let gone = broken.check([file, file])
        #expect(gone == [.notChecked(.crash), .notChecked(.notAvailable)])
        let hangs = try tree.write(
            "hangs",
            """
            #!/bin/sh
            exec \(python) -c 'import sys, os, struct, signal
            sys.stdout.buffer.write(struct.pack(">I", 13) + struct.pack(">IBI", 0, 0, 0) + b"3.11")
            sys.stdout.flush()
            signal.pause()'
            """,
            mode: 0o755
        )
        let stuck = try #require(
            InterpreterPool(
                hangs,
                count: 1,
                timeLimit: .milliseconds(300),
                environment: Self.environment
            )
        )
        let late = stuck.check([file, file, file])
        #expect(
            late == [.notChecked(.timeLimit), .notChecked(.timeLimit), .notChecked(.notAvailable)]
        )
    }

    @Test("An interpreter that is not there, is none, or is too old, is none")
    func absent() throws {
        let tree = try TemporaryDirectory()
        let none = try tree.write("python3", "#!/bin/sh\nexit 127\n", mode: 0o755)
        for program in ["/nonexistent/python3", none, "/bin/cat"] {
            let pool = InterpreterPool.open(
                program,
                target: PythonVersion(3, 11),
                count: 1,
                environment: Self.environment
            )
            #expect(pool == nil, "\(program)")
        }
    }

    @Test("The version nearest to the target is taken, a later one before an earlier one")
    func choice() throws {
        let tree = try TemporaryDirectory()
        let program = try pool(count: 1).program
        for name in ["python3.8", "python3.10", "python3.13", "python3"] {
            try tree.write(
                name,
                """
                #!/bin/sh
                PATH='\(Self.environment["PATH"] ?? "")' exec \(program) "$@"
                """,
                mode: 0o755
            )
        }
        func chosen(_ minor: Int) -> String? {
            InterpreterPool.open(
                target: PythonVersion(3, minor),
                count: 1,
                environment: ["PATH": "\(tree.path):relative"]
            )?.program
        }
        #expect(chosen(9) == "\(tree.path)/python3.10")
        #expect(chosen(10) == "\(tree.path)/python3.10")
        #expect(chosen(14) == "\(tree.path)/python3.13")
        try tree.write("python3.10", "#!/bin/sh\nexit 1\n", mode: 0o755)
        #expect(chosen(9) == "\(tree.path)/python3.13")
    }
}
