import Signet
import SignetOutput

extension VectorFile {
    /// IDs in all their forms.
    static func valid() throws -> VectorFile {
        var file = VectorFile("valid")
        let reference = try Core(time: 1_726_234_567_890, counter: 1, tail: 0xa1_b2c3_d4e5_f607)
        try file.add(.session, reference, ["type": "auth"], .plain("user123"))
        try file.add(.user, reference)
        try file.add(.thread, reference, ["operation": "chat"])
        try file.add(.req, reference)
        try file.add(.clickhouseClient, reference, [:], .plain("svc"))
        try file.add(.wsConn, reference, [:], .tag(OwnerTag(epoch: 0, bits: 0x3a9a_0054_e2c5_21)))
        // The bounds of each field.
        let least = try Core(time: 1_000_000_000_000, counter: 0, tail: 0)
        let greatest = try Core(
            time: 9_999_999_999_999,
            counter: Core.maximumCounter,
            tail: 0xff_ffff_ffff_ffff
        )
        try file.add(.event, least, ["type": "x"])
        try file.add(.event, greatest, ["type": String(repeating: "z", count: 48)])
        // What slots escape.
        for owner in ["a_b", "~", ".hidden", "a.b-c", "Zoë", "日本", "a b", "100%", "\u{7f}"] {
            try file.add(.msg, reference, ["type": "text"], .plain(owner))
        }
        // RFC 9562, appendix A, and the versions that can be adopted.
        for (high, low) in [
            (0x017f_22e2_79b0_7cc3, 0x98c4_dc0c_0c07_398f),
            (0xc232_ab00_9414_11ec, 0xb3c8_9f6b_deced846),
            (0x5df4_1881_3aed_3515, 0x88a7_2f4a_814c_f09e),
            (0x919108f7_52d1_4320, 0x9bac_f847_db41_48a8),
            (0x2ed6_657d_e927_568b, 0x95e1_2665_a8ae_a6a2),
            (0x1ec9_414c_232a_6b00, 0xb3c8_9f6b_deced846),
            (0x2489_e9ad_2ee2_8e00, 0x8ec9_32d5_f691_81c0),
            (0x5f0c_6a52_3b1e_4c9a, 0x9d2f_0a1b_2c3d_4e5f),
        ] as [(UInt64, UInt64)] {
            try file.add(.session, try Core(adopting: high, low))
        }
        // A kind that the catalog does not declare.
        try file.add("invoice", reference)
        return file
    }

    private mutating func add(
        _ kind: Kind,
        _ core: Core,
        _ values: [String: String] = [:],
        _ owner: OwnerName? = nil
    ) throws {
        let catalog = Catalog.builtIn
        let id = AnyID(kind, core)
        let hasSlots = !values.isEmpty || owner != nil
        let slots = hasSlots ? try catalog[kind]?.slots(values, owner: owner) ?? .none : .none
        let readable = core.isReadable ? try catalog.text(of: id, as: .readable, slots: slots) : nil
        add { json in
            json.member("kind", kind.description)
            if !slots.isEmpty {
                json.key("slots")
                json.object { json in
                    for slot in slots.all {
                        json.key(text: slot.name)
                        json.string(slot.value)
                    }
                }
            }
            json.member("version", UInt(core.version))
            json.member("time", core.time)
            json.member("counter", core.counter)
            json.member("uuid", id.uuid)
            json.member("compact", id.compact)
            json.member("checked", id.checked)
            json.member("readable", readable)
        }
    }
}
