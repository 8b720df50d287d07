import Signet
import SignetBridge
import SignetObserve
import Testing

@Suite("Observing a stream")
struct StreamObserverTests {
    private static let session = "session_01j7nsj96je00838djrfaebxg7"
    private static let uuid = "5f0c6a52-3b1e-4c9a-9d2f-0a1b2c3d4e5f"

    /// What is seen in a text that comes in pieces of a size.
    private func observe(_ text: String, pieces: Int? = nil) -> Observation {
        var observer = StreamObserver(bridge: .builtIn)
        let bytes = Array(text.utf8)
        var (start, end) = (0, 0)
        repeat {
            end = min(bytes.count, end + (pieces ?? bytes.count))
            let isLast = end == bytes.count
            start += observer.observe(bytes.span.extracting(start..<end), isLast: isLast)
        } while end < bytes.count
        return observer.observation
    }

    private func names(_ observation: Observation) -> [String: Int] {
        Dictionary(
            observation.tallies.map { ("\($0.name) \($0.kind?.description ?? "-")", $0.count) },
            uniquingKeysWith: +
        )
    }

    @Test(
        "An identifier is seen whatever stands around it",
        arguments: [
            "%", " % ", "id=%", "\"%\"", "'%',", "(%)", "<%>", "/v1/%/events", "%.", "%, and",
            "key:%", "[%]", "{\"id\": \"%\"}", "é%é", "\u{0}%\u{0}", "--%--", "a=%;b", "%\r\n",
            "?id=%&x=1", "%.json", "\t%\t", "@%", "`%`", "urn:uuid:%",
        ]
    )
    func surroundings(_ frame: String) {
        for (id, name) in [
            (Self.session, "compact session"), (Self.uuid, "uuid -"),
            ("thread_chat_42_ab12cd34", "counted thread"),
        ] {
            let text = frame.replacing("%", with: id)
            #expect(names(observe(text)) == [name: 1], "\(name)")
        }
    }

    @Test(
        "What is no identifier is not counted",
        arguments: [
            "2024-09-15T09:15:17.565Z INFO started in 35 ms", "GET /index.html HTTP/1.1 200 1234",
            "10.0.0.1 - - [15/Sep/2024:09:15:17 +0000]", "version 1.2.3-beta.4 of 2024",
            "MAX_CONNECTIONS_2=10", "user_id=", "x86_64", "utf8_general_ci", "int32_t a[16];",
            "0x7f3a2b1c", "3.14159265358979", "", "\n\n\n", "d41d8cd9", "sha256",
        ]
    )
    func others(_ text: String) {
        #expect(observe(text).total == 0)
    }

    @Test("The size of pieces makes no difference", arguments: [1, 2, 3, 7, 16, 64, 65, 1000])
    func pieces(size: Int) {
        let line = "2024-09-15 api \(Self.session) from \(Self.uuid), run_export_2_7be0114c.\n"
        let text = String(repeating: line, count: 30)
        let whole = observe(text)
        let cut = observe(text, pieces: size)
        #expect(whole.total == 90)
        #expect(names(cut) == names(whole))
        #expect(cut.lines == 30)
        #expect(cut.bytes == text.utf8.count)
        #expect(cut.tallies.map { $0.first } == whole.tallies.map { $0.first })
        #expect(cut.tallies.map { $0.line } == [1, 1, 1])
    }

    @Test("The line of the first of each family is said")
    func lines() {
        let text = "nothing\n\n\(Self.uuid)\nx\n\(Self.session) \(Self.uuid)"
        let seen = observe(text)
        #expect(seen.tallies.map { $0.line } == [3, 5])
        #expect(seen.lines == 5)
        #expect(seen.tallies.map { $0.count } == [2, 1])
    }

    @Test("Kinds and generations are told apart")
    func kinds() {
        let text = """
            thread_chat_1757927717565_2_b97ed28f ws_ab12cd34 run_01j7nsj96je00838djrfaebxg7 \
            session_01j7nsj96je00838djrfaebxg7 session_01j7nsj96je00838djrfaebxg7_jxfs5w
            """
        let seen = observe(text)
        #expect(seen.total == 5)
        #expect(seen.legacy == 2)
        #expect(names(seen)["compact session"] == 1)
        #expect(names(seen)["checked session"] == 1)
    }

    @Test("Words without an end, and bytes that are no text, are read in one pass")
    func hostile() {
        let long = String(repeating: "a1_", count: 1_000_000)
        #expect(observe(long, pieces: 65_536).total == 0)
        let digits = String(repeating: "1", count: 1_000_000)
        #expect(observe(digits, pieces: 4096).total == 0)
        var observer = StreamObserver(bridge: .builtIn)
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 7) }
        #expect(observer.observe(bytes.span, isLast: true) == bytes.count)
    }
}
