import Signet

extension AuditLine {
    /// Reads a line.
    ///
    /// - Parameters:
    ///   - line: The line without its line feed.
    ///   - tenant: Whose file it is in; a header says so itself.
    /// - Throws: ``AuditError/Code-swift.struct/corrupted`` for a line that no log writes.
    init(parsing line: Span<UInt8>, tenant: String) throws(AuditError) {
        var parser = AuditLineParser()
        if parser.take("{\"seq\":", line) {
            self = .record(try AuditRecord(&parser, line, tenant))
        } else if parser.take("{\"checkpoint\":1,\"tenant\":", line) {
            self = .checkpoint(try AuditCheckpoint(&parser, line))
        } else {
            try parser.require("{\"log\":1,\"tenant\":", line)
            self = .header(try AuditSegmentHeader(&parser, line))
        }
        try parser.requireEnd(line)
    }
}

extension AuditSegmentHeader {
    fileprivate init(_ parser: inout AuditLineParser, _ line: Span<UInt8>) throws(AuditError) {
        tenant = try parser.string(line)
        try parser.require(",\"first\":", line)
        first = try parser.number(line)
        try parser.require(",\"after\":", line)
        predecessor = try parser.hash(line)
        try parser.require("}", line)
        guard first > 0, AuditEvent.isName(tenant) else { throw AuditLineParser.refusal }
    }
}

extension AuditRecord {
    /// Reads the line of a record, as ``json`` writes it.
    ///
    /// - Parameters:
    ///   - json: The line without its line feed.
    ///   - tenant: Whose log it is in.
    /// - Throws: ``AuditError/Code-swift.struct/corrupted``.
    public init(json: String, tenant: String) throws(AuditError) {
        guard case .record(let record) = try AuditLine(parsing: json.utf8.span, tenant: tenant)
        else { throw AuditLineParser.refusal }
        self = record
    }

    fileprivate init(
        _ parser: inout AuditLineParser,
        _ line: Span<UInt8>,
        _ tenant: String
    ) throws(AuditError) {
        self.tenant = tenant
        sequence = try parser.number(line)
        try parser.require(",\"id\":", line)
        guard let id = try? AuditID(try parser.id(line)) else { throw AuditLineParser.refusal }
        self.id = id
        try parser.require(",\"time\":", line)
        time = try parser.number(line)
        try parser.require(",\"actor\":", line)
        actor = try AuditField(&parser, line)
        try parser.require(",\"action\":", line)
        action = try parser.string(line)
        try parser.require(",\"outcome\":", line)
        outcome = AuditEvent.Outcome(rawValue: try parser.string(line))
        resource = parser.take(",\"resource\":", line) ? try parser.id(line) : nil
        session = parser.take(",\"session\":", line) ? try parser.id(line) : nil
        request = parser.take(",\"request\":", line) ? try parser.id(line) : nil
        details = try Self.details(&parser, line)
        try parser.require(",\"hash\":", line)
        hash = try parser.hash(line)
        try parser.require("}", line)
    }

    private static func details(
        _ parser: inout AuditLineParser,
        _ line: Span<UInt8>
    ) throws(AuditError) -> [AuditDetail] {
        guard parser.take(",\"details\":{", line) else { return [] }
        var details: [AuditDetail] = []
        repeat {
            let name = try parser.string(line)
            try parser.require(":", line)
            details.append(AuditDetail(name: name, field: try AuditField(&parser, line)))
        } while parser.take(",", line)
        try parser.require("}", line)
        return details
    }
}

extension AuditField {
    fileprivate init(_ parser: inout AuditLineParser, _ line: Span<UInt8>) throws(AuditError) {
        guard parser.take("[", line) else {
            self = .redacted(commitment: try parser.hash(line))
            return
        }
        let value = try parser.string(line)
        try parser.require(",", line)
        self = .open(value: value, salt: try parser.salt(line))
        try parser.require("]", line)
    }
}

extension AuditCheckpoint {
    /// Reads the line of a checkpoint, as ``json`` writes it.
    ///
    /// - Throws: ``AuditError/Code-swift.struct/corrupted``.
    public init(json: String) throws(AuditError) {
        guard case .checkpoint(let checkpoint) = try AuditLine(parsing: json.utf8.span, tenant: "")
        else { throw AuditLineParser.refusal }
        self = checkpoint
    }

    fileprivate init(_ parser: inout AuditLineParser, _ line: Span<UInt8>) throws(AuditError) {
        tenant = try parser.string(line)
        try parser.require(",\"seq\":", line)
        let sequence = try parser.number(line)
        try parser.require(",\"hash\":", line)
        position = AuditPosition(sequence: sequence, hash: try parser.hash(line))
        try parser.require(",\"time\":", line)
        time = try parser.number(line)
        try parser.require(",\"interval\":", line)
        interval = try parser.number(line)
        try parser.require(",\"key\":", line)
        guard let key = AuditPublicKey(bytes: try parser.hash(line).bytes) else {
            throw AuditLineParser.refusal
        }
        self.key = key
        try parser.require(",\"signature\":\"", line)
        let start = parser.offset
        guard parser.skip(128, line),
            let left = AuditHash(hex: line, at: start),
            let right = AuditHash(hex: line, at: start + 64)
        else { throw AuditLineParser.refusal }
        signature = left.bytes + right.bytes
        try parser.require("\"}", line)
    }
}
