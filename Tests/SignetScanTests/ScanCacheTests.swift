import Foundation
import SignetScan
import Testing

@Suite("Cache")
struct ScanCacheTests {
    /// A second in which nothing has happened, so that files count as settled.
    private static let later = 3_000_000_000

    private func tree() throws -> TemporaryTree {
        let tree = try TemporaryTree()
        for index in 0..<70 { try tree.write("s/f\(index).py", "a = uuid4()\n\n") }
        try tree.write("t/none.py", "pass\n")
        try tree.write("t/wrong.py", "uuid4 !!\n")
        try tree.write(
            "t/said.py",
            "uuid4 # signet: ignore[raw-uuid] theirs\n# signet: ignore[x]\n"
        )
        return tree
    }

    private func scan(
        _ tree: TemporaryTree,
        _ paths: [String] = ["."],
        rules: [any Rule] = [RawUUID(), SuppressionRule()],
        languages: [any SourceLanguage] = [WordLanguage()],
        _ change: (inout ScanOptions) -> Void = { _ in }
    ) -> ScanReport {
        var options = ScanOptions()
        options.workingDirectory = tree.path
        options.cacheDirectory = tree.path + "/.cache/signet"
        options.now += Self.later
        change(&options)
        return Scanner(options, languages: languages, rules: rules).scan(paths)
    }

    /// Checks that a report is what a scan without a cache gives.
    private func expectRight(_ report: ScanReport, _ tree: TemporaryTree) {
        let right = scan(tree) { $0.cacheDirectory = nil }
        #expect(report.findings == right.findings)
        #expect(report.suppressed == right.suppressed)
        #expect(report.syntaxErrors == right.syntaxErrors)
        #expect(report.minters == right.minters)
        #expect(report.statistics.files == right.statistics.files)
        #expect(report.statistics.bytes == right.statistics.bytes)
    }

    private func cacheFile(_ tree: TemporaryTree) throws -> URL {
        let directory = URL(filePath: tree.path + "/.cache/signet")
        let files = try FileManager.default.contentsOfDirectory(
            at: directory,
            includingPropertiesForKeys: nil
        )
        #expect(files.count == 1)
        return try #require(files.first)
    }

    @Test("An unchanged tree is not read again, and gives the same report")
    func unchanged() throws {
        let tree = try tree()
        let first = scan(tree)
        #expect(first.statistics.filesReused == 0 && first.findings.count == 72)
        let second = scan(tree)
        #expect(second.statistics.filesUnread == 73 && second.statistics.filesParsed == 0)
        expectRight(second, tree)
        let mode = try FileManager.default.attributesOfItem(
            atPath: tree.path + "/.cache/signet"
        )[.posixPermissions]
        #expect(mode as? Int == 0o700)
    }

    @Test("What has just changed is read again, whatever its dates say")
    func racy() throws {
        let tree = try tree()
        _ = scan(tree) { $0.now -= Self.later }
        let second = scan(tree)
        #expect(second.statistics.filesUnread == 0 && second.statistics.filesReused == 73)
        // That scan has come late enough to trust the dates.
        #expect(scan(tree).statistics.filesUnread == 73)
        for round in 0..<100 {
            try tree.write(
                "s/f1.py",
                round.isMultiple(of: 2) ? "a = uuid4()\n\n" : "a = nothing\n\n"
            )
            let report = scan(tree, ["s/f1.py"]) { $0.now -= Self.later }
            #expect(report.findings.count == (round + 1) % 2)
        }
    }

    @Test("Another content of the same size and date is seen")
    func sameDate() throws {
        let tree = try tree()
        let path = tree.path + "/s/f1.py"
        let before = try Dates(of: path)
        _ = scan(tree)
        // The clock of the file system has ticks; the change must not fall into the same one.
        repeat {
            try Data("a = other()\n\n".utf8).write(to: URL(filePath: path))
            try before.restore(path)
        } while try Dates(of: path).changed == before.changed
        #expect(try Dates(of: path).modified == before.modified)
        let report = scan(tree)
        #expect(report.findings.count == 71 && report.statistics.filesParsed == 0)
        expectRight(report, tree)
    }

    @Test("A touched file is read, but not parsed")
    func touched() throws {
        let tree = try tree()
        _ = scan(tree)
        try Dates(modified: 1_000_000_000, changed: 0).restore(tree.path + "/s/f1.py")
        let report = scan(tree)
        #expect(report.statistics.filesUnread == 72 && report.statistics.filesReused == 73)
        #expect(scan(tree).statistics.filesUnread == 73)
    }

    @Test("Files that are renamed, removed, added or exchanged for a link are seen")
    func moved() throws {
        let tree = try tree()
        _ = scan(tree)
        let files = FileManager.default
        try files.moveItem(atPath: tree.path + "/s/f1.py", toPath: tree.path + "/s/g1.py")
        try tree.remove("s/f2.py")
        try tree.write("new.py", "uuid4")
        try tree.remove("s/f3.py")
        try tree.link("s/f3.py", to: "f4.py")
        try files.moveItem(atPath: tree.path + "/s/f5.py", toPath: tree.path + "/s/f6.py.x")
        try tree.remove("s/f6.py")
        try files.moveItem(atPath: tree.path + "/s/f6.py.x", toPath: tree.path + "/s/f6.py")
        let report = scan(tree)
        #expect(report.findings.contains { $0.path == "s/g1.py" })
        #expect(!report.findings.contains { ["s/f1.py", "s/f2.py", "s/f3.py"].contains($0.path) })
        expectRight(report, tree)
        let size = try Data(contentsOf: cacheFile(tree)).count
        try tree.remove("s")
        expectRight(scan(tree), tree)
        #expect(try Data(contentsOf: cacheFile(tree)).count < size)
    }

    @Test("Other rules, declarations, languages or working directories use other results")
    func settings() throws {
        let tree = try tree()
        _ = scan(tree)
        let other = scan(tree, rules: [OtherRule()])
        #expect(Set(other.findings.map(\.rule)) == ["other"])
        #expect(scan(tree) { $0.levels["raw-uuid"] = .off }.findings.count == 1)
        #expect(
            scan(tree) { $0.levels["raw-uuid"] = .severity(.error) }.statistics.filesUnread == 73
        )
        let service = ScanDeclarations.Service(name: "x", globs: ["s/"])
        let served = scan(tree) { $0.declarations.services = [service] }
        #expect(served.findings.count { $0.service == "x" } == 70)
        #expect(scan(tree) { $0.declarations.kinds = ["a"] }.statistics.filesReused == 0)
        #expect(scan(tree) { $0.declarations.sources = ["a"] }.statistics.filesReused == 0)
        #expect(scan(tree, languages: [WordLanguage(findsAll: true)]).statistics.filesReused == 73)
        let below = scan(tree) { $0.workingDirectory += "/s" }
        #expect(below.findings.allSatisfy { !$0.path.hasPrefix("s/") })
        expectRight(scan(tree), tree)
    }

    @Test("A scan of a part keeps what others have left, and paths are as they were named")
    func parts() throws {
        let tree = try tree()
        _ = scan(tree)
        #expect(scan(tree, ["s"]).statistics.filesReused == 0)
        #expect(scan(tree, ["s"]).statistics.filesUnread == 70)
        #expect(scan(tree, ["s/f1.py"]).findings.map(\.path) == ["s/f1.py"])
        #expect(scan(tree, ["t/../s/f1.py"]).findings.map(\.path) == ["t/../s/f1.py"])
        #expect(scan(tree, ["s/f1.py"]).statistics.filesUnread == 1)
        #expect(scan(tree, ["s"]).findings.allSatisfy { $0.service == nil })
        #expect(scan(tree).statistics.filesUnread == 73)
        expectRight(scan(tree), tree)
    }

    @Test("A cache that is cut short, damaged or not one is made anew")
    func damaged() throws {
        let tree = try tree()
        _ = scan(tree)
        let file = try cacheFile(tree)
        let whole = [UInt8](try Data(contentsOf: file))
        var random = SeededGenerator(state: 7)
        var versions = [0, 1, 8, 47, 48, 63, 64, 65, 100, whole.count - 1].map {
            Array(whole[..<$0])
        }
        versions += (0..<60).map { _ in
            var bytes = whole
            bytes[Int(random.next() % UInt64(bytes.count))] ^= UInt8(1 << (random.next() % 8))
            return bytes
        }
        versions += [
            whole + [0], Array(repeating: 0, count: 4096), Array(repeating: 255, count: 99),
        ]
        for bytes in versions {
            try Data(bytes).write(to: file)
            let report = scan(tree)
            #expect(report.statistics.filesReused == 0)
            #expect(report.findings.count == 72)
        }
        #expect(scan(tree).statistics.filesUnread == 73)
    }

    @Test("A directory in which others can write, or that cannot be one, is not used")
    func unsafe() throws {
        let tree = try tree()
        _ = scan(tree)
        let directory = tree.path + "/.cache/signet"
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: directory)
        #expect(scan(tree).statistics.filesReused == 0)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
        #expect(scan(tree).statistics.filesUnread == 73)
        let file = try cacheFile(tree)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file.path)
        #expect(scan(tree).statistics.filesReused == 0)
        for path in ["/proc/nosuch/cache", "/dev/null/cache", tree.path + "/t/none.py"] {
            let report = scan(tree) { $0.cacheDirectory = path }
            #expect(report.findings.count == 72 && report.statistics.filesReused == 0)
        }
    }

    @Test("Scans at the same time are all right, and leave a cache that is")
    func concurrent() async throws {
        let tree = try tree()
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { scan(tree).findings.count } }
            for await count in group { #expect(count == 72) }
        }
        #expect(scan(tree).statistics.filesUnread == 73)
        expectRight(scan(tree), tree)
    }

    @Test("A scan that was stopped takes nothing out of the cache")
    func stopped() throws {
        let tree = try tree()
        _ = scan(tree)
        _ = scan(tree) { $0.cancellation.set() }
        #expect(scan(tree).statistics.filesUnread == 73)
    }

    /// The dates of a file in nanoseconds.
    private struct Dates {
        let modified: Int
        let changed: Int

        init(modified: Int, changed: Int) {
            self.modified = modified
            self.changed = changed
        }

        init(of path: String) throws {
            var status = stat()
            try #require(unsafe stat(path, &status) == 0)
            modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
            changed = Int(status.st_ctim.tv_sec) * 1_000_000_000 + Int(status.st_ctim.tv_nsec)
        }

        /// Sets the date of modification, as `touch -d` does.
        func restore(_ path: String) throws {
            let time = timespec(
                tv_sec: modified / 1_000_000_000,
                tv_nsec: modified % 1_000_000_000
            )
            let times = [time, time]
            try #require(unsafe utimensat(AT_FDCWD, path, times, 0) == 0)
        }
    }
}
