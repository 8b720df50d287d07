import Foundation
import SignetScan
import Testing

/// Whatever the bytes are, the analysis ends soon, and its answers lie within them.
///
/// With `SIGNET_SLOW=1`, random and mutated sources are tried for ten minutes.
@Suite struct ScriptFuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let size = Int(environment["SIGNET_FUZZ_BYTES"] ?? "") ?? 1 << 20
    /// How long the random tests go on, in all.
    private static let patience: Duration =
        environment["SIGNET_SLOW"] == "1" ? .seconds(600) : .seconds(2)

    private static func check(_ source: [UInt8]) {
        for readsElements in [true, false] {
            let lexer = ScriptLexer(source.span, readsElements: readsElements)
            #expect(lexer.tokens.last?.kind == .endMarker)
            var position: UInt32 = 0
            var isOrdered = true
            for token in lexer.tokens {
                isOrdered = isOrdered && token.start >= position && token.end >= token.start
                position = token.end
            }
            isOrdered = isOrdered && lexer.pairs.allSatisfy { $0.open < $0.close }
            #expect(isOrdered && position <= source.count)
        }
        for facts in [FactSet.uuids, .producers, .consumers, .isolation, .minters, .all] {
            checkFacts(source, facts)
        }
    }

    private static func checkFacts(_ source: [UInt8], _ facts: FactSet) {
        let language = ScriptLanguage.typeScriptElements
        let found = language.analyze(source.span, facts)
        var ranges = found.generations.map(\.range) + found.compositions.map(\.range)
        ranges += found.cuts.map(\.range) + found.consumptions.map(\.range)
        ranges += found.placeholders.map(\.range) + found.familySplits.map(\.range)
        ranges += found.minters.map(\.range)
        let isInside = ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= source.count }
        #expect(isInside)
        let isLetThrough = language.mightMatch(source.span, facts)
        #expect(
            ranges.isEmpty || isLetThrough,
            "\(String(decoding: source.prefix(400), as: UTF8.self))"
        )
    }

    private static let head = """
        import { v4 as uuid } from "uuid"; const crypto = require("crypto");

        """

    @Test(
        "Repeated fragments take linear time",
        arguments: [
            "(", ")", "[", "{", "}", "<", ">", "\"", "'", "`", "${", "`${", "/", "\\", "\n", "\r",
            "=/(", "<a>", "</a>", "<a b={", "<a ", "a", "a ", "a.", "a?.", "a,", "a+", "+a", "a=",
            "a=>", "()=>", "(a)=>{", "async ", "?", ":", "a?b:", "?.", "??a", "++a ", "a++;",
            "uuid(", "uuid(),", "uuid()+", "`${uuid()}`+", "x=uuid();", "const x=uuid();x;",
            "{a:uuid(),", "[uuid(),", "f(uuid(),", "uuid().slice(0,8);", "(uuid());",
            "class A{", "function f(){", "function f(a=uuid()){", "import {v4} from 'uuid';",
            "const {a}=", "let a,", "var x=", "x=>x.id===", "id.split('_');", "a.id.length===36&&",
            "type A<T>=", "f<T>(", "<T,>(", "!", "@a ", "#a ", "1_", "0x", "1e", "é", "\u{A0}",
            "return ", "if(a)", "for(;;)", "else ", "case a:", "a:", "/*", "//", "<!--", "\0",
            "): a<", "(a): b<c,", "userId??'unknown',", "crypto.", "const a=crypto;{", "...a,",
            "{runId:uuid(),threadId,", "a\n", "a.length+", ".sort(", "in ", "of ", "\\u0061",
        ]
    )
    func repeated(_ fragment: String) {
        var source = Array(Self.head.utf8)
        let bytes = Array(fragment.utf8)
        while source.count < Self.size { source += bytes }
        let elapsed = ContinuousClock().measure { Self.check(source) }
        // A quadratic pass would take minutes. The bound is wide: this is no benchmark.
        #expect(elapsed < .seconds(10 + 8 * (Self.size >> 20)))
    }

    @Test(
        "Two long halves take linear time",
        arguments: [
            ("(", "uuid(),"), ("x=", "a."), ("a+", "uuid()+"), ("{a:", "uuid(),"), ("[", "uuid(),"),
            ("const a=", "uuid();"), ("function f(){", "uuid();"), ("()=>", "uuid(),"),
            ("class A{", "a(){}"), ("`${", "uuid()}`"), ("<a>", "{uuid()}"), ("a?", ":uuid()"),
            ("let uuid;{", "uuid();"), ("a.", "id.split('_');"), ("const crypto=a;", "crypto.b;"),
        ]
    )
    func halves(_ first: String, _ second: String) {
        var source = Array(Self.head.utf8)
        while source.count < Self.size / 2 { source += Array(first.utf8) }
        while source.count < Self.size { source += Array(second.utf8) }
        let elapsed = ContinuousClock().measure { Self.check(source) }
        #expect(elapsed < .seconds(10 + 8 * (Self.size >> 20)))
    }

    @Test("Random bytes are no danger")
    func random() {
        var generator = SeededGenerator(state: 1)
        let words = [
            "uuid", "crypto", ".randomUUID()", "const ", "=", "(", ")", "{", "}", "[", "]", "`",
            "${", "/", "<", ">", "'", "\"", ",", ";", ":", "?", "=>", "+", "++", ".", "id",
            "userId",
            "runId", "threadId", ".split('_')", ".slice(0, 8)", ".length", "36", "===", " ", "\n",
            "return ", "function ", "class ", "import ", "from ", "require('uuid')", "v4", "as ",
            "async ", "await ", "new ", "Date", "\\", "é", "\0", "@", "!", "??", "'unknown'",
            "default", "[0-9a-f]{8}-", "<a ", "/>", "</", "in ", "of ", "newId", "sort", "mock",
        ].map { Array($0.utf8) }
        let clock = ContinuousClock()
        let end = clock.now + Self.patience / 2
        repeat {
            let count = Int.random(in: 1...4_000, using: &generator)
            Self.check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
            Self.check(
                (0..<count / 4).flatMap { _ in words.randomElement(using: &generator) ?? [] }
            )
        } while clock.now < end
    }

    @Test("Mutated and cut sources are no danger")
    func mutated() {
        var generator = SeededGenerator(state: 2)
        let original = Array(ScriptSamples.everything.utf8)
        let pieces = Array("{}()[]<>\"'`\\\n:=,/$;.? f".utf8)
        let clock = ContinuousClock()
        let end = clock.now + Self.patience / 2
        repeat {
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
            Self.check(
                Array(original.prefix(Int.random(in: 0...original.count, using: &generator)))
            )
        } while clock.now < end
    }
}
