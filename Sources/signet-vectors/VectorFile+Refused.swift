import Signet
import SignetOutput

extension VectorFile {
    private static let refusedTexts = [
        "", "_", "session", "session_", "_01j7nsj96je00838djrfaebxg7",
        "01j7nsj96je00838djrfaebxg7",
        // Kinds.
        "Session_01j7nsj96je00838djrfaebxg7", "1session_01j7nsj96je00838djrfaebxg7",
        "ses.sion_01j7nsj96je00838djrfaebxg7", "session__01j7nsj96je00838djrfaebxg7",
        "sess\u{e9}on_01j7nsj96je00838djrfaebxg7", " session_01j7nsj96je00838djrfaebxg7",
        "a23456789012345678901234567890123_01j7nsj96je00838djrfaebxg7",
        "session_9_01j7nsj96je00838djrfaebxg7",
        // Compact cores.
        "session_01j7nsj96je00838djrfaebxg", "session_01j7nsj96je00838djrfaebxg77",
        "session_01J7nsj96je00838djrfaebxg7", "session_01j7nsj96je00838djrfaebxgi",
        "session_01j7nsj96je00838djrfaebxgl", "session_o1j7nsj96je00838djrfaebxg7",
        "session_01j7nsj96je00838djrfaebxgu", "session_81j7nsj96je00838djrfaebxg7",
        "session_01j7nsj96je00838djrfaebxg7 ", "session_01j7nsj96-e00838djrfaebxg7",
        "session_00000000000000000000000000", "session_7zzzzzzzzzzzzzzzzzzzzzzzzz",
        "session_01j7nsj96j000838djrfaebxg7", "session_01j7nsj96je00038djrfaebxg7",
        "prefix_0123456789abcdefghjkmnpqrs",
        // UUIDs.
        "0191EB99-24d2-7000-81a1-b2c3d4e5f607", "0191eb9924d2700081a1b2c3d4e5f60",
        "0191eb99-24d2-7000-81a1_b2c3d4e5f607", "0191eb99-24d2-9000-81a1-b2c3d4e5f607",
        "0191eb99-24d2-7000-c1a1-b2c3d4e5f607", "0191eb99-24d2-0000-81a1-b2c3d4e5f607",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "0191eb9g-24d2-7000-81a1-b2c3d4e5f607",
        // Readable texts.
        "session_auth_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_user_123_1726234567890_000001_a1b2c3d4e5f607",
        "user_extra_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth__1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_user~5F_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_user~61_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_user~2e_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_user~5_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_user~ff_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_us@r_1726234567890_000001_a1b2c3d4e5f607",
        "session_.0fed00myhb91_user_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_.0fed00myhb9_1726234567890_000001_a1b2c3d4e5f607",
        "session_auth_.0fed00myhb9u_1726234567890_000001_a1b2c3d4e5f607",
        "req_0726234567890_000001_a1b2c3d4e5f607", "req_1726234567890_262144_a1b2c3d4e5f607",
        "req_1726234567890_00001_a1b2c3d4e5f607", "req_1726234567890_000001_a1b2c3d4e5f60",
        "req_1726234567890_000001_A1b2c3d4e5f607", "req_172623456789x_000001_a1b2c3d4e5f607",
        "_1726234567890_000001_a1b2c3d4e5f607",
        // Checks.
        "session_01j7nsj96je00838djrfaebxg7_jxfs5x", "user_01j7nsj96je00838djrfaebxg7_jxfs5w",
        "session_01j7nsj96je00838djrfaebxg8_jxfs5w", "session_01j7nsj96je00838djrfaebxg7_jxfs5",
    ]

    /// Texts that a parser refuses, with the reason and the byte.
    static func refused() -> VectorFile {
        var file = VectorFile("refused")
        let overlong = String(repeating: "~5f", count: 48)
        let texts =
            refusedTexts + [
                "msg_\(String(repeating: "a", count: 49))_1726234567890_000001_a1b2c3d4e5f607",
                "msg_\(overlong)_\(overlong)_1726234567890_000001_a1b2c3d4e5f607",
            ]
        for text in texts {
            do throws(IDError) {
                let parsed = try Catalog.builtIn.parse(text)
                preconditionFailure("A text to refuse is accepted as \(parsed.form.name)")
            } catch {
                file.add { json in
                    json.member("text", text)
                    json.member("reason", error.code.name)
                    json.member("offset", error.offset.map(UInt.init))
                }
            }
        }
        return file
    }
}
