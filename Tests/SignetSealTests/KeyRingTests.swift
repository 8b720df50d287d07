import Signet
import SignetSeal
import Testing

@Suite struct KeyRingTests {
    private static let key = (0..<32).map { UInt8($0) }
    /// A key that a dump would show as text, as numbers or as hexadecimal digits.
    private static let loud = Array("HUNTER2-HUNTER2-HUNTER2-HUNTER2-".utf8)

    @Test func `the owner's vector is given`() throws {
        let ring = try KeyRing([0: Self.key])
        let tag = try ring.ownerTag(for: "user123", tenant: "tenant-a")
        #expect(tag.description == ".0fed00myhb91")
        #expect(try ring.isTag(tag, of: "user123", tenant: "tenant-a"))
    }

    @Test func `owner, tenant and key make a tag, and each is kept apart`() throws {
        let ring = try KeyRing([0: Self.key, 1: Self.loud])
        let tag = try ring.ownerTag(for: "user123", tenant: "tenant-a", epoch: 0)
        #expect(try ring.ownerTag(for: "user124", tenant: "tenant-a", epoch: 0) != tag)
        #expect(try ring.ownerTag(for: "user123", tenant: "tenant-b", epoch: 0) != tag)
        #expect(try ring.ownerTag(for: "user123", tenant: "tenant-a").epoch == 1)
        #expect(try ring.ownerTag(for: "user123", tenant: "tenant-a").bits != tag.bits)
        let left = try ring.ownerTag(for: "b", tenant: "a", epoch: 0)
        #expect(try ring.ownerTag(for: "", tenant: "ab", epoch: 0) != left)
        #expect(try !ring.isTag(tag, of: "user124", tenant: "tenant-a"))
    }

    @Test func `a tag of a dropped key is nobody's`() throws {
        let tag = try KeyRing([2: Self.key]).ownerTag(for: "u", tenant: "t")
        let ring = try KeyRing([3: Self.key])
        #expect(try !ring.isTag(tag, of: "u", tenant: "t"))
        let error = #expect(throws: SealError.self) {
            try ring.ownerTag(for: "u", tenant: "t", epoch: 2)
        }
        #expect(error?.code == .unknownKey)
    }

    @Test func `a zero byte would blur the fields and is refused`() throws {
        let ring = try KeyRing([0: Self.key])
        for (owner, tenant) in [("a\u{0}b", "t"), ("a", "t\u{0}")] {
            let error = #expect(throws: SealError.self) {
                try ring.ownerTag(for: owner, tenant: tenant)
            }
            #expect(error?.code == .zeroByte)
        }
    }

    static let faults: [([UInt8: [UInt8]], UInt8?, SealError.Code)] = [
        ([:], nil, .noKey), ([32: key], nil, .badKeyNumber), ([0: []], nil, .badKeyLength),
        ([0: Array(key.dropLast())], nil, .badKeyLength), ([0: key + [0]], nil, .badKeyLength),
        ([0: key, 1: [1]], 0, .badKeyLength), ([0: key], 1, .unknownKey),
    ]

    @Test(arguments: faults)
    func `a ring of wrong keys is refused`(
        keys: [UInt8: [UInt8]],
        current: UInt8?,
        code: SealError.Code
    ) {
        let error = #expect(throws: SealError.self) { try KeyRing(keys, current: current) }
        #expect(error?.code == code)
    }

    @Test func `a ring takes 32 keys, and the highest is current`() throws {
        let keys = Dictionary(uniqueKeysWithValues: (0..<32).map { (UInt8($0), Self.key) })
        #expect(try KeyRing(keys).current == 31)
        #expect(try KeyRing(keys, current: 5).current == 5)
    }

    @Test func `nothing that shows a ring shows a key`() throws {
        let ring = try KeyRing([7: Self.loud])
        var dumped = ""
        dump(ring, to: &dumped)
        dump([ring], to: &dumped)
        dump(["x": Optional(ring)], to: &dumped)
        let texts = [
            "\(ring)", String(reflecting: ring), String(describing: Optional(ring)), dumped,
            "\(Mirror(reflecting: ring).children.map { "\($0)" })",
        ]
        for text in texts {
            #expect(text.contains("7"))
            for trace in ["HUNTER2", "48554e54", "48554E54", "72, 85", "SymmetricKey", "72\n"] {
                #expect(!text.contains(trace))
            }
        }
    }
}
