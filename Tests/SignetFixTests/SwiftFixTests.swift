import Foundation
import Signet
import SignetFix
import SignetScan
import Testing

@Suite struct `Fixes of Swift` {
    struct Case: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var level = FixLevel.safe

        init(_ old: String, _ new: String, _ level: FixLevel = .safe) {
            self.old = old
            self.new = new
            self.level = level
        }

        var testDescription: String { old }
    }

    private static func source(_ line: String, _ imports: String = "import Foundation") -> String {
        "\(imports)\n\nstruct Run {\n    \(line)\n}\n"
    }

    private static func plan(_ line: String) throws -> FixFile {
        let fixture = try SwiftFixture(["Sources/App/Run.swift": source(line)])
        let files = fixture.plan()
        return try #require(files.first)
    }

    // MARK: What is written

    @Test(arguments: [
        Case("let runID = UUID().uuidString", "let runID = Signet.RunID().compact"),
        Case(
            "let runID: String = UUID.init().uuidString",
            "let runID: String = Signet.RunID().compact"
        ),
        Case("let runID = String(describing: UUID())", "let runID = Signet.RunID().compact"),
        Case("let runID = \"\\(UUID())\"", "let runID = Signet.RunID().compact"),
        Case("let runID = (UUID()).uuidString", "let runID = Signet.RunID().compact"),
        Case(
            "let runID = UUID()\n        .uuidString\n        .lowercased()",
            "let runID = Signet.RunID().compact"
        ),
        Case(
            "let runID = UUID().uuidString.uppercased()",
            "let runID = UUID(uuid: Signet.RunID().core.octets).uuidString.uppercased()"
        ),
        Case(
            "let runID = UUID().uuidString.replacingOccurrences(of: \"-\", with: \"\")",
            "let runID = UUID(uuid: Signet.RunID().core.octets).uuidString"
                + ".replacingOccurrences(of: \"-\", with: \"\")"
        ),
        Case("let id = UUID()", "let id = UUID(uuid: Signet.RunID().core.octets)"),
        Case(
            "let id = Foundation.UUID()",
            "let id = Foundation.UUID(uuid: Signet.RunID().core.octets)"
        ),
        Case("var id: UUID = .init()", "var id: UUID = .init(uuid: Signet.RunID().core.octets)"),
        Case(
            "func f(eventID: UUID = UUID()) {}",
            "func f(eventID: UUID = UUID(uuid: Signet.EventID().core.octets)) {}"
        ),
        Case(
            "func f() { self.id = UUID().uuidString }",
            "func f() { self.id = Signet.RunID().compact }"
        ),
        Case(
            "func f(_ g: Any?) { start(requestID: g ?? UUID().uuidString) }",
            "func f(_ g: Any?) { start(requestID: g ?? Signet.RequestID().compact) }"
        ),
        Case(
            "let all = [\"thread_id\": UUID().uuidString]",
            "let all = [\"thread_id\": Signet.ThreadID().compact]"
        ),
        Case(
            "func makeSessionID() -> String { UUID().uuidString }",
            "func makeSessionID() -> String { Signet.SessionID().compact }"
        ),
        Case(
            "let connectionID = 1, websocketConnectionID = UUID().uuidString",
            "let connectionID = 1, websocketConnectionID = Signet.WebSocketConnectionID().compact"
        ),
        Case(
            "let executionID = flag ? UUID().uuidString : old",
            "let executionID = flag ? Signet.ExecutionID().compact : old"
        ),
        Case(
            "let runID = UUID().uuidString.prefix(8)",
            "let runID = Signet.RunID().compact[...]",
            .unsafe
        ),
        Case(
            "let runID = UUID().uuidString.prefix(8).lowercased()",
            "let runID = Signet.RunID().compact",
            .unsafe
        ),
        Case(
            "let runID = String(UUID().uuidString.prefix(8))",
            "let runID = Signet.RunID().compact",
            .unsafe
        ),
        Case(
            "let runID = \"run_\\(UUID().uuidString.prefix(8))\"",
            "let runID = Signet.RunID().compact",
            .unsafe
        ),
        Case(
            "let runID = \"run-\" + UUID().uuidString",
            "let runID = Signet.RunID().compact",
            .unsafe
        ),
        Case(
            "func f() { runID = \"run-\" + UUID().uuidString }",
            "func f() { runID = Signet.RunID().compact }",
            .unsafe
        ),
        Case(
            "let runID = \"run_\\(Int(Date().timeIntervalSince1970 * 1000))_\\(UUID())\"",
            "let runID = Signet.RunID().compact",
            .unsafe
        ),
        Case(
            "let state = #make(Run(runID: UUID().uuidString))",
            "let state = #make(Run(runID: Signet.RunID().compact))",
            .unsafe
        ),
    ])
    func `keep the type, and the look where it matters`(_ example: Case) throws {
        let file = try Self.plan(example.old)
        #expect(file.failure == nil)
        #expect(file.sites.map(\.level) == [example.level])
        #expect(
            file.text == Self.source(example.new, "import Foundation\nimport Signet")
        )
        #expect(file.edits?.inverse.result == file.edits?.original)
    }

    // MARK: What is left to people

    @Test(arguments: [
        ("let token = UUID().uuidString", "a secret is no identifier"),
        ("let name = UUID().uuidString", "nothing says what it names"),
        ("let id = NSUUID().uuidString", "NSUUID makes objects of a type of its own"),
        ("let runID = UUID().uuidString.split(separator: \"-\")[0]", "what is taken from"),
        ("let runID = UUID().uuidString.suffix(8)", "what is taken from"),
        ("let runID = UUID().uuid.0", "what is taken from"),
        ("let runID = UUID().uuidString + name", "the text also holds name"),
        ("let runID = UUID().uuidString == name", "the value is part of a larger expression"),
        ("let path = \"uploads/\\(UUID().uuidString).png\"", "the value is part of a longer text"),
        ("let runID = \"run_\\(name)_\\(UUID())\"", "the text also holds name"),
        ("let runID = \"run_\\(now)_\\(UUID())\"", "the text also holds now"),
        ("let runID = \"job_\\(UUID())\"", "its name says run, its text says job_"),
        ("let runID = UUID(/* new */).uuidString", "a comment stands inside"),
        ("let runID: () -> UUID = UUID.init", "the function is passed on"),
        ("@Default(UUID().uuidString) var runID: String", "it is the argument of an attribute"),
        ("@Default(runID: UUID().uuidString) var x: String", "it is the argument of an attribute"),
    ])
    func `are refused with a reason`(_ line: String, _ reason: String) throws {
        let file = try Self.plan(line)
        #expect(file.failure == nil)
        #expect(file.edits == nil)
        let site = try #require(file.sites.first)
        #expect(site.level == .manual)
        #expect(site.reasons.joined(separator: "; ").hasPrefix(reason))
    }

    @Test func `an undeclared kind is suggested, and written once it is declared`() throws {
        let fixture = try SwiftFixture([
            "Sources/App/Run.swift": Self.source("let invoiceID = UUID().uuidString")
        ])
        let site = try #require(fixture.plan().first?.sites.first)
        #expect(site.level == .manual)
        #expect(site.replacement == #"Signet.AnyID("invoice", Signet.Core()).compact"#)
        #expect(site.remedy == "declare invoice in signet.yml")
        let catalog = try Catalog(
            Catalog.builtIn.declarations + [KindDeclaration("invoice", summary: "an invoice")]
        )
        let file = try #require(fixture.plan(level: .safe, catalog: catalog).first)
        #expect(file.sites.map(\.level) == [.safe])
        #expect(file.text?.contains(#"= Signet.AnyID("invoice", Signet.Core()).compact"#) == true)
    }

    @Test(arguments: [
        ("Package.swift", "a manifest"), ("Package@swift-6.0.swift", "a manifest"),
        ("Sources/App/Migrations/CreateRun.swift", "migrations say"),
    ])
    func `files that stay are named`(_ name: String, _ reason: String) throws {
        let fixture = try SwiftFixture(
            [name: Self.source("let runID = UUID().uuidString")],
            manifest: name == "Package.swift" ? nil : "\"Signet\""
        )
        let file = try #require(fixture.plan().first)
        #expect(file.edits == nil)
        #expect(file.sites.first?.reasons.first?.hasPrefix(reason) == true)
    }

    @Test func `scripts, and files with a Signet of their own, stay`() throws {
        let line = Self.source("let runID = UUID().uuidString")
        let fixture = try SwiftFixture([
            "a.swift": "#!/usr/bin/env swift\n" + line, "b.swift": line + "enum Signet {}\n",
        ])
        #expect(fixture.plan().flatMap(\.sites).map(\.level) == [.manual, .manual])
    }

    // MARK: What else may not compile

    @Test(
        arguments: [
            (nil, FixLevel.unsafe), ("\"Signet\"", .safe), ("\"SignetTesting\"", .unsafe),
        ] as [(String?, FixLevel)]
    )
    func `a package that does not name the product is not safe`(
        _ manifest: String?,
        _ level: FixLevel
    ) throws {
        let fixture = try SwiftFixture(
            ["Sources/App/Run.swift": Self.source("let runID = UUID().uuidString")],
            manifest: manifest
        )
        #expect(fixture.plan().first?.sites.map(\.level) == [level])
    }

    @Test func `a name that the import brings a second time is not safe`() throws {
        let line = "let runID = UUID().uuidString; var other: EventID"
        let imports = "import Foundation\nimport Events"
        let fixture = try SwiftFixture([
            "a.swift": Self.source(line, imports),
            "b.swift": Self.source(line + "\n    typealias EventID = String", imports),
            "c.swift": Self.source(line, imports + "\nimport Signet"),
            "d.swift": Self.source(line.replacing("EventID", with: "Events.EventID"), imports),
        ])
        #expect(fixture.plan().map { $0.sites[0].level } == [.unsafe, .safe, .safe, .safe])
    }

    @Test func `consumers in the tree keep a text that of a UUID, or keep it from changing`() throws
    {
        let producer = "let runID = UUID().uuidString"
        let parsing = try SwiftFixture([
            "Run.swift": Self.source(producer),
            "Use.swift":
                "import Foundation\nfunc use(runID: String) { _ = UUID(uuidString: runID) }\n",
        ])
        let file = try #require(parsing.plan().first { $0.path.hasSuffix("Run.swift") })
        #expect(file.sites.map(\.level) == [.safe])
        #expect(
            file.text?.contains("= UUID(uuid: Signet.RunID().core.octets).uuidString\n") == true
        )
        let cutting = try SwiftFixture([
            "Run.swift": Self.source(producer),
            "Use.swift": "import Foundation\nfunc use(runID: String) { _ = runID.prefix(8) }\n",
        ])
        let site = try #require(
            cutting.plan().first { $0.path.hasSuffix("Run.swift") }?.sites.first
        )
        #expect(site.level == .manual)
        #expect(site.broken.map(\.rule) == ["id-slice"])
    }

    @Test func `a text that gets longer than that of a UUID is not safe`() throws {
        let fixture = try SwiftFixture(["a.swift": Self.source("let cacheID = UUID().uuidString")])
        let plans = [("migration", FixLevel.safe), ("redis_client", .unsafe)].map { kind, level in
            (fixture.plan(names: ["cacheID": kind]).first?.sites.first?.level, level)
        }
        #expect(plans.allSatisfy { $0 == $1 })
    }

    @Test func `the form that is asked for is taken`() throws {
        let fixture = try SwiftFixture(["a.swift": Self.source("let runID = UUID().uuidString")])
        #expect(
            fixture.plan(form: .uuid).first?.sites.first?.replacement
                == "UUID(uuid: Signet.RunID().core.octets)"
        )
        #expect(
            fixture.plan(form: .readable).first?.sites.first?.replacement
                == "Signet.RunID().compact"
        )
    }

    // MARK: Bytes

    @Test func `line ends and the byte order mark stay, and a second run changes nothing`() throws {
        let text = "\u{feff}// Größe\n\(Self.source("let runID = UUID().uuidString // é"))"
            .replacing("\n", with: "\r\n")
        let fixture = try SwiftFixture(["a.swift": text])
        let files = fixture.plan()
        let new = try #require(files.first?.edits).result
        let expected = text.replacing("UUID().uuidString", with: "Signet.RunID().compact")
            .replacing("import Foundation\r\n", with: "import Foundation\r\nimport Signet\r\n")
        #expect(new == Array(expected.utf8))
        try fixture.write(files)
        #expect(fixture.plan().allSatisfy { $0.edits == nil && $0.sites.isEmpty })
    }

    @Test func `a person may choose another kind`() throws {
        let fixture = try SwiftFixture(["a.swift": Self.source("let id = UUID()")])
        var answers: [Bool] = []
        let files = fixture.plan { sites in
            for index in sites.indices {
                answers.append(sites[index].rename(to: "exec"))
                answers.append(sites[index].give(to: "user.id"))
            }
        }
        #expect(answers == [true, false])
        #expect(files.first?.text?.contains("UUID(uuid: Signet.ExecutionID().core.octets)") == true)
    }
}
