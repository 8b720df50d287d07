import Foundation
import Signet
import SignetFix
import Testing

@Suite struct `The proof of Swift edits` {
    @Test(
        arguments: [
            ("Signet.RunID().compact", nil),
            ("Signet.RunID(.compact", .outline),
            ("Signet.RunID().compact\n/*", .outline),
            ("\"", .outline),
            ("Signet.RunID().compact //", .outline),
            ("{ let Signet = \"a\"; return Signet }()", .names),
            ("String(UUID().uuidString.prefix(8))", .rescan),
            ("UUID().uuidString + \"a\"", .rescan),
        ] as [(String, ProofFailure.Rung?)]
    )
    func `finds what is planted`(_ code: String, _ rung: ProofFailure.Rung?) throws {
        let fixture = try SwiftFixture([
            "a.swift": "import Foundation\nlet runID = UUID().uuidString; let b = 1\n"
        ])
        let files = fixture.plan { sites in
            for index in sites.indices { sites[index].replacement = code }
        }
        let file = try #require(files.first)
        #expect(file.failure?.rung == rung)
        #expect((file.edits == nil) == (rung != nil))
    }

    @Test func `leaves files alone that do not parse`() throws {
        let fixture = try SwiftFixture(["a.swift": "import Foundation\nlet runID = UUID(\n"])
        let other = try SwiftFixture([
            "a.swift": "import Foundation\nlet runID = UUID().uuidString\nlet = 2\n"
        ])
        #expect(fixture.plan().allSatisfy { $0.edits == nil })
        #expect(other.plan().first?.failure?.rung == .outline)
    }

    @Test func `the table of types is that of the built-in kinds`() {
        #expect(
            Set(SwiftLibrary.types.keys)
                == Set(Catalog.builtIn.declarations.map(\.kind.description))
        )
    }

    @Test func `the table of names is that of the library`() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Signet").standardized
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var names: Set<String> = []
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let pattern = /^public (?:final )?(?:struct|class|enum|protocol|typealias) (\w+)/
                .anchorsMatchLineEndings()
            for match in text.matches(of: pattern) { names.insert(String(match.1)) }
        }
        #expect(names == SwiftLibrary.names)
    }
}
