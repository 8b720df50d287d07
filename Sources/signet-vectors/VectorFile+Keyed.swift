import Signet
import SignetOutput
import SignetSeal

extension VectorFile {
    private static let keys: [UInt8: [UInt8]] = [
        0: Array(0x00...0x1f), 3: Array(0x00...0x1f), 31: Array(0xe0...0xff),
    ]

    private static func hexadecimal(_ key: UInt8) -> String { Hex.text(keys[key] ?? []) }

    /// Legacy texts and the cores derived from them.
    static func derived() -> VectorFile {
        var file = VectorFile("derived")
        for (kind, text) in [
            (.thread, "thread_chat_42_ab12cd34"),
            (.req, "req_0123456789ab"),
            (.wsConn, "ws_conn_usr_alic_1757927717565_7_b97ed28f"),
            (.run, "websocket_factory_1757372478799"),
            (.run, "run_thread_chat_42_ab12cd34_17565_9f8e7d6c"),
            (.event, "event_1757927717565_2_b97ed28f"),
            (.session, "session_b97ed28fc8f9"),
            (.session, "session_1757927717565_b97e"),
            (.session, "session_1757927717565_b97"),
            (.session, "session_0757927717565"),
            (.user, ""), (.user, "Zoë"),
        ] as [(Kind, String)] {
            file.add { json in
                json.member("kind", kind.description)
                json.member("original", text)
                json.member("uuid", AnyID(kind, .derived(from: text, kind: kind)).uuid)
            }
        }
        return file
    }

    /// Owner tags.
    static func tags() throws -> VectorFile {
        var file = VectorFile("tags")
        for (epoch, tenant, owner) in [
            (0, "tenant-a", "user123"), (0, "tenant-b", "user123"), (0, "", "user123"),
            (31, "tenant-a", "user123"), (0, "tenant-a", "Zoë"),
        ] as [(UInt8, String, String)] {
            let tag = try KeyRing(keys, current: epoch).ownerTag(for: owner, tenant: tenant)
            file.add { json in
                json.member("key", hexadecimal(epoch))
                json.member("epoch", epoch)
                json.member("tenant", tenant)
                json.member("owner", owner)
                json.member("tag", tag.description)
            }
        }
        return file
    }

    /// Sealed texts.
    static func seals() throws -> VectorFile {
        var file = VectorFile("seals")
        let core = try Core(time: 1_726_234_567_890, counter: 1, tail: 0xa1_b2c3_d4e5_f607)
        let adopted = try Core(adopting: 0x5f0c_6a52_3b1e_4c9a, 0x9d2f_0a1b_2c3d_4e5f)
        for (id, key, audience, expiry) in [
            (AnyID(.session, core), 3, "api", nil),
            (AnyID(.session, core), 3, "api", 1_726_238_167_890),
            (AnyID(.session, core), 31, "api", nil),
            (AnyID(.session, core), 3, "", nil),
            (AnyID(.wsConn, core), 3, "api", 1_577_836_860_000),
            (AnyID(.user, adopted), 3, "api", nil),
        ] as [(AnyID, UInt8, String, UInt64?)] {
            let ring = try KeyRing(keys, current: key)
            let text = try ring.seal(id, audience: audience, expiry: expiry)
            file.add { json in
                json.member("compact", id.compact)
                json.member("key", hexadecimal(key))
                json.member("key_id", key)
                json.member("audience", audience)
                json.member("expiry", expiry)
                json.member("sealed", text)
            }
        }
        return file
    }

    /// Secrets.
    static func secrets() throws -> VectorFile {
        var file = VectorFile("secrets")
        for (kind, byte) in [(.session, 0x00), (.user, 0xff), (.jwtToken, 0xa5)]
            as [(Kind, UInt64)]
        {
            let secret = try AnySecret(kind, entropy: Entropy { _ throws(IDError) in byte })
            file.add { json in
                json.member("kind", kind.description)
                json.member("bytes", Hex.text(Array(repeating: UInt8(byte), count: 32)))
                json.member("text", secret.text)
                json.member("digest", Hex.text(secret.digest))
            }
        }
        return file
    }
}
