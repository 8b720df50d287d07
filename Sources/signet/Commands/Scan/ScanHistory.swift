import Foundation
import SignetOutput
import SignetScan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file to which every run of a scan appends a line.
///
/// The file is only ever appended to, a whole line at a time, with a lock against other runs. What
/// cannot be read as a line of a history stays where it is and is passed over.
struct ScanHistory {
    /// The lines of earlier runs, and of this one once it is added.
    private(set) var entries: [HistoryEntry] = []
    /// The numbers of lines, from 1, that are no line of a history.
    private(set) var foreignLines: [Int] = []

    private let path: String

    /// Reads the history at `path`; a file that does not exist yet is empty.
    init(path: String) throws {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure.failed("the file of --history cannot be read")
        }
        let decoder = JSONDecoder()
        for (index, line) in data.split(separator: 0x0a, omittingEmptySubsequences: false)
            .enumerated() where !line.isEmpty
        {
            let entry = try? decoder.decode(HistoryEntry.self, from: line)
            if let entry, entry.version == 1, entry.places >= 0 {
                entries.append(entry)
            } else {
                foreignLines.append(index + 1)
            }
        }
    }

    /// Sums up a run that has just ended.
    mutating func add(_ report: ScanReport, workingDirectory: String) {
        let now = UInt64(Date().timeIntervalSince1970 * 1000)
        entries.append(
            HistoryEntry(
                report,
                time: Timestamp.text(now),
                milliseconds: now,
                commit: GitDirectory.commit(above: Array(workingDirectory.utf8)),
                after: entries
            )
        )
    }

    /// Appends the last entry to the file, which is made if there is none.
    func save() throws {
        guard let entry = entries.last else { return }
        var line = JSONWriter()
        entry.write(to: &line)
        let descriptor = unsafe path.withCString {
            unsafe open($0, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else {
            throw CommandFailure.failed("the file of --history cannot be written")
        }
        defer { close(descriptor) }
        flock(descriptor, LOCK_EX)
        let end = lseek(descriptor, 0, SEEK_END)
        // A run that was cut off in the middle of its line must not take this one with it.
        let text = (Self.isCutOff(descriptor, end: end) ? "\n" : "") + line.text
        guard StandardStreams.write(Array(text.utf8).span, to: descriptor) == 0 else {
            ftruncate(descriptor, end)
            throw CommandFailure.failed("the file of --history cannot be written")
        }
    }

    private static func isCutOff(_ descriptor: Int32, end: off_t) -> Bool {
        var last: UInt8 = 0x0a
        guard end > 0, unsafe pread(descriptor, &last, 1, end - 1) == 1 else { return false }
        return last != 0x0a
    }
}
