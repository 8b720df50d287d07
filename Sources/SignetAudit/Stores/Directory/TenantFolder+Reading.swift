extension TenantFolder {
    /// The end of the chain.
    func head() throws(AuditError) -> AuditHead {
        try locked(isWriting: false) { state throws(AuditError) in
            try tail(&state, isWriting: false)?.head ?? .start(of: tenant)
        }
    }

    /// Reads records in their order.
    func records(from sequence: UInt64, limit: Int) throws(AuditError) -> [AuditRecord] {
        try locked(isWriting: false) { state throws(AuditError) in
            var records: [AuditRecord] = []
            var firsts = try segmentFirsts()[...]
            // Segments that end before the number are not opened.
            while let second = firsts.dropFirst().first, second <= sequence { firsts.removeFirst() }
            for first in firsts where records.count < limit {
                try read(first, from: sequence, limit: limit, into: &records, &state)
            }
            return records
        }
    }

    /// Reads checkpoints in their order.
    func checkpoints(from sequence: UInt64, limit: Int) throws(AuditError) -> [AuditCheckpoint] {
        try locked(isWriting: false) { _ throws(AuditError) in
            var checkpoints: [AuditCheckpoint] = []
            var firsts = try segmentFirsts()[...]
            while let second = firsts.dropFirst().first, second <= sequence { firsts.removeFirst() }
            for first in firsts where checkpoints.count < limit {
                var source = try LineSource(file(SegmentName.file(first: first)))
                try source.visit { line, place throws(AuditError) in
                    guard place.isWhole else { return false }
                    guard AuditLine.isCheckpoint(line),
                        case .checkpoint(let checkpoint) = try AuditLine(
                            parsing: line,
                            tenant: tenant
                        ), checkpoint.sequence >= sequence
                    else { return true }
                    checkpoints.append(checkpoint)
                    return checkpoints.count < limit
                }
            }
            return checkpoints
        }
    }

    /// The segments in their order.
    func segments() throws(AuditError) -> [AuditSegment] {
        try locked(isWriting: false) { state throws(AuditError) in
            guard let tail = try tail(&state, isWriting: false) else { return [] }
            let firsts = try segmentFirsts()
            var segments: [AuditSegment] = []
            for (index, first) in firsts.enumerated() {
                let name = file(SegmentName.file(first: first))
                let isOpen = index == firsts.count - 1
                segments.append(
                    AuditSegment(
                        tenant: tenant,
                        first: first,
                        last: isOpen ? tail.head.position.sequence : firsts[index + 1] - 1,
                        predecessor: try AuditFiles.header(ofFile: name).predecessor,
                        seal: isOpen ? nil : try AuditFiles.lastCheckpoint(inFile: name)
                    )
                )
            }
            return segments
        }
    }

    /// Reads records of one segment, from where the last page ended if that fits.
    private func read(
        _ first: UInt64,
        from sequence: UInt64,
        limit: Int,
        into records: inout [AuditRecord],
        _ state: inout State
    ) throws(AuditError) {
        let name = SegmentName.file(first: first)
        var source = try LineSource(file(name))
        let inode = try source.status().inode
        if let cursor = state.cursor, cursor.name == name, cursor.inode == inode,
            cursor.sequence <= sequence
        {
            source = try LineSource(file(name), from: cursor.offset)
        }
        try source.visit { line, place throws(AuditError) in
            guard place.isWhole else { return false }
            guard let number = AuditLine.sequence(ofRecord: line), number >= sequence else {
                return true
            }
            do throws(AuditError) {
                let value = try AuditLine(parsing: line, tenant: tenant)
                if case .record(let record) = value { records.append(record) }
            } catch {
                throw AuditError(error.code, sequence: number, file: file(name))
            }
            state.cursor = Cursor(name: name, inode: inode, sequence: number, offset: place.start)
            return records.count < limit
        }
    }
}
