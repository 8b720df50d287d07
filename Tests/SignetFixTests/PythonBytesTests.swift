import SignetFix
import Testing

/// Files in which the bytes themselves matter: line ends, marks, encodings, blanks.
@Suite("Rewriting Python byte for byte")
struct PythonBytesTests {
    private func rewritten(
        _ original: [UInt8],
        at level: FixLevel = .safe,
        version: PythonVersion = PythonVersion(3, 9)
    ) throws -> [UInt8] {
        let tree = try FixTree(["app/main.py": original])
        let plan = tree.plan(at: level, version: version)
        #expect(plan.left("app/main.py").isEmpty)
        let edits = try #require(plan.files.first?.edits)
        #expect(edits.inverse.result == original)
        try tree.carryOut(plan)
        #expect(tree.plan(at: level, version: version).changed.isEmpty)
        return edits.result
    }

    private func rewritten(_ text: String, at level: FixLevel = .safe) throws -> String {
        String(decoding: try rewritten(Array(text.utf8), at: level), as: UTF8.self)
    }

    private static let before = """
        \"\"\"What this is.\"\"\"
        import json
        import uuid

        def start():
            run_id = str(uuid.uuid4())
            return json.dumps(run_id)

        """
    private static let after = """
        \"\"\"What this is.\"\"\"
        import json

        import signet

        def start():
            run_id = signet.new("run", form="compact")
            return json.dumps(run_id)

        """

    @Test("Lines end as the file ends them", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) throws {
        let before = Self.before.replacing("\n", with: end)
        #expect(try rewritten(before) == Self.after.replacing("\n", with: end))
    }

    @Test("A byte order mark stays the first thing in the file")
    func mark() throws {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        #expect(try rewritten(mark + Self.before.utf8) == mark + Self.after.utf8)
        let lone = try rewritten(mark + Array("import uuid\nrun_id = str(uuid.uuid4())\n".utf8))
        #expect(
            lone == mark
                + Array("import signet\nrun_id = signet.new(\"run\", form=\"compact\")\n".utf8)
        )
    }

    @Test("Other encodings stay, wherever the places stand")
    func encodings() throws {
        let head = Array("# -*- coding: latin-1 -*-\n# caf".utf8) + [0xe9] + [0x0a]
        let line = Array("name = '".utf8) + [0xe4, 0xf6] + Array("'; ".utf8)
        let before = head + Array("import uuid\n".utf8) + line
        let after = head + Array("import signet\n".utf8) + line
        #expect(
            try rewritten(before + Array("run_id = str(uuid.uuid4())\n".utf8))
                == after + Array("run_id = signet.new('run', form='compact')\n".utf8)
        )
    }

    @Test(
        "Letters of several bytes before the place move nothing",
        arguments: ["# ü\n", "é = 'ä€𝄞'\n", "'''𝄞\n€'''\n"]
    )
    func letters(_ head: String) throws {
        let text = try rewritten(
            "\(head)import uuid\nx = 'ü€𝄞'; run_id = str(uuid.uuid4())  # €\n"
        )
        #expect(text.hasPrefix(head.hasPrefix("'''") ? "'''𝄞\n€'''\nimport signet" : head))
        #expect(text.hasSuffix("x = 'ü€𝄞'; run_id = signet.new('run', form='compact')  # €\n"))
    }

    @Test(
        "Tabs, form feeds, continued lines and a missing last line end stay",
        arguments: [
            (
                "def start():\n\timport uuid\n\trun_id = str(uuid.uuid4())\n\treturn run_id\n",
                "def start():\n\timport signet\n\trun_id = signet.new(\"run\", form=\"compact\")\n"
                    + "\treturn run_id\n"
            ),
            (
                "def start():\n\timport uuid\n\trun_id = str(uuid.uuid4())\n\treturn uuid, run_id\n",
                "def start():\n\timport signet\n\timport uuid\n"
                    + "\trun_id = signet.new(\"run\", form=\"compact\")\n\treturn uuid, run_id\n"
            ),
            (
                "import uuid\n\u{c}\nrun_id = str(uuid.uuid4())\n",
                "import signet\n\u{c}\nrun_id = signet.new(\"run\", form=\"compact\")\n"
            ),
            (
                "\u{c}import uuid\n\u{c}run_id = str(uuid.uuid4())\n",
                "\u{c}import signet\n\u{c}run_id = signet.new(\"run\", form=\"compact\")\n"
            ),
            (
                "import uuid\nrun_id = \\\n    str(uuid.uuid4())",
                "import signet\nrun_id = \\\n    signet.new(\"run\", form=\"compact\")"
            ),
            (
                "import uuid\nrun_id = str(uuid \\\n    .uuid4())\nx = 1",
                "import signet\nrun_id = signet.new(\"run\", form=\"compact\")\nx = 1"
            ),
            (
                "import uuid;run_id=str( uuid . uuid4( ) )",
                "import signet;run_id=signet.new(\"run\", form=\"compact\")"
            ),
            (
                "run_id = str(__import__('uuid').uuid4())\nimport uuid\nreq_id = str(uuid.uuid4())",
                "run_id = str(__import__('uuid').uuid4())\nimport signet\n"
                    + "req_id = signet.new('req', form='compact')"
            ),
            (
                "import json\n\n\n\nimport uuid\n\n\n\nrun_id = str(uuid.uuid4())\nprint(json)\n",
                "import json\n\n\n\nimport signet\n\n\n\n"
                    + "run_id = signet.new(\"run\", form=\"compact\")\nprint(json)\n"
            ),
            (
                "import uuid\nrun_id = str(uuid.uuid4())   \t\n\n\n",
                "import signet\nrun_id = signet.new(\"run\", form=\"compact\")   \t\n\n\n"
            ),
        ]
    )
    func blanks(_ before: String, _ after: String) throws {
        #expect(try rewritten(before) == after)
    }

    @Test("A file that is no Python is left alone whole, with the check that says so")
    func faulty() throws {
        for (text, rung) in [
            ("import uuid\nrun_id = str(uuid.uuid4())\nx = (\n", ProofFailure.Rung.outline),
            ("import uuid\nrun_id = str(uuid.uuid4())\n  x = '\n", .outline),
        ] {
            let plan = try FixTree(["a.py": text]).plan()
            #expect(plan.changed.isEmpty)
            #expect(plan.failed.map(\.failure?.rung) == [rung])
        }
    }

    @Test(
        "Syntax from Python 3.8 to 3.14 goes through",
        arguments: [
            "if (n := 3) > 2: pass\n", "def f(a, /, b, *, c): pass\n", "print(f'{1=}')\n",
            "match x:\n    case {'id': y} if y: pass\n    case [a, *_] | (a, _): pass\n",
            "with (open('a') as a, open('b') as b): pass\n",
            "try: pass\nexcept* ValueError: pass\n",
            "type A[T: int = str] = list[T]\ndef f[**P, *Ts](x: P) -> A: ...\nclass B[T]: ...\n",
            "x = f'{f\"{f'''{1}'''}\"}'\n", "x = f'{'a' 'b'}'\n", "x = f'{\n1  # one\n}'\n",
            "x = t'{1!r:>{2}}'\n", "try: pass\nexcept A, B: pass\n",
            "async def f():\n    return [x async for x in y]\n", "x = 1_000 + 0x_ff + 1e1_0j\n",
            "@(lambda f: f)\ndef g(): ...\n", "lambda *, id=1: (yield)\n",
        ]
    )
    func syntax(_ text: String) throws {
        let head = "import uuid\n\n"
        let foot = "run_id = str(uuid.uuid4())\n"
        let result = try rewritten(
            Array((head + text + foot).utf8),
            version: PythonVersion(3, 14)
        )
        let body = String(decoding: result, as: UTF8.self)
        #expect(body.hasPrefix("import signet\n\n\(text)run_id = signet.new("))
    }
}
