/// What one thread of a scan has learnt for the cache.
struct CacheRecorder: Sendable {
    /// The records of the old image that still hold.
    private(set) var kept: [Int] = []
    /// The records that are new or have changed; their payloads are in `payloads`.
    private(set) var records: [CacheRecord] = []
    /// The bytes of the results of `records`.
    private(set) var payloads = ByteWriter()

    /// Keeps a record as it is.
    mutating func keep(_ index: Int) { kept.append(index) }

    /// Takes in a record with the result that the old image has for it.
    mutating func add(_ record: CacheRecord, payloadOf old: CacheRecord, in image: CacheImage) {
        let start = payloads.bytes.count
        image.copyPayload(of: old, to: &payloads)
        append(record, from: start)
    }

    /// Takes in a record with a new result.
    mutating func add(_ record: CacheRecord, _ result: FileResult, language: Int) {
        let start = payloads.bytes.count
        ResultEncoder.write(result, language: language, to: &payloads)
        append(record, from: start)
    }

    private mutating func append(_ record: CacheRecord, from start: Int) {
        var record = record
        record.payload = start..<payloads.bytes.count
        records.append(record)
    }
}
