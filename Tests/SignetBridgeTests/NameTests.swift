import Signet
import SignetBridge
import Testing

@Suite struct `Names of a resource` {
    /// What is looked for, a text, and what it is to it.
    static let pairs: [(String, String, NameMatch.Relation?)] = [
        ("thread_a_2_7be0114c", "thread_a_2_7be0114c", .same),
        ("c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "C1D7A3F09B524E688A417F0E3B2C5D96", .same),
        // Fourth generation: the run has its thread's number and digits.
        ("thread_a_2_7be0114c", "run_a_2_7be0114c", .sibling),
        ("thread_a_2_7be0114c", "req_a_4_00aa11bb", .sibling),
        ("run_a_2_7be0114c", "req_a_4_00aa11bb", .sibling),
        ("thread_a_2_7be0114c", "run_b_2_7be0114c", nil),
        ("thread_a_2_7be0114c", "run_a_2_7be0114d", nil),
        ("thread_a_2_7be0114c", "req_a_2_7be0114c", nil),
        // Third: counters that follow each other.
        ("thread_a_2_7be0114c", "run_a_3_00aa11bb", .sibling),
        ("run_a_3_00aa11bb", "thread_a_2_7be0114c", .sibling),
        ("thread_a_2_7be0114c", "run_a_1_00aa11bb", nil),
        ("thread_a_2_7be0114c", "run_a_5_00aa11bb", nil),
        ("thread_a_2_7be0114c", "thread_a_3_00aa11bb", nil),
        // First: the same within a second.
        ("thread_a_1757927717565_2_7be0114c", "run_a_1757927717566_3_00aa11bb", .sibling),
        ("thread_a_1757927717565_2_7be0114c", "req_a_1757927717566_4_00aa11bb", .sibling),
        ("thread_a_1757927717565_2_7be0114c", "run_a_1757927719566_3_00aa11bb", nil),
        // Second: a run of an operation and a time.
        ("thread_a_1757927717565_2_7be0114c", "a_1757927717570", .sibling),
        ("a_1757927717570", "req_a_1757927717571_4_00aa11bb", .sibling),
        ("a_1757927717570", "b_1757927717570", nil),
        // One ID inside another.
        ("thread_a_2_7be0114c", "run_thread_a_2_7be0114c_1757_00aa11bb", .holds),
        ("run_thread_a_2_7be0114c_1757_00aa11bb", "thread_a_2_7be0114c", .held),
        (
            "thread_a_2_7be0114c",
            "tool_exec_run_thread_a_2_7be0114c_1757_00aa11bb_find_1757927717565", .holds
        ),
        (
            "c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96",
            "run_C1D7A3F0-9B52-4E68-8A41-7F0E3B2C5D96", .holds
        ),
        (
            "c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "session:c1d7a3f09b524e688a417f0e3b2c5d96",
            .holds
        ),
        // Owners, whole.
        ("customer_001", "mgr_customer_001_7be0114c", .owned),
        ("customer_001", "mgr_customer_0010_7be0114c", nil),
        ("customer_001", "mgr_xcustomer_001_7be0114c", nil),
        ("customer_00", "mgr_customer_001_7be0114c", nil),
        ("customer", "mgr_customer_001_7be0114c", nil),
        ("mgr_customer_001_7be0114c", "customer_001", .owner),
        ("ws_conn_kim_1757927717565_7_7be0114c", "kim", .owner),
        ("usr_zoey", "ws_conn_usr_zoey_1757927717565_7_7be0114c", nil),
        ("user_7", "user:user_7:theme", .owned),
        // Families of today's.
        ("thread_01j7nsj96je00838djrfaebxg7", "run_01j7nsj96je00838djrfaebxg7", .sibling),
        ("thread_01j7nsj96je00838djrfaebxg7", "0191eb99-24d2-7000-81a1-b2c3d4e5f607", .same),
    ]

    @Test(arguments: pairs)
    func `a text is what it is to a resource`(
        name: String,
        text: String,
        relation: NameMatch.Relation?
    ) {
        let matcher = NameMatcher(name.utf8.span, bridge: .builtIn)
        #expect(matcher.match(text.utf8.span)?.relation == relation)
    }

    @Test func `only a counter makes a sibling likely, digits make it certain`() throws {
        let matcher = NameMatcher("thread_a_2_7be0114c".utf8.span, bridge: .builtIn)
        #expect(matcher.match("run_a_2_7be0114c".utf8.span)?.certainty == .certain)
        #expect(matcher.match("run_a_3_00aa11bb".utf8.span)?.certainty == .likely)
    }

    @Test func `old and new names find each other`() throws {
        let old = "thread_a_2_7be0114c"
        let new = try #require(try Bridge.builtIn.translate(old).id)
        let set = [new.uuid, "x", old, new.compact, "run_a_9_7be0114c", "hello"]
        for name in [old, new.compact] {
            let names = Bridge.builtIn.names(of: name, among: set)
            #expect(names.map(\.name) == [new.uuid, old, new.compact])
            #expect(names.allSatisfy { $0.match.relation == .same })
        }
        let run = "run_\(old)_1757_00aa11bb"
        #expect(
            Bridge.builtIn.names(of: new.compact, among: [run]).map(\.match.relation) == [.holds]
        )
    }

    @Test func `no user ever meets another`() {
        var random = SeededRandom(seed: 11)
        let users = [
            "customer_001", "customer_0010", "customer_001_x", "customer", "ustomer_001", "001",
        ]
        var owned = 0
        for _ in 0..<20_000 {
            let (left, right) = (random.pick(users), random.pick(users))
            let text = Self.text(of: right, &random)
            let match = NameMatcher(left.utf8.span, bridge: .builtIn).match(text.utf8.span)
            if match != nil { owned += 1 }
            #expect(match == nil || left == right, "\(left): \(text)")
        }
        #expect(owned > 1000)
    }

    /// A text that belongs to a user, or to nobody.
    private static func text(of user: String, _ random: inout SeededRandom) -> String {
        let digits = random.hex(8)
        switch random.next() % 7 {
        case 0: return "mgr_\(user)_\(digits)"
        case 1: return "session_run_\(user)_\(digits)"
        case 2: return "user:\(user):\(digits)"
        case 3: return "\(user)_run_x_2_\(digits)_1757927717565"
        case 4: return "ws_conn_\(user)_1757927717565_7_\(digits)"
        case 5: return "client_\(user)_1757927717.125008"
        default: return "x_\(digits)"
        }
    }
}
