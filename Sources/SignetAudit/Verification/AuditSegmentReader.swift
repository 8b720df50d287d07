/// Reads a store's segment in the order of its lines: its records, and behind each of them the
/// checkpoints that stand there.
struct AuditSegmentReader {
    /// What stands in a segment.
    enum Item {
        /// A record.
        case record(AuditRecord)
        /// A checkpoint.
        case checkpoint(AuditCheckpoint)
        /// What the store cannot read; its number is in the error.
        case unreadable(AuditError)
    }

    private var records: Pages<AuditRecord>
    private var checkpoints: Pages<AuditCheckpoint>

    /// Begins to read.
    ///
    /// - Parameter segment: The segment. Of an open one, what is added meanwhile is left for later:
    ///   records and checkpoints are not read in the same moment.
    init(_ segment: AuditSegment) {
        records = Pages(segment)
        checkpoints = Pages(segment)
    }

    /// What comes next; nil at the end.
    ///
    /// - Throws: What the store says, but for what it cannot read.
    mutating func next(in store: any AuditStore) async throws(AuditError) -> Item? {
        let record = try await records.first { page, limit async throws(AuditError) in
            try await store.records(of: page.tenant, from: page.next, limit: limit)
        }
        let checkpoint = try await checkpoints.first { page, limit async throws(AuditError) in
            try await store.checkpoints(of: page.tenant, from: page.next, limit: limit)
        }
        // A checkpoint stands behind the record that it signs.
        if let checkpoint, checkpoint.sequence < record?.sequence ?? .max {
            checkpoints.removeFirst()
            return checkpoint.error.map { .unreadable($0) } ?? checkpoint.value.map(Item.checkpoint)
        }
        guard let record else { return nil }
        records.removeFirst()
        return record.error.map { .unreadable($0) } ?? record.value.map(Item.record)
    }
}

/// What has a number in a chain.
private protocol Numbered {
    var sequence: UInt64 { get }
}

extension AuditRecord: Numbered {}
extension AuditCheckpoint: Numbered {}

/// What a store gives page by page.
private struct Pages<Value: Numbered> {
    /// An element, or what is in its place.
    struct Element {
        let sequence: UInt64
        var value: Value?
        var error: AuditError?
    }

    let tenant: String
    /// The number from which the next page is read.
    private(set) var next: UInt64
    private let end: UInt64
    /// How many of that number were read already: several checkpoints may stand at one record.
    private var readCount = 0
    private var limit = pageCount
    private var page: ArraySlice<Element> = []
    private var isAtEnd = false

    private static var pageCount: Int { 512 }

    init(_ segment: AuditSegment) {
        tenant = segment.tenant
        next = segment.first
        end = segment.last
    }

    /// The next element; nil when there is none.
    mutating func first(
        _ read: (Self, Int) async throws(AuditError) -> [Value]
    ) async throws(AuditError) -> Element? {
        while page.isEmpty, !isAtEnd, next <= end {
            do throws(AuditError) {
                take(try await read(self, limit + readCount))
            } catch {
                guard error.code == .corrupted, let sequence = error.sequence, sequence >= next
                else { throw error }
                skip(sequence, error)
            }
        }
        return page.first
    }

    /// Goes past the next element.
    mutating func removeFirst() { page.removeFirst() }

    private mutating func take(_ values: [Value]) {
        let fresh = values.dropFirst(readCount).prefix { $0.sequence <= end }
        guard let last = fresh.last?.sequence else {
            isAtEnd = true
            return
        }
        let count = fresh.reversed().prefix { $0.sequence == last }.count
        readCount = last == next ? readCount + count : count
        next = last
        page = fresh.map { Element(sequence: $0.sequence, value: $0) }[...]
    }

    /// Reads what comes before an unreadable element one by one, and then puts the error in its
    /// place.
    private mutating func skip(_ sequence: UInt64, _ error: AuditError) {
        guard limit == 1 else {
            limit = 1
            return
        }
        limit = Self.pageCount
        guard sequence <= end, sequence < .max else {
            isAtEnd = true
            return
        }
        page = [Element(sequence: sequence, error: error)]
        next = sequence + 1
        readCount = 0
    }
}
