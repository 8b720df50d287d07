import Foundation
import ProcessTesting
import SignetFix
import SignetScan
import Testing

@Suite("A full disk", .enabled(if: SmallDisk.isPossible))
struct FullDiskTests {
    @Test("A disk without room keeps every file as it was, and there is no run")
    func full() async throws {
        let disk = try await SmallDisk(kibibytes: 512)
        let journal = try FixJournal(root: disk.path, workingDirectory: disk.path)
        var files: [FileEdits] = []
        for index in 0..<6 {
            let original = [UInt8](repeating: 0x61, count: 40_000)
            try Data(original).write(to: URL(filePath: "\(disk.path)/\(index).py"))
            let edit = SourceEdit(0..<1, [UInt8](repeating: 0x62, count: 30_000))
            files.append(try FileEdits(path: "\(index).py", original: original, edits: [edit]))
        }
        let error = #expect(throws: JournalError.self) { try journal.write(files) }
        guard case .system(let cause, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(cause.writingReason == "the disk is full")
        let names = try FileManager.default.contentsOfDirectory(atPath: disk.path)
        #expect(names.sorted() == [".signet"] + (0..<6).map { "\($0).py" })
        for file in files {
            let now = try Data(contentsOf: URL(filePath: "\(disk.path)/\(file.path)"))
            #expect(Array(now) == file.original)
        }
        #expect(try journal.runs().isEmpty)
    }
}

/// A file system of a given size, where the tests may mount one.
final class SmallDisk: Sendable {
    static var isPossible: Bool {
        #if os(Linux)
        // Without the right to mount, as in most containers, there is no way to a full disk.
        geteuid() == 0
            && (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?
                .split(separator: "\n").first { $0.hasPrefix("CapEff:") }
                .flatMap { UInt64($0.dropFirst(7).trimmingCharacters(in: .whitespaces), radix: 16) }
                .map { $0 & 1 << 21 != 0 } == true
        #else
        false
        #endif
    }

    private let directory: TemporaryDirectory
    var path: String { directory.path }

    init(kibibytes: Int) async throws {
        directory = try TemporaryDirectory()
        let options = "size=\(kibibytes)k"
        let outcome = try await Program.shell.run(
            "-c",
            "mount -t tmpfs -o \(options) signet '\(directory.path)'"
        )
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    deinit {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/umount")
        process.arguments = [directory.path]
        try? process.run()
        process.waitUntilExit()
    }
}
