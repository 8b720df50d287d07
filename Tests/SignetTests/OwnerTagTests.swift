import Signet
import Testing

@Suite struct `Owner tags` {
    private static let end = "_1726234567890_000001_a1b2c3d4e5f607"

    @Test(arguments: [
        (OwnerTag(epoch: 0, bits: 0), ".000000000000"),
        (OwnerTag(epoch: 31, bits: .max), ".zzzzzzzzzzzz"),
        (OwnerTag(epoch: 1, bits: 1), ".100000000001"),
        (OwnerTag(epoch: 32, bits: 1 << 55), ".000000000000"),
    ])
    func `a tag is a dot, the epoch and eleven digits`(tag: OwnerTag, text: String) throws {
        #expect(tag.description == text)
        let parsed = try Catalog.builtIn.parse("ws_conn_\(text)\(Self.end)")
        #expect(parsed.slots["owner"]?.tag == tag)
        #expect(parsed.slots["owner"]?.value == text)
    }

    @Test func `the tag of the vectors is read`() throws {
        let parsed = try Catalog.builtIn.parse("session_auth_.0fed00myhb91\(Self.end)")
        let tag = try #require(parsed.slots["owner"]?.tag)
        #expect(tag.epoch == 0)
        #expect(tag.description == ".0fed00myhb91")
    }

    @Test func `an owner that looks like a tag is no tag`() throws {
        let declaration = try #require(Catalog.builtIn[.wsConn])
        let slots = try declaration.slots([:], owner: .plain(".0fed00myhb91"))
        #expect(slots["owner"]?.text == "~2e0fed00myhb91")
        #expect(slots["owner"]?.tag == nil)
        #expect(slots["owner"]?.value == ".0fed00myhb91")
        #expect(slots != (try declaration.slots([:], owner: .tag(.init(epoch: 0, bits: 1)))))
    }

    @Test func `a kind's policy decides how its owner is written`() throws {
        let tag = OwnerTag(epoch: 2, bits: 5)
        let owner = [SlotDeclaration("owner")]
        let tagged = try KindDeclaration("k", shape: owner, ownerPolicy: .tag)
        #expect(throws: IDError(.ownerNeedsTag, kind: "k")) {
            try tagged.slots([:], owner: .plain("user123"))
        }
        #expect(throws: IDError(.ownerNeedsTag, kind: "k")) {
            try tagged.slots(["owner": "user123"])
        }
        #expect(try tagged.slots([:], owner: .tag(tag))["owner"]?.tag == tag)
        let silent = try KindDeclaration("k", shape: owner, ownerPolicy: OwnerPolicy.none)
        #expect(throws: IDError(.ownerNotWritten, kind: "k")) {
            try silent.slots([:], owner: .plain("user123"))
        }
        let plain = try KindDeclaration("k", shape: owner)
        #expect(plain.ownerPolicy == .plain)
        #expect(try plain.slots([:], owner: .plain("user123"))["owner"]?.value == "user123")
    }
}
