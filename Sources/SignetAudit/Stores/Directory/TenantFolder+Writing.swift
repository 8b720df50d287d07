import SignetOutput

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension TenantFolder {
    /// Extends the chain, if it ends where the caller says.
    func append(_ records: [AuditRecord], after end: AuditPosition) throws(AuditError) {
        try locked(isWriting: true) { state throws(AuditError) in
            if try tail(&state, isWriting: true) == nil {
                try beginSegment(behind: .start(of: tenant), &state)
            }
            guard var tail = try tail(&state, isWriting: true), tail.head.position == end else {
                throw AuditError(.conflict)
            }
            var json = JSONWriter(capacity: 512 * records.count)
            for record in records {
                record.write(to: &json)
                json.newline()
            }
            try write(json, behind: &tail, isDurable: durability.onRecords)
            tail.head = tail.head.moved(
                to: records[records.count - 1].position,
                segmentFirst: tail.head.segmentFirst
            )
            state.tail = tail
        }
    }

    /// Adds a checkpoint, and closes the segment if that is wanted.
    func append(_ checkpoint: AuditCheckpoint, isSealing: Bool) throws(AuditError) {
        try locked(isWriting: true) { state throws(AuditError) in
            guard var tail = try tail(&state, isWriting: true),
                tail.head.position == checkpoint.position
            else { throw AuditError(.conflict) }
            var json = JSONWriter(capacity: 1024)
            checkpoint.write(to: &json)
            json.newline()
            let hasRecords = tail.head.segmentCount > 0
            if hasRecords { try write(json, behind: &tail, isDurable: durability.onCheckpoints) }
            tail.head = tail.head.signed(by: checkpoint)
            state.tail = tail
            let newest = file(SegmentName.newestCheckpoint)
            try json.withBytes { bytes throws(AuditError) in
                try FileSystem.replace(
                    newest,
                    in: path,
                    with: bytes,
                    isDurable: durability.onCheckpoints
                )
            }
            if isSealing, hasRecords {
                try beginSegment(behind: checkpoint.position, &state)
            }
        }
    }

    /// Puts redacted records in the place of those that have everything.
    func replace(_ records: [AuditRecord]) throws(AuditError) {
        try locked(isWriting: true) { state throws(AuditError) in
            _ = try tail(&state, isWriting: true)
            let firsts = try segmentFirsts()
            var files: [UInt64: [UInt64: AuditRecord]] = [:]
            for record in records {
                guard let first = firsts.last(where: { $0 <= record.sequence }) else {
                    throw AuditError(.notFound, sequence: record.sequence)
                }
                files[first, default: [:]][record.sequence] = record
            }
            // All are written before any takes its place: a record that is not there ends it all.
            for (first, records) in files { try rewrite(first, with: records) }
            for first in files.keys.sorted() {
                let name = file(SegmentName.file(first: first))
                try FileSystem.rename(name + ".new", to: name, in: path, isDurable: true)
            }
            state = State()
        }
    }

    /// Removes closed segments.
    func drop(through sequence: UInt64) throws(AuditError) {
        try locked(isWriting: true) { state throws(AuditError) in
            let firsts = try segmentFirsts()
            guard firsts.dropFirst().contains(sequence + 1) else { throw AuditError(.notSealed) }
            state.cursor = nil
            for first in firsts where first <= sequence {
                try FileSystem.remove(file(SegmentName.file(first: first)))
            }
            try FileSystem.synchronizeDirectory(path)
        }
    }

    /// Adds lines to the newest segment; where that fails, none of them stays.
    private func write(
        _ lines: JSONWriter,
        behind tail: inout Tail,
        isDurable: Bool
    ) throws(AuditError) {
        let file = try FileDescriptor(file(tail.name), O_WRONLY | O_APPEND)
        do throws(AuditError) {
            try lines.withBytes { bytes throws(AuditError) in try file.write(bytes) }
            if isDurable { try file.synchronize() }
        } catch {
            try? file.truncate(to: tail.size)
            throw error
        }
        tail.size += UInt64(lines.count)
    }

    /// Makes the file of a new segment, whole or not at all.
    private func beginSegment(
        behind position: AuditPosition,
        _ state: inout State
    ) throws(AuditError) {
        let first = position.sequence + 1
        let header = AuditSegmentHeader(
            tenant: tenant,
            first: first,
            predecessor: position.hash
        )
        var json = JSONWriter(capacity: 512)
        header.write(to: &json)
        json.newline()
        let name = file(SegmentName.file(first: first))
        try json.withBytes { bytes throws(AuditError) in
            try FileSystem.replace(name, in: path, with: bytes, isDurable: durability.onCheckpoints)
        }
        state.tail = nil
    }

    /// Writes a segment anew beside its file, with other records in the place of some.
    private func rewrite(
        _ first: UInt64,
        with records: [UInt64: AuditRecord]
    ) throws(AuditError) {
        let name = file(SegmentName.file(first: first))
        let scratch = try FileDescriptor(name + ".new", O_WRONLY | O_CREAT | O_TRUNC)
        var source = try LineSource(name)
        var json = JSONWriter(capacity: 1 << 17)
        var found = 0
        try source.visit { line, place throws(AuditError) in
            guard place.isWhole else { return false }
            let number = AuditLine.sequence(ofRecord: line)
            if let record = number.flatMap({ records[$0] }) {
                guard case .record(let old) = try AuditLine(parsing: line, tenant: tenant) else {
                    throw AuditError(.notFound, sequence: record.sequence)
                }
                found += 1
                try record.replacement(for: old).write(to: &json)
            } else {
                json.append(line)
            }
            json.newline()
            if json.count > 1 << 16 {
                try json.withBytes { bytes throws(AuditError) in try scratch.write(bytes) }
                json.removeAll()
            }
            return true
        }
        guard found == records.count else { throw AuditError(.notFound) }
        try json.withBytes { bytes throws(AuditError) in try scratch.write(bytes) }
        try scratch.synchronize()
    }
}

extension JSONWriter {
    /// Appends bytes as they are.
    fileprivate mutating func append(_ bytes: Span<UInt8>) {
        appendText(maximumCount: bytes.count) { buffer, start in
            for offset in bytes.indices { buffer[start + offset] = bytes[offset] }
            return bytes.count
        }
    }
}
