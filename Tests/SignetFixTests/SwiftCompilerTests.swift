import Foundation
import ProcessTesting
import Signet
import SignetFix
import Testing

/// The compiler that built these tests, if it can be found.
private let compiler: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}()

@Suite(.enabled(if: compiler != nil)) struct `Rewritten Swift` {
    private static let producers = """
        import Foundation

        struct Run: Identifiable {
            var id = UUID()
            var owner: UUID? = nil
            let runID: String = UUID().uuidString
            var sessionId = UUID().uuidString.lowercased()
            var threadID = "thread_\\(UUID().uuidString.prefix(8))"
        }

        enum Kind { case a }

        final class Service: Sendable {
            let eventID: String

            init(eventID: String = UUID().uuidString) { self.eventID = eventID }

            func open(userID: UUID = .init()) -> [String: String] {
                let messageID = UUID().uuidString.prefix(8)
                let upperID: Substring = messageID
                let agentID = "agent-" + UUID().uuidString
                let toolID = UUID().uuidString.uppercased()
                let stateID = UUID().uuidString.replacingOccurrences(of: "-", with: "")
                return [
                    "request_id": UUID().uuidString, "a": agentID, "t": toolID, "s": stateID,
                    "m": String(upperID), "u": userID.uuidString, "e": eventID,
                ]
            }

            func makeSessionID() -> String { UUID().uuidString }
        }
        """
    private static let main = """

        let answer = Service().open()
        let run = Run()
        print(run.id.uuidString, run.runID, run.sessionId, run.threadID)
        print(answer["request_id"] ?? "", answer["a"] ?? "", answer["m"] ?? "", answer["e"] ?? "")
        print(answer["t"] ?? "", answer["s"] ?? "", answer["u"] ?? "")
        print(Service().makeSessionID())

        """

    private func compile(_ arguments: [String], _ fixture: SwiftFixture) async throws -> String {
        let built = Bundle.main.bundleURL
        let modules = built.appending(path: "Modules").path(percentEncoded: false)
        let program = Program(path: try #require(compiler))
        let outcome = try await program.run(
            ["-I", modules, "-swift-version", "6", "-warnings-as-errors"] + arguments,
            in: fixture.directory
        )
        return outcome.status == 0 ? "" : outcome.output + outcome.errors
    }

    @Test func `compiles, and makes IDs of the right kinds`() async throws {
        let fixture = try SwiftFixture(["main.swift": Self.producers + Self.main])
        let files = fixture.plan()
        let sites = files.flatMap(\.sites)
        #expect(sites.count == 12)
        #expect(sites.filter { $0.level == .manual }.map(\.reasons) == [])
        try fixture.write(files)
        let objects = try FileManager.default.contentsOfDirectory(
            at: Bundle.main.bundleURL.appending(path: "Signet.build"),
            includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "o" }.map { $0.path(percentEncoded: false) }
        #expect(try await compile(["main.swift", "-o", "main"] + objects, fixture) == "")
        let program = Program(path: fixture.directory.path + "/main")
        let lines = try await program.run([], in: fixture.directory).lines
        try #require(lines.count == 4)
        let words = lines.flatMap { $0.split(separator: " ").map(String.init) }
        let kinds = words.map { try? AnyID(parsing: $0).kind.description }
        #expect(
            kinds == [
                nil, "run", "session", "thread", "req", "agent", "msg", "event", nil, nil, nil,
                "session",
            ]
        )
        #expect(try Core(uuid: words[0].lowercased()).version == 7)
        #expect(words[8] == words[8].uppercased() && words[8].count == 36)
        #expect(words[9].count == 32)
        #expect(try Core(uuid: words[10].lowercased()).version == 7)
    }

    @Test func `type-checks for every built-in kind, under the strictest imports`() async throws {
        var text = "public import Foundation\n\npublic struct All {\n"
        for kind in SwiftLibrary.types.keys.sorted() {
            text += "    public var \(kind)_id = UUID().uuidString\n"
        }
        text += "    public init(run_id: String = UUID().uuidString, at: Date) {}\n}\n"
        let fixture = try SwiftFixture(["All.swift": text])
        let kinds = SwiftLibrary.types.keys.map { ("\($0)_id", $0) }
        let files = fixture.plan(names: Dictionary(uniqueKeysWithValues: kinds))
        #expect(
            files.first?.sites.count { $0.level != .manual }
                == SwiftLibrary.types.count + 1
        )
        try fixture.write(files)
        let flags = ["InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny"]
            .flatMap { ["-enable-upcoming-feature", $0] }
        let arguments = ["-typecheck", "-parse-as-library", "-package-name", "app", "All.swift"]
        #expect(try await compile(arguments + flags, fixture) == "")
        // The check is one that can fail.
        let broken = (files.first?.text ?? "").replacing(
            "public import Signet",
            with: "import Signet"
        )
        try fixture.directory.write("All.swift", broken)
        #expect(try await compile(arguments + flags, fixture) != "")
    }
}
