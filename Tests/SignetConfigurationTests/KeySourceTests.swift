import Foundation
import Signet
import SignetConfiguration
import SignetSeal
import Testing

@Suite struct `Keys of the configuration` {
    private static let key = (0..<32).map { UInt8($0) }
    private static let hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    private static let base64 = Data(key).base64EncodedString()
    private static let sealed = "session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v"

    private static func ring(
        _ source: String,
        _ environment: [String: String] = [:]
    ) throws(ConfigurationError) -> KeyRing {
        let yaml = "keys: {seal: {ring: [{number: 3, \(source)}]}}"
        let sources = try Configuration(yaml: yaml).sealKeys
        guard let ring = try sources?.load(environment: environment) else {
            preconditionFailure("the configuration has keys")
        }
        return ring
    }

    private static func message(
        _ source: String,
        _ environment: [String: String] = [:]
    ) -> String {
        do throws(ConfigurationError) {
            _ = try ring(source, environment)
            return "no error"
        } catch {
            return "\(error.code.name): \(error.description)"
        }
    }

    @Test(arguments: [hex, hex.uppercased(), base64, "  \(hex)\n", base64 + "\n"])
    func `a variable holds a key in hexadecimal or in base64`(text: String) throws {
        let ring = try Self.ring("environment: SEAL", ["SEAL": text])
        let id = try AnyID(parsing: "session_01j7nsj96je00838djrfaebxg7")
        #expect(try ring.seal(id, audience: "api") == Self.sealed)
    }

    @Test(arguments: [0o600, 0o400])
    func `a file that only its owner reads is taken`(mode: Int) throws {
        let directory = try Scratch()
        let path = try directory.write("key", Self.hex + "\n", mode: mode)
        let id = try AnyID(parsing: "session_01j7nsj96je00838djrfaebxg7")
        #expect(try Self.ring("file: \(path)").seal(id, audience: "api") == Self.sealed)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o606, 0o610, 0o601])
    func `a file that others reach is refused`(mode: Int) throws {
        let directory = try Scratch()
        let path = try directory.write("key", Self.hex, mode: mode)
        let message = Self.message("file: \(path)")
        #expect(message.hasPrefix("key: \(path): "))
        #expect(message.contains("chmod 600"))
        #expect(!message.contains("0001"))
    }

    @Test func `what is no regular file is refused without waiting`() throws {
        let directory = try Scratch()
        let pipe = try directory.write("x", "").replacing("/x", with: "/pipe")
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        for path in [pipe, "/dev/zero", "/tmp", "/does/not/exist"] {
            #expect(Self.message("file: \(path)").hasPrefix("key: \(path): the key file"))
        }
    }

    @Test func `a variable that is not set is named`() {
        let message = Self.message("environment: SIGNET_SEAL")
        #expect(message.contains("SIGNET_SEAL is not set"))
        #expect(message.contains("3"))
    }

    static let malformed: [String] = [
        "", "hunter2", String(hex.dropLast()), hex + "0", hex.replacing("0f", with: "0g"),
        String(base64.dropLast(2)), base64 + "AAAA", String(repeating: "é", count: 32),
        String(repeating: "\u{ff10}", count: 64), hex.replacing("00", with: "  "),
    ]

    @Test(arguments: malformed)
    func `a malformed key is refused and not repeated`(text: String) throws {
        let directory = try Scratch()
        let path = try directory.write("key", text, mode: 0o600)
        for message in [
            Self.message("environment: SEAL", ["SEAL": text]), Self.message("file: \(path)"),
        ] {
            #expect(message.hasPrefix("key: "))
            #expect(message.contains("64 hexadecimal digits"))
            for start in text.indices.dropLast(6) {
                #expect(!message.contains(text[start...].prefix(7)))
            }
        }
    }

    @Test func `a current number without a key is refused`() throws {
        let yaml = "keys: {seal: {current: 5, ring: [{number: 3, environment: A}]}}"
        let sources = try #require(try Configuration(yaml: yaml).sealKeys)
        let error = #expect(throws: ConfigurationError.self) {
            try sources.load(environment: ["A": Self.hex])
        }
        #expect(error?.code == .key)
    }

    @Test func `a key in the file itself is refused and not repeated`() {
        for yaml in [
            "keys: {seal: {ring: [\(Self.hex)]}}", "keys: {seal: \(Self.hex)}",
            "keys: {seal: {ring: [{number: 0, key: \(Self.hex)}]}}",
            "keys: {seal: {ring: [{number: 0, file: [\(Self.hex)]}]}}", "\(Self.hex): 1",
            "keys: {seal: {ring: [{number: 0x\(Self.hex), file: a}]}}",
        ] {
            let error = #expect(throws: ConfigurationError.self) { try Configuration(yaml: yaml) }
            #expect(error?.description.contains("0001020304") == false)
        }
    }
}
