/// What was redacted, and what records say of it: both must agree.
struct RedactionLedger {
    private struct Entry {
        let place: AuditPlace?
        var unexplained: Set<String>
        var explained: Set<String> = []
    }

    private var found: [UInt64: Entry] = [:]
    private var unfinished: [(sequence: UInt64, field: String, record: UInt64)] = []

    /// Takes note of fields that are gone.
    mutating func found(_ fields: [String], in sequence: UInt64, at place: AuditPlace?) {
        found[sequence] = Entry(place: place, unexplained: Set(fields))
    }

    /// Takes a record that says what was redacted before it.
    mutating func explain(_ record: AuditRecord) {
        guard let fields = record.detail("fields"),
            let ranges = RecordRanges(record.detail("sequences") ?? "")
        else { return }
        let names = fields.split(separator: ",").map(String.init)
        for sequence in ranges.numbers where sequence < record.sequence {
            for name in names {
                if found[sequence]?.unexplained.remove(name) != nil {
                    found[sequence]?.explained.insert(name)
                } else if found[sequence]?.explained.contains(name) != true {
                    unfinished.append((sequence, name, record.sequence))
                }
            }
        }
    }

    /// Reports what does not agree, of the records that are there.
    func report(from first: UInt64, through last: UInt64, to result: inout AuditVerification) {
        for (sequence, entry) in found.sorted(by: { $0.key < $1.key })
        where !entry.unexplained.isEmpty {
            result.add(
                .unexplainedRedaction,
                "record \(sequence) lacks \(entry.unexplained.sorted().joined(separator: ", ")), "
                    + "and no record says that it was redacted",
                sequence: sequence,
                at: entry.place
            )
        }
        for (sequence, field, record) in unfinished where sequence >= first && sequence <= last {
            result.add(
                .unfinishedRedaction,
                "record \(record) says that \(field) of record \(sequence) was redacted, and it is "
                    + "still there; redact it again",
                sequence: sequence
            )
        }
    }
}

/// Numbers of records as text: `1-5,9`.
struct RecordRanges {
    /// How many numbers one text names at most.
    static let maximumCount = 512

    /// The numbers, in the order of the text.
    let numbers: [UInt64]

    /// Takes numbers in increasing order.
    init(_ numbers: [UInt64]) { self.numbers = numbers }

    /// Reads a text, or returns nil for one that no log writes.
    init?(_ text: String) {
        var numbers: [UInt64] = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").map { UInt64($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                first <= last, last - first < UInt64(Self.maximumCount - numbers.count)
            else { return nil }
            numbers.append(contentsOf: first...last)
        }
        self.numbers = numbers
    }

    /// The text.
    var text: String {
        var parts: [String] = []
        var rest = numbers[...]
        while let first = rest.first {
            var last = first
            rest = rest.dropFirst()
            while let next = rest.first, next == last + 1 {
                last = next
                rest = rest.dropFirst()
            }
            parts.append(first == last ? "\(first)" : "\(first)-\(last)")
        }
        return parts.joined(separator: ",")
    }
}
