extension AuditLine {
    /// The number of the record in a line, without reading the rest; nil for another line.
    static func sequence(ofRecord line: Span<UInt8>) -> UInt64? {
        var parser = AuditLineParser()
        guard parser.take("{\"seq\":", line) else { return nil }
        return try? parser.number(line)
    }

    /// Whether a line is a checkpoint's.
    static func isCheckpoint(_ line: Span<UInt8>) -> Bool {
        var parser = AuditLineParser()
        return parser.take("{\"checkpoint\":", line)
    }
}
