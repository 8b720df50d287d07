import Foundation
import SignetScan
import Testing

/// Whatever the bytes are, the analysis ends soon, and its answers lie within them.
@Suite struct PythonFuzzTests {
    private static let size =
        Int(ProcessInfo.processInfo.environment["SIGNET_FUZZ_BYTES"] ?? "") ?? 1 << 20

    private static func check(_ source: [UInt8]) {
        let lexer = PythonLexer(source.span, keepsTrivia: true)
        #expect(lexer.tokens.last?.kind == .endMarker)
        var position: UInt32 = 0
        var isOrdered = true
        var depth = 0
        for token in lexer.tokens {
            isOrdered = isOrdered && token.start >= position && token.end >= token.start
            position = token.end
            depth += token.kind == .indent ? 1 : token.kind == .dedent ? -1 : 0
            isOrdered = isOrdered && depth >= 0
        }
        #expect(isOrdered && depth == 0 && position <= source.count)
        let analysis = PythonLanguage().analyze(source.span, .all)
        for site in analysis.generations {
            #expect(site.range.upperBound <= source.count)
        }
        let isLetThrough = PythonPrefilter.mightMatch(source.span)
        #expect(isLetThrough || !analysis.generations.contains { $0.ingredient == .uuid })
    }

    @Test(
        "Repeated fragments take linear time",
        arguments: [
            "(", ")", "[", "{", "}", "\"", "'", "\\", "\\\n", "\n", "\r", "\t", " ", "a", "a\n",
            "\0",
            "f\"", "f\"{", "f'{f\"{", "f\"\"\"{", "t'{", "f'{x:", "f'{{", "f'\\N{", "f'{x:\n",
            "if x:\n ",
            "lambda:", "lambda x=uuid4:", "lambda:()", "class a:", "def f(): ", "if x:", "uuid4(",
            "uuid4().hex,", "[uuid4() for uuid4 in ", "x=", "x:=uuid4,", "uuid4=uuid4;", "a,",
            "*a,",
            "\"%s\" % uuid4(),", "x=uuid4\n", "if x: uuid4 = 1\n", "global uuid4\n", "match x:\n",
            "from uuid import *\n", "import uuid;", "f(id=uuid4())\n", "1_", "0x", "1e", "é",
            "\u{A0}",
            "def f(uuid4=uuid4): uuid4()\n", "\"\".format(uuid4(), ", "(uuid4)", "x[uuid4()]=",
        ]
    )
    func repeated(_ fragment: String) {
        var source = Array("import uuid\nfrom uuid import uuid4\n".utf8)
        let bytes = Array(fragment.utf8)
        while source.count < Self.size { source += bytes }
        let elapsed = ContinuousClock().measure { Self.check(source) }
        // A quadratic pass would take minutes. The bound is wide: this is no benchmark.
        #expect(elapsed < .seconds(5 + 4 * (Self.size >> 20)))
    }

    @Test(
        "Two long halves take linear time",
        arguments: [
            ("x=", "b."), ("x,y=", "1,"), ("a+", "=uuid4(),"), ("a[0]", "=uuid4(),"),
            ("x:=", "b."), ("lambda x=", "uuid4,"), ("class a:", "uuid4();"), ("é", "=uuid4();"),
            ("if x: uuid4 = 1\n", "uuid4()\n"), ("def uuid4(): pass\n", "uuid4()\n"),
            ("f(default=", "uuid4(),"), ("(", "uuid4(),"), ("global uuid4;", "uuid4=1;"),
            ("lambda:", "()"), ("@", "uuid4()"), ("with a as b, ", "uuid4() as c,"),
        ]
    )
    func halves(_ first: String, _ second: String) {
        var source = Array("import uuid\nfrom uuid import uuid4\n".utf8)
        while source.count < Self.size / 2 { source += Array(first.utf8) }
        while source.count < Self.size { source += Array(second.utf8) }
        let elapsed = ContinuousClock().measure { Self.check(source) }
        #expect(elapsed < .seconds(5 + 4 * (Self.size >> 20)))
    }

    @Test("Random bytes are no danger", arguments: 0..<8)
    func random(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        let alphabet = Array("\n\n\t    \\\"'{}()[]:=,.#fFrtbuid4uuid.lambda for in x!é\0".utf8)
        Self.check((0..<Self.size / 8).map { _ in UInt8.random(in: 0...255, using: &generator) })
        Self.check((0..<Self.size / 8).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
    }

    @Test("Mutated sources are no danger", arguments: 0..<4)
    func mutated(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed &+ 100)
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Python/sites")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let pieces = Array("{}()[]\"'\\\n:=,#\t f".utf8)
        for name in names {
            let original = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            for _ in 0..<200 {
                var source = original
                for _ in 0..<Int.random(in: 1...8, using: &generator) {
                    let index = Int.random(in: 0..<source.count, using: &generator)
                    let piece = pieces.randomElement(using: &generator) ?? 0
                    switch generator.next() % 3 {
                    case 0: source[index] = piece
                    case 1: source.insert(piece, at: index)
                    default: source.removeSubrange(index..<min(index + 9, source.count))
                    }
                    if source.isEmpty { source = [0x0A] }
                }
                Self.check(source)
            }
        }
    }
}
