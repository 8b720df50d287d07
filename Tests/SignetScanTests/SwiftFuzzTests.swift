import Foundation
import SignetScan
import Testing

/// Whatever the bytes are, the analysis ends soon, and its answers lie within them.
@Suite struct SwiftFuzzTests {
    private static let size =
        Int(ProcessInfo.processInfo.environment["SIGNET_FUZZ_BYTES"] ?? "") ?? 1 << 16

    private static func check(_ source: [UInt8]) {
        let analysis = SwiftLanguage().analyze(source.span, .all)
        #expect(analysis.isWithin(source.count) && analysis.isOrdered)
    }

    @Test(
        "Repeated fragments take linear time and no stack",
        arguments: [
            "(", ")", "[", "{", "}", "<", "\"", "\"\"\"", "\"\\(", "\\(", "#\"", "/", "/*", "//",
            "a.",
            ".a", "a+", "a ", "try ", "await ", "try await ", "!", "-", "&", "- ", "a ? b : ",
            "a??",
            "if a {} else ", "else if a {}", "a(", "a{", "a[", "f(id:", "\"\\(a)\"+", "UUID().",
            "UUID()+", ".uuidString", "let a = ", "a = ", "@a ", "#if a\n", "case .a: ", "a, ",
            "a: ",
            "-> ", "A<", "[A", "(A) -> ", "some ", "any ", "inout ", "`", "é", "\0", "\n", ";",
            "a\n",
            "func f() {", "struct A {", "guard a else ", "switch a {", "do {", "repeat ", "return ",
            "import A\n", "let a: UUID\n", "{ $0.id < ", "\"a\" + ", "as A ", "is A ", "~", "a...",
            "where A == B ", "A & ", "A.", "[:", "\\.", "#a(", "{ in ", "each ", "if ", "while ",
            "([", "[(", "a[b<", "{[", "f([", "#", "#if a\n#else\n", "if let a = [",
        ]
    )
    func repeated(_ fragment: String) {
        var source = Array("import Foundation\n".utf8)
        let bytes = Array(fragment.utf8)
        while source.count < Self.size { source += bytes }
        let elapsed = ContinuousClock().measure { Self.check(source) }
        // A quadratic pass would take minutes. The bound is wide: this is no benchmark.
        #expect(elapsed < .seconds(5 + 8 * (Self.size >> 16)))
    }

    @Test("A source of 50 MB ends at once", arguments: ["(", "\"", "try "])
    func long(_ fragment: String) {
        let bytes = Array(fragment.utf8)
        let source = Array(repeatElement(bytes, count: 50_000_000 / bytes.count).joined())
        let analysis = SwiftLanguage().analyze(source.span, .all)
        #expect(analysis.syntaxError != nil)
    }

    @Test("Random fragments are no danger", arguments: 0..<8)
    func random(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        let pieces = [
            "UUID()", ".uuidString", ".prefix(8)", "\"", "\\(", ")", "(", "{", "}", "let id",
            ": UUID",
            " = ", "\n", "id", ".split(separator: \"_\")", "??", "\"unknown\"", "func makeID()",
            "+",
            "Date().timeIntervalSince1970", "[", "]", ",", "struct A", "if ", "else ", "$0.id", "<",
            "String(", "userID: ", "import Foundation\n", "//", "/*", "*/", "é", "#", "@ID ",
        ]
        var source: [UInt8] = []
        while source.count < Self.size / 8 {
            source += Array((pieces.randomElement(using: &generator) ?? "").utf8)
        }
        Self.check(source)
    }
}
