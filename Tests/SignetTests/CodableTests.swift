import Foundation
import Signet
import Testing

@Suite struct `IDs in JSON` {
    private struct Row: Codable, Equatable {
        var session: SessionID
        var any: AnyID
        var users: [UserID: Int]
    }

    private static let text = "01j7nsj96je00838djrfaebxg7"

    @Test func `an ID is a JSON string, and a dictionary's key`() throws {
        let core = try Core(time: 1_726_234_567_890, counter: 1, tail: 0xa1b2_c3d4_e5f607)
        let row = Row(
            session: SessionID(core),
            any: AnyID(.thread, core),
            users: [UserID(core): 3]
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(row)
        #expect(
            String(decoding: data, as: UTF8.self) == """
                {"any":"thread_\(Self.text)","session":"session_\(Self.text)",\
                "users":{"user_\(Self.text)":3}}
                """
        )
        #expect(try JSONDecoder().decode(Row.self, from: data) == row)
    }

    @Test(arguments: ["1726234567890", "1", "1e300", "null", "true", "[]", "{}", "[1]"])
    func `what is no JSON string is refused`(value: String) {
        let data = Data(value.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(AnyID.self, from: data) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(SessionID.self, from: data) }
    }

    @Test func `a text is decoded in every form that carries its kind, and in no other`() throws {
        let decoder = JSONDecoder()
        for text in [
            "session_\(Self.text)", "session_\(Self.text)_jxfs5w",
            "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607",
        ] {
            let id = try decoder.decode(SessionID.self, from: Data("\"\(text)\"".utf8))
            #expect(id.description == "session_\(Self.text)")
        }
        for text in ["0191eb99-24d2-7000-81a1-b2c3d4e5f607", "", "user_\(Self.text)"] {
            #expect(throws: DecodingError.self) {
                try decoder.decode(SessionID.self, from: Data("\"\(text)\"".utf8))
            }
        }
    }

    @Test(arguments: ["user_01j7nsj96je00838djrfaebxg7", "hunter2-SECRET", "session_sk_hunter2"])
    func `a refusal says why and does not repeat the text`(text: String) throws {
        let data = Data("\"\(text)\"".utf8)
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(SessionID.self, from: data)
        }
        let description = String(reflecting: try #require(error))
        #expect(!description.contains(text))
        #expect(!description.contains("hunter2"))
        guard case .dataCorrupted(let context)? = error else {
            Issue.record("another error than dataCorrupted")
            return
        }
        #expect(context.debugDescription.hasPrefix("byte "))
    }

    @Test func `a key of another kind is refused`() {
        let data = Data(#"{"session_01j7nsj96je00838djrfaebxg7":1}"#.utf8)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([UserID: Int].self, from: data)
        }
    }
}
