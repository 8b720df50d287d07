/// The bytes of a cache file and what stands where in them.
///
/// ```
/// offset  bytes
///      0      8  "signet" and the version of the format, twice eight bits
///      8     16  the hash of what results depend on beside the file: see `ScanKey`
///     24      8  the seed of all hashes but that one
///     32     16  the checksum of the bytes from 48 on, with the key as its tweak
///     48      8  the number of records
///     56      8  zero
///     64         the records by key, 64 bytes each, then the results
/// ```
///
/// All numbers have their low bytes first. A file that is not exactly so is not read at all.
struct CacheImage: Sendable {
    private static let magic = Array("signet".utf8) + [0, 1]
    private static let headerSize = 64
    /// The size from which a cache is not worth reading: 256 MiB.
    static let maximumSize = 256 << 20

    /// The hash by which the records are made.
    let hash: ContentHash
    /// The number of records.
    let count: Int

    private let bytes: [UInt8]
    private let seed: UInt64

    /// An image without records.
    init(seed: UInt64) {
        hash = ContentHash(seed: seed)
        self.seed = seed
        count = 0
        bytes = []
    }

    /// Takes over the bytes of a file; `nil` if they are not whole or are for another scan.
    init?(_ bytes: [UInt8], key: UInt128) {
        guard bytes.count >= Self.headerSize, bytes.count <= Self.maximumSize,
            Array(bytes[..<8]) == Self.magic
        else { return nil }
        self.bytes = bytes
        seed = Self.load(bytes, at: 24)
        hash = ContentHash(seed: seed)
        let number: UInt64 = Self.load(bytes, at: 48)
        count = Int(truncatingIfNeeded: number)
        let most = (bytes.count - Self.headerSize) / CacheRecord.size
        guard Self.load(bytes, at: 8) == key, (0...most).contains(count),
            Self.load(bytes, at: 32) == Self.checksum(bytes.span.extracting(48...), key, hash)
        else { return nil }
        for index in 0..<count where !isSound(index) { return nil }
    }

    private static func checksum(
        _ body: Span<UInt8>,
        _ key: UInt128,
        _ hash: ContentHash
    ) -> UInt128 {
        hash.hash(body, tweak: UInt64(truncatingIfNeeded: key ^ key >> 64))
    }

    private static func load<Number: FixedWidthInteger & BitwiseCopyable>(
        _ bytes: [UInt8],
        at offset: Int
    ) -> Number {
        precondition(offset + Number.bitWidth / 8 <= bytes.count, "callers stay inside")
        return unsafe bytes.span.bytes.unsafeLoadUnaligned(
            fromByteOffset: offset,
            as: Number.self
        ).littleEndian
    }

    private var payloadStart: Int { Self.headerSize + count * CacheRecord.size }

    /// Whether the result of a record lies in the bytes.
    private func isSound(_ index: Int) -> Bool {
        let start = Self.headerSize + index * CacheRecord.size
        let offset: UInt32 = Self.load(bytes, at: start + 56)
        let length: UInt32 = Self.load(bytes, at: start + 60)
        return Int(offset) + Int(length) <= bytes.count - payloadStart
    }

    /// The record at an index below `count`.
    subscript(_ index: Int) -> CacheRecord {
        let start = Self.headerSize + index * CacheRecord.size
        let offset: UInt32 = Self.load(bytes, at: start + 56)
        let length: UInt32 = Self.load(bytes, at: start + 60)
        return CacheRecord(
            key: Self.load(bytes, at: start),
            identity: Self.load(bytes, at: start + 16),
            content: Self.load(bytes, at: start + 32),
            root: Self.load(bytes, at: start + 48),
            payload: Int(offset)..<(Int(offset) + Int(length))
        )
    }

    /// The index of the record with a key, if there is one.
    func index(of key: UInt128) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            let found: UInt128 = Self.load(
                bytes,
                at: Self.headerSize + middle * CacheRecord.size
            )
            if found == key { return middle }
            if found < key { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// A reader of the result of a record.
    func reader(of record: CacheRecord) -> ByteReader {
        let start = payloadStart
        return ByteReader(
            bytes,
            (start + record.payload.lowerBound)..<(start + record.payload.upperBound)
        )
    }

    /// Appends the bytes of the result of a record.
    func copyPayload(of record: CacheRecord, to other: inout ByteWriter) {
        let start = payloadStart
        other.append(
            bytes.span.extracting(
                (start + record.payload.lowerBound)..<(start + record.payload.upperBound)
            )
        )
    }

    /// The bytes of a file with other records.
    ///
    /// - Parameters:
    ///   - records: The records, sorted by key, with their payloads in `payloads`.
    ///   - payloads: The bytes of all results.
    ///   - key: What the results depend on beside the files.
    /// - Returns: The bytes; `nil` if there are too many.
    func file(
        of records: [CacheRecord],
        _ payloads: Span<UInt8>,
        key: UInt128
    ) -> [UInt8]? {
        let size = Self.headerSize + records.count * CacheRecord.size + payloads.count
        guard size <= Self.maximumSize else { return nil }
        var body = ByteWriter()
        body.fixed(UInt64(records.count))
        body.fixed(UInt64(0))
        for record in records { record.write(to: &body) }
        body.append(payloads)
        var file = ByteWriter()
        file.append(Self.magic.span)
        file.fixed(key)
        file.fixed(seed)
        file.fixed(Self.checksum(body.bytes.span, key, hash))
        file.append(body.bytes.span)
        return file.bytes
    }
}
