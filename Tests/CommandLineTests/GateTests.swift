import Foundation
import ProcessTesting
import Testing

@Suite struct `The gate of signet scan` {
    let tree: TemporaryDirectory

    init() throws {
        tree = try TemporaryDirectory()
        try tree.write("old.py", "import uuid\nx = uuid.uuid4()\n")
        try tree.write("same.py", "import uuid\ny = uuid.uuid4()\n")
    }

    private func scan(_ arguments: String) async throws -> Program.Outcome {
        try await shell("cd '\(tree.path)' && $S scan \(arguments)")
    }

    @Test func `a project takes in what it has and fails on what is new or gone`() async throws {
        let updated = try await scan("--update-baseline")
        #expect(updated.status == 0)
        #expect(updated.errors == "signet: .signet-baseline: 2 added, 0 removed, 2 in all\n")
        let gate = "--baseline .signet-baseline --fail-on new"
        #expect(try await scan(gate).status == 0)
        #expect(try await scan(gate + " same.py").status == 0)
        #expect(try await scan("--baseline .signet-baseline --fail-on any").status == 1)
        try tree.write("new.py", "import uuid\nz = uuid.uuid4()\n")
        let new = try await scan(gate)
        #expect(new.status == 1)
        #expect(new.output.contains("new.py") && !new.output.contains("old.py"))
        #expect(new.output.contains("2 findings known to the baseline"))
        try FileManager.default.removeItem(at: tree.url.appending(path: "new.py"))
        try tree.write("old.py", "# repaired\n")
        let gone = try await scan(gate)
        #expect(gone.status == 1)
        #expect(gone.output.contains("gone old.py: raw-uuid in the file itself"))
        #expect(try await scan(gate + " same.py").status == 0)
        let again = try await scan("--update-baseline --quiet")
        #expect(again.status == 0 && again.errors.isEmpty)
        #expect(try await scan(gate).status == 0)
    }

    @Test func `the configuration names the baseline`() async throws {
        try tree.write("signet.yml", "scan: {baseline: known.txt}\n")
        let missing = try await scan("")
        #expect(missing.status == 2)
        #expect(missing.errors.contains("the baseline known.txt does not exist"))
        #expect(try await scan("--update-baseline").status == 0)
        #expect(try await scan("").status == 0)
        #expect(try await scan("--fail-on any").status == 1)
    }

    @Test func `a baseline with a conflict or without a file is refused`() async throws {
        try tree.write("conflict", "# signet baseline 1\n<<<<<<< ours\n")
        let conflict = try await scan("--baseline conflict")
        #expect(conflict.status == 2)
        #expect(conflict.errors.hasPrefix("signet: conflict:2: a merge conflict is left"))
        #expect(try await scan("--fail-on new").status == 2)
        #expect(try await scan("--baseline nosuch").status == 2)
        #expect(try await scan("--update-baseline --baseline nosuch/file").status == 3)
    }

    @Test func `JSON says what is new, gone and suppressed`() async throws {
        _ = try await scan("--update-baseline")
        try tree.write("old.py", "\n")
        try tree.write(
            "same.py",
            """
            import uuid
            y = uuid.uuid4()
            z = uuid.uuid4()
            w = uuid.uuid4()  # signet: ignore[raw-uuid] theirs, until 2999-12-31

            """
        )
        let outcome = try await scan("--baseline .signet-baseline --format json")
        #expect(outcome.status == 1)
        let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let report = try #require(parsed as? [String: Any])
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.map { $0["state"] as? String } == ["known", "new"])
        let summary = try #require(report["summary"] as? [String: Any])
        #expect(summary["suppressed"] as? Int == 1)
        let stale = try #require(summary["stale"] as? [[String: String]])
        #expect(stale.map { $0["path"] } == ["old.py"])
        let suppressed = try #require(report["suppressed"] as? [[String: Any]])
        let suppression = try #require(suppressed.first?["suppression"] as? [String: Any])
        #expect(suppression["reason"] as? String == "theirs")
        #expect(suppression["until"] as? String == "2999-12-31")
    }

    @Test func `suppressions are counted, listed on request, and do not fail the gate`()
        async throws
    {
        try tree.write(
            "old.py",
            "# signet: ignore-file[raw-uuid] a copy\nimport uuid\nuuid.uuid4()\n"
        )
        let counted = try await scan("old.py")
        #expect(counted.status == 0)
        #expect(counted.output.contains("1 finding suppressed"))
        let listed = try await scan("--show-suppressed old.py")
        #expect(listed.output.contains("suppressed old.py:3:1: raw-uuid: a copy\n"))
    }

    @Test func `SARIF says what is new, and what is suppressed only on request`() async throws {
        try tree.write("same.py", "import uuid\nuuid.uuid4()  # signet: ignore[raw-uuid] a copy\n")
        let line = "--rule raw-uuid --format sarif --baseline known"
        _ = try await scan("--rule raw-uuid --baseline known --update-baseline")
        let plain = try await scan(line).output
        #expect(plain.contains(#""baselineState":"unchanged""#) && !plain.contains("inSource"))
        let listed = try await scan(line + " --show-suppressed").output
        #expect(
            listed.contains(#""suppressions":[{"kind":"inSource","justification":"a copy"}]"#)
        )
    }

    @Test func `rules are off or of another severity by configuration`() async throws {
        try tree.write("signet.yml", "scan: {rules: {raw-uuid: off}}\n")
        #expect(try await scan("").status == 0)
        #expect(try await scan("--rule raw-uuid").status == 1)
        try tree.write("signet.yml", "scan: {rules: {raw-uuid: error}}\n")
        #expect(try await scan("--format jsonl").output.contains(#""severity":"error""#))
        try tree.write("signet.yml", "scan:\n  rules:\n    raw-uiud: off\n")
        let unknown = try await scan("")
        #expect(unknown.status == 2)
        #expect(
            unknown.errors.contains("signet.yml:3:5: there is no such rule; is raw-uuid meant?")
        )
    }

    @Test func `a hook can name all files and leave out what the project excludes`() async throws {
        try tree.write("signet.yml", "scan: {exclude: [same.py, /sub/]}\n")
        #expect(try await scan("--format json").output.contains(#""files":1"#))
        #expect(try await scan("same.py").status == 1)
        #expect(try await scan("--force-exclude same.py").status == 0)
        let both = try await scan("--force-exclude same.py old.py --format jsonl")
        #expect(both.lines.count == 1 && both.output.contains("old.py"))
        #expect(try await shell("mkdir '\(tree.path)/sub'").status == 0)
        try tree.write("sub/deep.py", "import uuid\nx = uuid.uuid4()\n")
        #expect(try await scan("--force-exclude sub/deep.py").status == 0)
    }

    @Test func `services of the configuration come before folders`() async throws {
        try tree.write(
            "signet.yml",
            "services: {shop: [cart/**, till.py], rest: '/pay'}\n"
        )
        let code = "import uuid\nx = uuid.uuid4()\n"
        for folder in ["cart/deep", "pay", "other", "cart/pay"] {
            let url = tree.url.appending(path: folder)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try tree.write("\(folder)/a.py", code)
        }
        try tree.write("till.py", code)
        let outcome = try await scan("--format json cart other pay till.py .")
        let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        let summary = (parsed as? [String: Any])?["summary"] as? [String: Any]
        #expect(summary?["by_service"] as? [String: Int] == ["shop": 3, "rest": 1])
    }
}

extension `The gate of signet scan` {
    @Test func `a second scan uses what the first has kept, unless told not to`() async throws {
        let home = try TemporaryDirectory()
        let scan = "XDG_CACHE_HOME='\(home.path)' $S scan --fail-on never --stats"
        let line = "cd '\(tree.path)' && \(scan) && \(scan) && \(scan) --no-cache"
        let outcome = try await shell(line)
        #expect(outcome.status == 0)
        #expect(outcome.output.split(separator: "\n").count { $0.contains("cached  2 files") } == 1)
        let files = try FileManager.default.contentsOfDirectory(atPath: home.path + "/signet")
        #expect(files.count == 1)
    }
}
