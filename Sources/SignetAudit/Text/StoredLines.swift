/// Lines as tables hold them, beside the number by which a row is found.
///
/// A row whose line says another number was not written by a log. It is refused here: whoever reads
/// page by page would lose its place.
extension AuditRecord {
    /// Reads a record's row.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - tenant: Whose log it is in.
    ///   - sequence: The number of the row.
    /// - Throws: ``AuditError/Code-swift.struct/corrupted``, with the number.
    package init(
        storedLine line: String,
        tenant: String,
        sequence: UInt64
    ) throws(AuditError) {
        do throws(AuditError) { try self.init(json: line, tenant: tenant) } catch {
            throw AuditError(.corrupted, sequence: sequence)
        }
        guard self.sequence == sequence else { throw AuditError(.corrupted, sequence: sequence) }
    }
}

extension AuditCheckpoint {
    /// Reads a checkpoint's row.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - sequence: The number of the row; nil where there is none.
    /// - Throws: ``AuditError/Code-swift.struct/corrupted``, with the number.
    package init(storedLine line: String, sequence: UInt64? = nil) throws(AuditError) {
        do throws(AuditError) { try self.init(json: line) } catch {
            throw AuditError(.corrupted, sequence: sequence)
        }
        guard sequence.map({ $0 == self.sequence }) ?? true else {
            throw AuditError(.corrupted, sequence: sequence)
        }
    }
}

extension AuditHash {
    /// Reads a hash as a table holds it.
    ///
    /// - Throws: ``AuditError/Code-swift.struct/corrupted``.
    package init(storedText text: String) throws(AuditError) {
        guard let hash = Self(text) else { throw AuditError(.corrupted) }
        self = hash
    }
}
