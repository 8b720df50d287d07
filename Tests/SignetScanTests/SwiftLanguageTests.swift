import SignetScan
import Testing

@Suite("Swift")
struct SwiftLanguageTests {
    private static func facts(_ code: String) -> [String] {
        FactListing.lines("import Foundation\n" + code, SwiftLanguage())
    }

    @Test(
        "UUIDs are found with what becomes of them",
        arguments: [
            ("let x = UUID()", ["make Foundation.UUID uuid → x"]),
            ("self.runID = UUID().uuidString", ["make Foundation.UUID str → runID"]),
            ("f(id: Foundation.UUID())", ["make Foundation.UUID uuid → id"]),
            ("f(UUID().uuidString.lowercased())", ["make Foundation.UUID str → f"]),
            (
                "let x = UUID().uuidString.prefix(8)",
                ["cut str[:8] 32 → x", "make Foundation.UUID str[:8] → x"]
            ),
            (
                "let x = String(UUID().uuidString.prefix(13))",
                ["cut str[:13] 48 → x", "make Foundation.UUID str[:13] → x"]
            ),
            (
                "let x = UUID().uuidString.replacingOccurrences(of: \"-\", with: \"\")",
                ["make Foundation.UUID hex → x"]
            ),
            (
                "let x = String(UUID().uuidString.replacing(\"-\", with: \"\").prefix(16))",
                ["cut hex[:16] 60 → x", "make Foundation.UUID hex[:16] → x"]
            ),
            ("let x = ids.map { _ in UUID() }", ["make Foundation.UUID uuid → x"]),
            ("let make = UUID.init", ["make Foundation.UUID reference → make"]),
            ("let x: UUID = .init()", ["annotation x UUID", "make Foundation.UUID uuid → x"]),
            ("let x = UUID.init()", ["make Foundation.UUID uuid → x"]),
            ("var x: String { UUID().uuidString }", ["make Foundation.UUID str → x"]),
            (
                "func x() -> String { return \"\\(UUID())\" }",
                [
                    "build {uuid} interpolation → x", "make Foundation.UUID str → x",
                ]
            ),
            ("let x = [\"id\": UUID()]", ["make Foundation.UUID uuid → id"]),
            ("func f(x: String = UUID().uuidString) {}", ["make Foundation.UUID str → x"]),
            ("let x = UUID().hashValue", ["make Foundation.UUID other → x"]),
            ("let x = y?.id ?? UUID().uuidString", ["make Foundation.UUID str → x"]),
            ("struct UUID {}\nlet x = UUID()", []),
            ("let x = \"UUID()\" // UUID()", []),
            ("let x = UUID(uuid: bytes)", []),
        ]
    )
    func uuids(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code).sorted() == expected.sorted())
    }

    @Test("Without Foundation, UUID is another type")
    func imports() {
        #expect(
            FactListing.lines("import Synchronization\nlet x = UUID()", SwiftLanguage()).isEmpty
        )
        #expect(FactListing.lines("let x = UUID()", SwiftLanguage()).isEmpty)
        #expect(!FactListing.lines("import Vapor\nlet x = UUID()", SwiftLanguage()).isEmpty)
    }

    @Test(
        "Other generators are found",
        arguments: [
            ("let id = ULID()", ["make ULID other → id"]),
            ("let id = ObjectId()", ["make ObjectId other → id"]),
            ("let id = ObjectId(text)", []),
            ("let id = Int.random(in: 0..<100)", ["make Int.random other → id"]),
            ("let id = arc4random()", ["make arc4random other → id"]),
            ("let id = list.random()", []),
            (
                "import Dependencies\nlet id = self.uuid()",
                ["make Dependencies.uuid uuid → id"]
            ),
        ]
    )
    func generators(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code).sorted() == expected.sorted())
    }

    @Test(
        "Texts that are built in place show what they are built from",
        arguments: [
            (
                "let runID = \"run_\\(Date().timeIntervalSince1970)\"",
                ["build run_{time} interpolation → runID"]
            ),
            (
                "let id = \"\\(user.id)_\\(UUID().uuidString.prefix(8))\"",
                [
                    "build {id}_{uuid} interpolation → id", "cut str[:8] 32 → id",
                    "make Foundation.UUID str[:8] → id",
                ]
            ),
            (
                "id = \"job-\" + String(DispatchTime.now().uptimeNanoseconds)",
                ["build job-{time} sum → id"]
            ),
            (
                "let id = String(format: \"conn_%08x_%d\", getpid(), counter)",
                ["build conn_{process}_{counter} format → id"]
            ),
            (
                "let id = [\"run\", userID, \"\\(counter)\"].joined(separator: \"_\")",
                ["build run_{userID}_{counter} join → id"]
            ),
            (
                "let id = Int(Date().timeIntervalSince1970 * 1000)",
                ["build {time} bare → id"]
            ),
            (
                "let id = \"obj_\\(ObjectIdentifier(x).hashValue)\"",
                [
                    "build obj_{hash+address} interpolation → id"
                ]
            ),
            ("let id = \"user_\\(users.count)\"", ["build user_{length} interpolation → id"]),
            ("let id = \"user_\\(name)\"", []),
            ("let total = 1 + list.count", []),
            ("let start = Int(Date().timeIntervalSince1970)", []),
        ]
    )
    func compositions(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code).sorted() == expected.sorted())
    }

    @Test(
        "Places that rely on how identifiers look are consumers",
        arguments: [
            ("let x = UUID(uuidString: runID)", ["parse runID UUID"]),
            ("let x = UUID(uuidString: \"6ba7b810-9dad-11d1-80b4-00c04fd430c8\")", []),
            ("let x = run.id.split(separator: \"_\")", ["split id _"]),
            ("let x = threadID?.components(separatedBy: \"-\")", ["split threadID -"]),
            ("let x = name.split(separator: \"_\")", []),
            ("let x = user.id.uuidString.prefix(8)", ["slice id :8"]),
            (
                "let x = runID.dropFirst(4) + runID.suffix(3)",
                ["slice runID 4:", "slice runID -3:"]
            ),
            ("if id.hasPrefix(\"run_\") {}", ["affix id run_"]),
            ("if url.hasPrefix(\"run_\") || id.hasPrefix(prefix) {}", []),
            (
                "if 36 != id.count || user.id.count == 32 {}",
                ["length id 36 36", "length id 32 32"]
            ),
            ("let r = /^run_[0-9a-f]{8}$/", ["pattern r prefix and digits"]),
            ("let idPattern = \"^[0-9a-fA-F]{32}$\"", ["pattern idPattern 32 digits"]),
            ("struct A { let id: UUID }", ["annotation id UUID"]),
            ("func f(_ id: [UUID?]) -> UUID {}", ["annotation id UUID", "annotation f UUID"]),
            ("class A { @ID(key: .id) var id: UUID? }", ["column id UUID"]),
            ("s.field(\"user_id\", .uuid, .required)", ["column user_id uuid"]),
            ("try await database.schema(\"a\").id().create()", ["column id UUID"]),
            ("runs.sorted { $0.id < $1.id }", ["order id <"]),
            ("query.sort(\\.$id)", ["order id sort"]),
            ("request.parameters.get(\"id\", as: UUID.self)", ["route id UUID"]),
            (
                "db.execute(\"CREATE TABLE a (id uuid DEFAULT gen_random_uuid())\")",
                [
                    "column id uuid", "make sql.gen_random_uuid uuid → id",
                ]
            ),
        ]
    )
    func consumers(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code) == expected)
    }

    @Test(
        "Constants in the place of an owner are placeholders",
        arguments: [
            ("f(userID: \"system\")", ["placeholder userID system constant"]),
            ("let x = request.userID ?? \"anonymous\"", ["placeholder userID anonymous fallback"]),
            ("func f(userID: String = \"default\") {}", ["placeholder userID default parameter"]),
            ("context.ownerID = \"unknown\"", ["placeholder ownerID unknown constant"]),
            ("let x = [\"tenant_id\": \"default\"]", ["placeholder tenant_id default constant"]),
            ("if userID == \"unknown\" {}\nf(name: \"unknown\", userID: \"u7\")", []),
            (
                "Context(threadID: threadID, runID: UUID().uuidString)",
                ["make Foundation.UUID str → runID", "fresh runID beside threadID"]
            ),
        ]
    )
    func isolation(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code) == expected)
    }

    @Test("Functions and types that make identifiers are minters where they do")
    func minters() {
        let code = """
            enum RunIDFactory {
                static func makeRunID() -> String { "run_" + UUID().uuidString }
                static func makeGridID() -> String { stored }
            }
            let id = RunIDFactory.makeRunID()
            """
        #expect(
            Self.facts(code) == [
                "definition RunIDFactory", "definition makeRunID",
                "build run_{uuid} sum → makeRunID", "make Foundation.UUID str → makeRunID",
                "call makeRunID",
            ]
        )
        let source = Array(("import Foundation\n" + code).utf8)
        let analysis = SwiftLanguage().analyze(source.span, .all)
        #expect(analysis.generations.map(\.function) == ["RunIDFactory.makeRunID"])
    }

    @Test("Facts stand at their own bytes, comments for the scanner too")
    func places() {
        let code = "import Foundation\n// signet: a\nlet é = /* b */ UUID() // c signet: d\n"
        #expect(FactListing.places(code, SwiftLanguage()) == ["UUID()"])
        let source = Array(code.utf8)
        let analysis = SwiftLanguage().analyze(source.span, .all)
        #expect(
            analysis.directives.map { String(decoding: source[$0], as: UTF8.self) }
                == ["// signet: a", "// c signet: d"]
        )
    }

    @Test("A syntax error is told, and the rest is read")
    func syntaxError() {
        let source = Array("import Foundation\nlet x = UUID(\nlet = )\nlet y = UUID()".utf8)
        let analysis = SwiftLanguage().analyze(source.span, .all)
        #expect(analysis.syntaxError != nil)
        #expect(analysis.generations.last?.name?.text == "y")
        #expect(SwiftLanguage().analyze(Array("let x = 1".utf8).span, .all).syntaxError == nil)
    }

    @Test(
        "Files are skipped only where they can hold nothing",
        arguments: [
            ("let x = UUID()", true), ("id.hasPrefix(\"a\")", true), ("$0.id < $1.id", true),
            ("userID ?? \"unknown\"", true), ("makeRunID()", true), ("\"run\\(counter)\"", true),
            ("text.hasPrefix(\"a\")", false), ("let identity = 1", false), ("// signet: x", true),
        ]
    )
    func prefilter(_ code: String, _ expected: Bool) {
        #expect(SwiftLanguage().mightMatch(Array(code.utf8).span, .all) == expected)
    }
}
