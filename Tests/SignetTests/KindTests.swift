import Signet
import Testing

@Suite struct KindTests {
    @Test(arguments: [
        "a", "user", "ws_conn", "a1", "a1_b2", "abcdefgh", "abcdefghi", "a_b_c_d",
        "abcdefghijklmnopqrstuvwxyzabcdef",
    ])
    func `a name is kept as it is`(name: String) throws {
        let kind = try #require(Kind(name))
        #expect(kind.description == name)
        #expect(kind.count == name.utf8.count)
        #expect(try Kind(Substring(name)) == kind)
    }

    @Test(arguments: [
        ("", IDError.Code.kindMissing, 0), ("_", .kindMalformed, 0), ("a_", .kindMalformed, 1),
        ("_a", .kindMalformed, 0), ("a__b", .kindMalformed, 2), ("1a", .kindMalformed, 0),
        ("a_1", .kindMalformed, 2), ("aB", .upperCase, 1), ("a b", .whiteSpace, 1),
        ("a-b", .kindMalformed, 1), ("é", .nonASCII, 0), ("a\n", .whiteSpace, 1),
        ("abcdefghijklmnopqrstuvwxyzabcdefg", .kindTooLong, 32),
    ])
    func `a malformed name is refused`(name: String, code: IDError.Code, offset: Int) {
        #expect(throws: IDError(code, at: offset)) { try Kind(Substring(name)) }
        #expect(Kind(name) == nil)
    }

    @Test func `kinds are ordered as their names are`() throws {
        var random = SeededRandom(seed: 9)
        let names = (0..<5000).map { _ in random.label() + "_" + random.label() }
        let kinds = try names.map { try Kind(Substring($0)) }
        #expect(kinds.sorted().map(\.description) == names.sorted())
    }

    @Test func `kinds are values of 32 bytes that copy without counting references`() {
        func requireTrivial<Value: BitwiseCopyable>(_: Value.Type) -> Int {
            MemoryLayout<Value>.size
        }
        #expect(requireTrivial(Kind.self) == 32)
    }
}
