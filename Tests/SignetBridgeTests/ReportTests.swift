import Signet
import SignetBridge
import Testing

@Suite struct `Reports about sets` {
    private static let uuid = "c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96"

    /// A set, and its offenders as `problem line` or `problem line other`.
    static let sets: [([String], [String])] = [
        (["thread_a_2_7be0114c", "run_a_2_7be0114c", "", "thread_a_2_7be0114c"], []),
        (["thread_a_2_7be0114c", "hello world"], ["unreadable 2"]),
        (["ws_7be0114c"], ["kind_missing 1"]),
        (["sk_live_51Hxyzabcdefghijk"], ["credential 1"]),
        ([uuid, "x_7be0114c_", uuid.uppercased()], ["unreadable 2", "merged 3 1"]),
        (
            [
                "thread_a_2_7be0114c", "thread_20nzn2y83fgcbtr2pg4tt9btga",
                "thread_chat_42_ab12cd34",
            ],
            ["merged 3 2"]
        ),
        // Two of today's forms of one ID are one ID.
        (["session_01j7nsj96je00838djrfaebxg7", "session_01j7nsj96je00838djrfaebxg7_jxfs5w"], []),
        (["run_thread_a_2_7be0114c_17_00aa11bb"], ["orphan 1"]),
        (["run_thread_a_2_7be0114c_17_00aa11bb", "thread_a_2_7be0114c"], []),
        (["thread_a_2_7be0114c", "run_thread_a_2_7be0114c_17_00aa11bb"], []),
        (["thread_a_2_7be0114d", "run_thread_a_2_7be0114c_17_00aa11bb"], ["orphan 2"]),
        (["session:\(uuid)", uuid], []),
        (
            [
                "run_x_2_7be0114c", "agent_started_bo_run_x_2_7be0114c_1757927717565_00aa11bb",
                "agent_started_al_run_x_2_7be0114c_1757927717565_00aa11bc",
            ], ["kind_missing 2", "owner_conflict 3 2", "kind_missing 3"]
        ),
        (
            [
                "session_auth_bo_1726234567890_000001_a1b2c3d4e5f607",
                "session_auth_al_1726234567890_000001_a1b2c3d4e5f607",
            ], ["owner_conflict 2 1"]
        ),
        (
            [
                "ws_conn_usr_zoey_1757927717565_8_7be0114c",
                "ws_conn_usr_zoey_b_1757927717565_9_7be0114c",
                "ws_conn_usr_zoey_c_1757927717565_10_7be0114c",
            ], ["owner_cut 1"]
        ),
        (
            [
                "ws_conn_usr_zoey_1757927717565_8_7be0114c",
                "ws_conn_usr_zoey_b_1757927717565_9_7be0114c",
            ], []
        ),
    ]

    @Test(arguments: sets)
    func `each offender is named with its line`(lines: [String], expected: [String]) {
        var report = MigrationReport(bridge: .builtIn)
        var offenders: [String] = []
        let note = { (offender: MigrationOffender) in
            let other = offender.other.map { " \($0.line)" } ?? ""
            offenders.append("\(offender.problem.rawValue) \(offender.place.line)\(other)")
        }
        for (index, line) in lines.enumerated() {
            report.add(line.utf8.span, at: .init(file: 0, line: index + 1), note)
        }
        report.finish(note)
        #expect(offenders == expected)
        #expect(report.isSafe == expected.isEmpty)
        #expect(report.problems.values.reduce(0, +) == expected.count)
        #expect(report.families.values.reduce(0, +) == lines.count { !$0.isEmpty })
    }

    @Test func `the caller's kind is for texts that say none, and checked against those that do`() {
        var report = MigrationReport(bridge: .builtIn, kind: .run)
        let lines = [
            "thread_a_2_7be0114c", "run_thread_a_2_7be0114c_17_00aa11bb", "mail_1757927717565",
            "event_1757927717565_8_7be0114c", Self.uuid, "usr_bo_\(Self.uuid)_1757927717565",
        ]
        var problems: [MigrationProblem] = []
        for (index, line) in lines.enumerated() {
            report.add(line.utf8.span, at: .init(file: 0, line: index + 1)) {
                problems.append($0.problem)
            }
        }
        report.finish { problems.append($0.problem) }
        #expect(problems == [.wrongKind])
        #expect(report.resources == 5)
    }

    @Test func `a credential is not kept`() {
        var report = MigrationReport(bridge: .builtIn)
        var texts: [String] = []
        report.add("sk_live_51Hxyzabcdefghijk".utf8.span, at: .init(file: 0, line: 1)) {
            texts.append($0.text)
        }
        #expect(texts == [""])
    }
}
