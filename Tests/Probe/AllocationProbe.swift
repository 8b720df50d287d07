import CProbe
import Signet
import SignetBridge

/// Counts what parsing, minting and writing into a buffer allocate.
enum AllocationProbe {
    private static let rounds = 10_000

    private static let compact = Array("session_01j7nsj96je00838djrfaebxg7".utf8)
    private static let uuid = Array("0191eb99-24d2-7000-81a1-b2c3d4e5f607".utf8)
    private static let checked = Array("session_01j7nsj96je00838djrfaebxg7_jxfs5w".utf8)
    private static let readable = Array("session_1726234567890_000001_a1b2c3d4e5f607".utf8)
    private static let sealed = Array(
        "session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v".utf8
    )
    private static let undeclared = Array("invoice_line_01j7nsj96je00838djrfaebxg7".utf8)
    private static let refused = Array("session_01j7nsj96je00838djrfaebxgu".utf8)

    private static let legacy = [
        ("uuid", "C1D7A3F0-9B52-4E68-8A41-7F0E3B2C5D96"), ("truncated", "ws_session_7be0114c"),
        ("owned", "mgr_usr_bo_1999_7be0114c"), ("timed", "corpus_usr_bo_1757927717.125008"),
        ("classic", "session_auth_usr_zoey_1757927717565_8_7be0114c"),
        ("counted", "thread_export_2_7be0114c"), ("ambiguous", "customer_001_7be0114c"),
        ("joined", "tool_exec_run_export_2_7be0114c_web_search_1757927717565"),
        ("calendar", "saga_refund_20250915_091517"), ("key", "user:customer_001:theme:dark"),
        ("current", "session_01j7nsj96je00838djrfaebxg7"),
    ].map { ($0.0, Array($0.1.utf8)) }

    /// Prints a line for each subject: its name and its allocations.
    static func run() throws {
        let catalog = Catalog.builtIn
        let generator = Generator(clock: .system, entropy: .system)
        let texts = [
            ("compact", compact), ("uuid", uuid), ("checked", checked), ("readable", readable),
            ("sealed", sealed), ("undeclared", undeclared), ("refused", refused),
        ]
        for (name, text) in texts {
            measure(name) { (try? catalog.parse(text.span))?.core?.version ?? 0 }
        }
        measure("typed") {
            (try? ID<Kind.Session>(parsing: compact.span))?.core.version ?? 0
        }
        measure("mint") { (try? generator.mintCore())?.version ?? 0 }
        measure("mint-typed") { (try? generator.mint(Kind.Session.self))?.core.version ?? 0 }
        for (family, text) in legacy {
            measure("detect-\(family)") { Bridge.builtIn.detect(text.span).count }
        }
        var buffer = [UInt8](repeating: 0, count: 255)
        let id = try AnyID(parsing: compact.span)
        for form in [TextForm.compact, .uuid, .readable] {
            measure("write-\(form.name)") {
                var span = buffer.mutableSpan
                return (try? id.write(form, into: &span)) ?? 0
            }
        }
        // A counter that counts nothing would prove anything.
        measure("control") { id.compact.utf8.count }
    }

    private static func measure(_ name: String, _ body: () -> Int) {
        // What is made once, tables and the thread's page, is made before counting.
        var sum = body() + body()
        let before = cprobe_allocations()
        for _ in 0..<rounds { sum &+= body() }
        let count = cprobe_allocations() - before
        Probe.write(["\(name) \(count) \(sum == 0 ? "nothing was done" : "")"])
    }
}
