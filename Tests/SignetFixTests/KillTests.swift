import Foundation
import ProcessTesting
import Testing

/// Kills the command while it writes, at instants spread over the time that it takes.
@Suite("Killed while writing")
struct KillTests {
    private static let signet = Program("signet")

    /// The command must be built and know `fix`.
    static var isPossible: Bool {
        let process = Process()
        process.executableURL = URL(filePath: signet.path)
        process.arguments = ["fix", "--help"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        // A command that does not know `fix` shows its own help.
        let help = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: help, as: UTF8.self).contains("--undo")
    }

    private static let isSlow = ProcessInfo.processInfo.environment["SIGNET_SLOW"] != nil
    private static let files = isSlow ? 2_000 : 400
    private static let kills = isSlow ? 200 : 12
    /// Beside all other tests a first run can take a minute, and the next ones a second.
    private static let longest = Duration.seconds(isSlow ? 60 : 1)

    @Test(
        "However it is killed, each file is old or new, and undoing gives back every byte",
        .enabled(if: isPossible)
    )
    func kill() async throws {
        let tree = try TemporaryDirectory()
        let names = try Self.write(Self.files, into: tree)
        let old = try Self.read(names, in: tree)
        let write = ["fix", ".", "--level", "unsafe", "--write", "--quiet"]
        let start = ContinuousClock.now
        let whole = try await Self.signet.run(write, in: tree)
        let duration = min(ContinuousClock.now - start, Self.longest)
        #expect(whole.status == 0 || whole.status == 3, "\(whole.errors)")
        let new = try Self.read(names, in: tree)
        #expect(zip(old, new).count { $0 != $1 } > Self.files * 9 / 10)
        try await Self.undo(tree)
        #expect(try Self.read(names, in: tree) == old)
        var random = SeededGenerator(state: 11)
        var states: [Bool: Int] = [:]
        for _ in 0..<Self.kills {
            try await Self.run(
                write,
                in: tree,
                killedAfter: duration * Double.random(in: 0...1, using: &random)
            )
            let now = try Self.read(names, in: tree)
            let torn = names.indices.filter { now[$0] != old[$0] && now[$0] != new[$0] }
            #expect(torn.isEmpty, "\(torn.map { names[$0] })")
            states[now == old, default: 0] += 1
            if now != old { try await Self.undo(tree) }
            #expect(try Self.read(names, in: tree) == old)
        }
        // Both a run that had not begun and one that had must be among them.
        #expect(states.count == 2 || Self.kills < 100, "\(states)")
    }

    private static func undo(_ tree: TemporaryDirectory) async throws {
        let outcome = try await signet.run(["fix", "--undo", "--quiet"], in: tree)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    /// Runs the command and kills it; there is nothing to wait for but the time.
    private static func run(
        _ arguments: [String],
        in tree: TemporaryDirectory,
        killedAfter delay: Duration
    ) async throws {
        let process = Process()
        process.executableURL = URL(filePath: signet.path)
        process.arguments = arguments
        process.currentDirectoryURL = tree.url
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": tree.path + "/home"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try await Task.sleep(for: delay)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func read(_ names: [String], in tree: TemporaryDirectory) throws -> [Data] {
        try names.map { try Data(contentsOf: tree.url.appending(path: $0)) }
    }

    /// Files with five sites each, in fifty directories.
    private static func write(_ count: Int, into tree: TemporaryDirectory) throws -> [String] {
        var random = SeededGenerator(state: 10)
        var names: [String] = []
        for number in 0..<count {
            let folder = "part\(number % 50)"
            let url = tree.url.appending(path: folder)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            var text = "import uuid\n\n\n"
            for site in 0..<5 {
                for line in 0..<random.below(30) { text += "value_\(site)_\(line) = \(line)\n" }
                text += "session_id_\(site) = str(uuid.uuid4())\n"
            }
            try tree.write("\(folder)/module\(number).py", Data(text.utf8))
            names.append("\(folder)/module\(number).py")
        }
        return names
    }
}
