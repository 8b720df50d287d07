import SignetConfiguration
import Testing

/// Each file must be read or refused, in a moment and without crashing.
@Suite(.timeLimit(.minutes(10))) struct `Hostile configuration files` {
    /// Levels of nine aliases each: 9 to the power of their number when they are written out.
    private static func bomb(_ levels: Int) -> String {
        var lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
        for level in 1...levels {
            let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
            lines.append("a\(level): &a\(level) [\(alias)]")
        }
        return lines.joined(separator: "\n")
    }

    private static func isRefused(_ text: String) -> Bool {
        do throws(ConfigurationError) {
            _ = try Configuration(yaml: text)
            return false
        } catch {
            return true
        }
    }

    @Test func `aliases of aliases do not fill the memory`() {
        #expect(Self.isRefused(Self.bomb(12)))
        #expect(Self.isRefused("scan:\n  include: &x [*x]"))
    }

    @Test func `aliases of aliases as a key do not take for ever`() {
        let indented = Self.bomb(7).split(separator: "\n").map { "  \($0)\n" }.joined()
        let time = ContinuousClock().measure {
            #expect(Self.isRefused("kinds:\n\(indented)  ? *a7\n  : {}\n"))
        }
        // Written out, the key has five million nodes, and two levels more have 400 million.
        #expect(time < .seconds(1))
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "!!x ", "&a [", "'", "\"", "|\n", "*", "%"])
    func `a deep or broken text does not overflow the stack`(piece: String) {
        #expect(Self.isRefused(String(repeating: piece, count: 100_000)))
    }

    @Test func `mappings and lists a thousand levels deep do not overflow the stack`() {
        let text = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(Self.isRefused(text))
        let lists = ["[", "]"].map { String(repeating: $0, count: 500) }.joined()
        #expect(Self.isRefused(lists))
    }

    @Test func `a large flat file is read`() throws {
        let kinds = (0..<500).map { "  k\($0): {summary: number \($0)}\n" }.joined()
        #expect(try Configuration(yaml: "kinds:\n" + kinds).declaredKinds.count == 500)
    }

    @Test func `a file over 1 MiB, or not of UTF-8, is refused`() throws {
        let directory = try Scratch()
        let large = try directory.write("large.yml", String(repeating: "#\n", count: 1 << 20))
        let error = #expect(throws: ConfigurationError.self) { try Configuration(file: large) }
        #expect(error?.code == .unreadable)
        #expect(throws: ConfigurationError.self) { try Configuration(file: "/dev/zero") }
    }

    static let controls = [
        "\u{0}", "a\u{0}b: 1", "\u{feff}\u{feff}", "\u{85}", "kinds:\n  k\u{1b}[31m: {}",
    ]

    @Test(arguments: controls)
    func `control characters are refused and not repeated`(text: String) {
        do throws(ConfigurationError) {
            _ = try Configuration(yaml: text)
        } catch {
            #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
        }
    }
}
