import Signet

/// Puts together what is hashed or signed: fixed-width numbers and texts behind their length.
///
/// Every message begins with a name of its own and a zero byte, and no field can run into the
/// next, so two different values never have one encoding. JSON would need a canonical form for
/// that (RFC 8785); the text of a line is not what is hashed.
struct AuditEncoder {
    /// What was put together.
    private(set) var bytes: [UInt8] = []

    /// Begins a message, in the memory of the one before.
    mutating func begin(_ domain: StaticString) {
        bytes.removeAll(keepingCapacity: true)
        domain.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(0)
    }

    /// Adds a byte.
    mutating func add(_ byte: UInt8) { bytes.append(byte) }

    /// Adds a number in eight bytes, the highest first.
    mutating func add(_ number: UInt64) {
        unsafe withUnsafeBytes(of: number.bigEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Adds a number in four bytes, the highest first.
    mutating func add(count: Int) {
        let number = UInt32(truncatingIfNeeded: count).bigEndian
        unsafe withUnsafeBytes(of: number) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Adds a hash.
    mutating func add(_ hash: AuditHash) {
        add(hash.words.first)
        add(hash.words.second)
        add(hash.words.third)
        add(hash.words.fourth)
    }

    /// Adds a core's 16 bytes.
    mutating func add(_ core: Core) {
        let bytes = core.bytes
        for index in bytes.indices { self.bytes.append(bytes[index]) }
    }

    /// Adds the number of a text's bytes, and the bytes.
    mutating func add(_ text: String) {
        add(count: text.utf8.count)
        add(bare: text)
    }

    /// Adds a text's bytes alone, where nothing follows.
    mutating func add(bare text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a literal's bytes alone.
    mutating func add(bare text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Adds bytes of a known number.
    mutating func add(_ bytes: [UInt8]) {
        self.bytes.append(contentsOf: bytes)
    }

    /// Adds an ID behind a 1, or a 0 where there is none.
    mutating func add(_ id: AnyID?) {
        guard let id else { return add(UInt8(0)) }
        add(UInt8(1))
        add(id.kind.description)
        add(id.core)
    }
}
