import Signet
import SignetConfiguration
import Testing

@Suite struct `What a configuration is refused for` {
    /// A file, the code of its refusal and its place.
    struct Fault: Sendable, CustomTestStringConvertible {
        let text: String
        let code: ConfigurationError.Code
        let line: Int
        let column: Int

        init(_ text: String, _ code: ConfigurationError.Code, _ line: Int, _ column: Int) {
            self.text = text
            self.code = code
            self.line = line
            self.column = column
        }

        var testDescription: String { text }
    }

    static let shapes: [Fault] = [
        .init("- a", .schema, 1, 1),
        .init("word", .schema, 1, 1),
        .init("colour: blue", .schema, 1, 1),
        .init("version: 2", .schema, 1, 10),
        .init("version: x", .schema, 1, 10),
        .init("kinds: [a]", .schema, 1, 8),
        .init("version: 1\nkinds:\n  k:\n    shape: [a]", .schema, 4, 5),
        .init("kinds:\n  k: text", .schema, 2, 6),
        .init("kinds:\n  k:\n    slots: a", .schema, 3, 12),
        .init("kinds:\n  k:\n    slots: [[a]]", .schema, 3, 13),
        .init("kinds:\n  k:\n    owner: hash", .schema, 3, 12),
        .init("kinds:\n  k:\n    form: sealed", .schema, 3, 11),
        .init("kinds:\n  k:\n    lifetime: 30", .schema, 3, 15),
        .init("kinds:\n  k:\n    lifetime: -1d", .schema, 3, 15),
        .init("kinds:\n  k:\n    lifetime: 9999999999d", .schema, 3, 15),
        .init("kinds:\n  [a]: {}", .schema, 2, 3),
        .init("scan:\n  include: a", .schema, 2, 12),
        .init("scan:\n  ignore: [a]", .schema, 2, 3),
        .init("scan:\n  baseline: [a]", .schema, 2, 13),
        .init("scan:\n  rules: [a]", .schema, 2, 10),
        .init("scan:\n  rules:\n    raw-uuid: loud", .schema, 3, 15),
        .init("services: [a]", .schema, 1, 11),
        .init("services:\n  auth:", .schema, 2, 8),
        .init("services:\n  auth: []", .schema, 2, 9),
        .init("services:\n  auth: [{a: b}]", .schema, 2, 10),
        .init("services:\n  '': [a]", .schema, 2, 3),
        .init("sources: {a: b}", .schema, 1, 10),
        .init("keys:\n  owner: {}", .schema, 2, 10),
        .init("keys:\n  seal:\n    ring: []", .schema, 3, 5),
        .init("keys:\n  seal:\n    ring:\n      - {environment: A}", .schema, 4, 9),
        .init("keys:\n  seal:\n    ring:\n      - {number: 32, file: A}", .schema, 4, 18),
        .init("keys:\n  seal:\n    ring:\n      - {number: 1}", .schema, 4, 9),
        .init(
            "keys:\n  seal:\n    ring:\n      - {number: 1, file: a, environment: b}",
            .schema,
            4,
            9
        ),
        .init(
            "keys:\n  seal:\n    ring:\n      - {number: 1, file: a}\n      - {number: 1, file: b}",
            .schema,
            5,
            9
        ),
        .init("keys:\n  seal:\n    ring:\n      - {number: 1, key: abc}", .schema, 4, 21),
    ]

    static let catalogs: [Fault] = [
        .init("kinds:\n  Invoice: {}", .catalog, 2, 3),
        .init("kinds:\n  a-b: {}", .catalog, 2, 3),
        .init("kinds:\n  thread_chat: {}", .catalog, 2, 3),
        .init("kinds:\n  a:\n    slots: [x]\n  a_b: {}", .catalog, 4, 3),
        .init("kinds:\n  k:\n    slots: [a?, b]", .catalog, 3, 5),
        .init("kinds:\n  k:\n    slots: [A]", .catalog, 3, 5),
        .init("kinds:\n  k:\n    owner: tag", .catalog, 3, 5),
    ]

    static let syntax: [Fault] = [
        .init("kinds: [a\n", .syntax, 2, 1),
        .init("version: 1\nkinds: }", .syntax, 2, 8),
        .init("a: b: c", .syntax, 1, 5),
        .init("kinds: *nothing", .syntax, 1, 8),
        .init("\ttab: 1", .syntax, 1, 1),
    ]

    @Test(arguments: shapes + catalogs + syntax)
    func `a fault is told with its line and its column`(fault: Fault) {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration(yaml: fault.text)
        }
        #expect(error?.code == fault.code)
        #expect(error?.line == fault.line)
        #expect(error?.column == fault.column)
    }

    @Test(arguments: [
        "version: 1\nversion: 1", "kinds:\n  k: {}\n  k: {}", "scan: {include: [], include: []}",
    ])
    func `a setting that stands twice is refused`(text: String) {
        let error = #expect(throws: ConfigurationError.self) { try Configuration(yaml: text) }
        #expect(error?.code == .syntax)
        #expect(error?.message.contains("twice") == true)
    }

    @Test func `kinds that no text could tell apart are both named`() {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration(yaml: "kinds: {thread_chat: {}}")
        }
        #expect(error?.message.contains("kind thread_chat") == true)
        #expect(error?.message.contains("kind thread)") == true)
    }

    @Test func `an unknown setting is told what is known`() {
        let error = #expect(throws: ConfigurationError.self) { try Configuration(yaml: "x: 1") }
        #expect(error?.message.contains("version, kinds, keys, services, sources, scan") == true)
    }

    @Test func `a description begins with file, line and column`() throws {
        let directory = try Scratch()
        let path = try directory.write("signet.yml", "version: 1\nkinds: [hunter2]\n")
        let error = #expect(throws: ConfigurationError.self) { try Configuration(file: path) }
        #expect(error?.description == "\(path):2:8: a mapping is expected")
        #expect(error?.description.contains("hunter2") == false)
    }
}
