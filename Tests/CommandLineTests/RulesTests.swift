import Foundation
import ProcessTesting
import Testing

@Suite struct `signet rules` {
    @Test func `the list has a line for each rule`() async throws {
        let outcome = try await signet.run("rules")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("  raw-uuid"))
        #expect(outcome.output.contains("producer: where are identifiers made?"))
    }

    @Test func `one rule is explained with marked examples and a suppression`() async throws {
        let outcome = try await signet.run("rules", "raw-uuid")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("raw-uuid  producer, warning\n"))
        let example = "    thread_id = str(uuid.uuid4())\n                    ^\n"
        #expect(outcome.output.contains(example))
        #expect(outcome.output.contains("signet: ignore[raw-uuid] the reason, until"))
    }

    @Test func `an unknown rule is refused with the nearest name`() async throws {
        let outcome = try await signet.run("rules", "raw_uid")
        #expect(outcome.status == 2)
        #expect(outcome.errors == "signet: there is no such rule; is raw-uuid meant?\n")
        #expect(try await signet.run("rules", "zzzzzzzzzzzz").errors.contains("signet rules lists"))
        #expect(try await signet.run("rules", "--json", "--markdown").status == 2)
    }

    @Test func `JSON has an object a rule`() async throws {
        let outcome = try await signet.run("rules", "--json")
        #expect(!outcome.lines.isEmpty)
        for line in outcome.lines {
            let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let rule = try #require(parsed as? [String: Any])
            #expect((rule["name"] as? String)?.isEmpty == false)
            #expect((rule["examples"] as? [[String: Any]])?.isEmpty == false)
        }
        let one = try await signet.run("rules", "raw-uuid", "--json")
        #expect(one.lines.count == 1)
    }

    @Test func `the page in docs is what the command prints`() async throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/rules.md").standardizedFileURL
        let outcome = try await signet.run("rules", "--markdown")
        // Write it anew with: .build/release/signet rules --markdown > docs/rules.md
        #expect(try String(contentsOf: file, encoding: .utf8) == outcome.output)
    }
}
