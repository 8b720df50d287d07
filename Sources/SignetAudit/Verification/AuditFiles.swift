/// The files of a log, read one by one.
enum AuditFiles {
    /// How many bytes at the end of a file hold its last checkpoint.
    private static let tailCount: UInt64 = 1 << 13

    /// The header of a segment's file.
    static func header(ofFile path: String) throws(AuditError) -> AuditSegmentHeader {
        var source = try LineSource(path)
        var header: AuditSegmentHeader?
        try source.visit { line, place throws(AuditError) in
            if place.isWhole, let value = try? AuditLine(parsing: line, tenant: ""),
                case .header(let found) = value
            {
                header = found
            }
            return false
        }
        guard let header else {
            throw AuditError(
                .corrupted,
                "the file does not begin as a segment of an audit log does",
                file: path,
                line: 1
            )
        }
        return header
    }

    /// The checkpoint in the last line of a closed segment's file, if it is one.
    static func lastCheckpoint(inFile path: String) throws(AuditError) -> AuditCheckpoint? {
        let size = try LineSource(path).status().size
        var source = try LineSource(path, from: size - min(size, tailCount))
        var last: AuditCheckpoint?
        try source.visit { line, _ throws(AuditError) in
            last = nil
            if let value = try? AuditLine(parsing: line, tenant: ""),
                case .checkpoint(let checkpoint) = value
            {
                last = checkpoint
            }
            return true
        }
        return last
    }

    /// The checkpoint in a file that holds nothing else; nil when there is no such file.
    static func checkpoint(inFile path: String) throws(AuditError) -> AuditCheckpoint? {
        var checkpoint: AuditCheckpoint?
        var isRead = false
        do throws(AuditError) {
            var source = try LineSource(path)
            try source.visit { line, _ throws(AuditError) in
                isRead = true
                if let value = try? AuditLine(parsing: line, tenant: ""),
                    case .checkpoint(let found) = value
                {
                    checkpoint = found
                }
                return false
            }
        } catch  where error.code == .notFound {
            return nil
        }
        guard checkpoint != nil || !isRead else {
            throw AuditError(.corrupted, "the file holds no checkpoint", file: path, line: 1)
        }
        return checkpoint
    }
}
