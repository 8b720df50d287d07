import Crypto
import Signet
import SignetSeal
import SignetTesting
import Testing

@Suite struct SecretTests {
    /// A secret whose 32 bytes are all 0xA5.
    private static func known() throws(SealError) -> AnySecret {
        try AnySecret(.session, entropy: .constant(0xa5))
    }

    @Test func `a secret is 52 digits and a check behind its kind`() throws {
        let text = try Self.known().text
        #expect(text.hasPrefix("session_sk_"))
        #expect(text.utf8.count == "session_sk_".utf8.count + 58)
        #expect(try Catalog.builtIn.parse(text).form == .secret)
    }

    @Test func `the digits are the bytes, four zero bits first`() throws {
        var bits = [0, 0, 0, 0]
        for _ in 0..<32 { bits += [1, 0, 1, 0, 0, 1, 0, 1] }
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        let digits = stride(from: 0, to: 260, by: 5).map { start in
            alphabet[bits[start..<start + 5].reduce(0) { $0 * 2 + $1 }]
        }
        #expect(try Self.known().text.dropFirst(11).prefix(52) == String(digits))
    }

    @Test func `the digest is SHA-256 of the 32 bytes`() throws {
        let expected = Array(SHA256.hash(data: [UInt8](repeating: 0xa5, count: 32)))
        let secret = try Self.known()
        #expect(secret.digest == expected)
        #expect(secret.matches(digest: expected))
        #expect(!secret.matches(digest: Array(expected.dropLast())))
        #expect(!secret.matches(digest: []))
        for index in expected.indices {
            var wrong = expected
            wrong[index] ^= 1
            #expect(!secret.matches(digest: wrong))
        }
    }

    @Test func `a secret comes back from its text`() throws {
        for seed in 0..<200 as Range<UInt64> {
            let secret = try AnySecret(.session, entropy: .seeded(seed))
            let parsed = try AnySecret(parsing: secret.text)
            #expect(parsed.digest == secret.digest)
            #expect(parsed.text == secret.text)
            #expect(parsed.kind == .session)
        }
        let typed = try Secret<Kind.Session>()
        #expect(try Secret<Kind.Session>(parsing: typed.text).matches(digest: typed.digest))
    }

    @Test func `two secrets differ`() throws {
        let texts = try (0..<1000).map { _ in try AnySecret(.user).text }
        #expect(Set(texts).count == 1000)
    }

    @Test func `every mistyped character is noticed`() throws {
        let text = try AnySecret(.session, entropy: .seeded(1)).text
        for place in text.indices {
            for character in "0189abzil_-A " where character != text[place] {
                var wrong = text
                wrong.replaceSubrange(place...place, with: String(character))
                let error = #expect(throws: SealError.self) { try AnySecret(parsing: wrong) }
                #expect(error?.code == .malformed)
            }
        }
        #expect(throws: SealError.self) { try AnySecret(parsing: String(text.dropLast())) }
        #expect(throws: SealError.self) { try AnySecret(parsing: text + "0") }
        #expect(throws: SealError.self) { try AnySecret(parsing: text + "\n") }
    }

    @Test func `a secret of another kind, and an ID, are refused`() throws {
        let user = try AnySecret(.user)
        #expect(throws: SealError.self) { try Secret<Kind.Session>(parsing: user.text) }
        let id = "session_01j7nsj96je00838djrfaebxg7"
        #expect(throws: SealError.self) { try Secret<Kind.Session>(parsing: id) }
        let error = #expect(throws: IDError.self) { try AnyID(parsing: user.text) }
        #expect(error?.code == .secretNotID)
        #expect(error?.description.contains(user.text.suffix(20)) == false)
    }

    @Test func `without entropy there is no secret`() {
        for count in [0, 31] {
            let error = #expect(throws: SealError.self) {
                try AnySecret(.user, entropy: .failing(after: count))
            }
            #expect(error?.code == .entropyUnavailable)
        }
    }

    @Test func `nothing that shows a secret shows its bytes`() throws {
        let any = try AnySecret(.session, entropy: .constant(0xa5))
        let typed = try Secret<Kind.Session>(parsing: any.text)
        var dumped = ""
        dump(any, to: &dumped)
        dump([typed], to: &dumped)
        let texts = [
            "\(any)", "\(typed)", String(reflecting: any), String(reflecting: typed), dumped,
            "\(Optional(typed) as Any)", "\(Mirror(reflecting: typed).children.map { "\($0)" })",
            "\(Mirror(reflecting: any).children.map { "\($0)" })",
        ]
        let digits = any.text.dropFirst(11).prefix(8)
        for text in texts {
            #expect(text.contains("session"))
            for trace in [String(digits), "a5a5", "165", "SymmetricKey"] {
                #expect(!text.contains(trace))
            }
        }
        #expect("\(any)" == "session_sk_(redacted)")
    }

    @Test func `a secret can be neither encoded nor hashed by mistake`() throws {
        let secret: Any = try Secret<Kind.Session>()
        #expect(!(secret is any Encodable))
        #expect(!(secret is any Hashable))
        let any: Any = try AnySecret(.session)
        #expect(!(any is any Encodable))
        #expect(!(any is any Hashable))
    }
}
