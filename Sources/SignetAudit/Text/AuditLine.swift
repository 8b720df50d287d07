internal import Signet
internal import SignetOutput

/// A line of a log's file: JSON Lines, one value a line, keys always in the same order.
///
/// A file holds one segment: a header that says whose it is and where it begins, then records, and
/// behind a record perhaps a checkpoint at it.
enum AuditLine: Hashable, Sendable {
    /// The first line of a segment.
    case header(AuditSegmentHeader)
    /// A record.
    case record(AuditRecord)
    /// A checkpoint at the record before.
    case checkpoint(AuditCheckpoint)
}

/// Where a segment begins.
struct AuditSegmentHeader: Hashable, Sendable {
    /// Whose chain it is.
    let tenant: String
    /// The number of the segment's first record.
    let first: UInt64
    /// The hash of the record before it.
    let predecessor: AuditHash

    /// The place behind which the segment goes on.
    var start: AuditPosition { AuditPosition(sequence: first - 1, hash: predecessor) }

    /// Writes the line, without a line feed.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("log")
            json.number(1)
            json.member("tenant", tenant)
            json.key("first")
            json.number(first)
            json.member("after", predecessor.description)
        }
    }
}

extension AuditRecord {
    /// The record as a line of a log's file, without a line feed.
    public var json: String {
        var writer = JSONWriter(capacity: 512)
        write(to: &writer)
        return writer.text
    }

    /// Writes the line, without a line feed.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("seq")
            json.number(sequence)
            json.member("id", id.compact)
            json.key("time")
            json.number(time)
            json.key("actor")
            actor.write(to: &json)
            json.member("action", action)
            json.member("outcome", outcome.rawValue)
            json.member("resource", resource?.compact)
            json.member("session", session?.compact)
            json.member("request", request?.compact)
            if !details.isEmpty {
                json.key("details")
                json.object { json in
                    for detail in details {
                        json.key(text: detail.name)
                        detail.field.write(to: &json)
                    }
                }
            }
            json.member("hash", hash.description)
        }
    }
}

extension AuditField {
    /// `[value, salt]`, or the commitment alone.
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .redacted(let commitment): json.string(commitment.description)
        case .open(let value, let salt):
            json.array { json in
                json.string(value)
                json.string(salt.description)
            }
        }
    }
}

extension AuditCheckpoint {
    /// The checkpoint as a line of a log's file, without a line feed.
    public var json: String {
        var writer = JSONWriter(capacity: 512)
        write(to: &writer)
        return writer.text
    }

    /// Writes the line, without a line feed.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("checkpoint")
            json.number(1)
            json.member("tenant", tenant)
            json.key("seq")
            json.number(position.sequence)
            json.member("hash", position.hash.description)
            json.key("time")
            json.number(time)
            json.key("interval")
            json.number(interval)
            json.member("key", key.description)
            json.member("signature", Hex.text(signature))
        }
    }
}
