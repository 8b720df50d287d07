import Signet
import SignetScan

/// The directory `.signet` at the root of a tree, and the runs in it.
///
/// It belongs to its user alone and git does not see it. A run is a directory with the name of its
/// ID and up to four files: `journal`, which is complete or not there, and the marks `written`,
/// `undoing` and `undone`, which are empty.
struct JournalDirectory: Sendable {
    /// The root of the tree, links resolved.
    let root: String

    /// How many finished runs are kept.
    static let keptRuns = 20

    private var home: String { root + "/.signet" }
    private var runs: String { home + "/runs" }

    /// Makes what is missing, and refuses what somebody else could have made.
    func prepare() throws(JournalError) {
        for path in [home, runs] {
            try Self.check(path) { () throws(SystemError) in try SystemFile.makeDirectory(path) }
            try checkOwner(path)
        }
        let ignore = home + "/.gitignore"
        if !SystemFile.exists(ignore) {
            try Self.check(ignore) { () throws(SystemError) in
                try SystemFile.create(ignore, Array("*\n".utf8))
            }
        }
    }

    /// Does something while nobody else changes a run of this tree.
    func locked<Result>(
        _ body: () throws(JournalError) -> Result
    ) throws(JournalError) -> Result {
        let path = home + "/lock"
        let lock = try Self.check(path) { () throws(SystemError) in try JournalLock(path) }
        guard let lock else { throw .busy(directory: home) }
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }

    /// The runs with a journal, oldest first.
    func all() throws(JournalError) -> [FixRun] {
        guard SystemFile.exists(runs) else { return [] }
        try checkOwner(home)
        try checkOwner(runs)
        return ids().compactMap { id in
            guard SystemFile.exists(path(of: id) + "/journal") else { return nil }
            guard let journal = try? journal(of: id) else {
                return FixRun(id: id, state: .damaged, files: [])
            }
            return FixRun(id: id, state: state(of: id), files: journal.entries.map(\.path))
        }
    }

    /// The last run that did not come to its end; only the marks are read.
    var unfinished: AnyID? {
        guard SystemFile.exists(runs) else { return nil }
        return ids().last { id in
            !state(of: id).isFinished && SystemFile.exists(path(of: id) + "/journal")
        }
    }

    /// Makes the directory of a new run, with its journal on the disk.
    func begin(_ id: AnyID, _ journal: JournalFile) throws(JournalError) {
        let folder = path(of: id)
        try Self.check(folder) { () throws(SystemError) in
            try SystemFile.makeDirectory(folder)
            try SystemFile.create(folder + "/journal.new", journal.bytes, isDurable: true)
            try SystemFile.rename(folder + "/journal.new", to: folder + "/journal")
            try SystemFile.syncDirectory(folder)
            try SystemFile.syncDirectory(runs)
        }
    }

    /// Marks how far a run has come.
    func mark(_ id: AnyID, _ state: FixRun.State) throws(JournalError) {
        let folder = path(of: id)
        let mark = "\(folder)/\(state.rawValue)"
        if SystemFile.exists(mark) { return }
        try Self.check(mark) { () throws(SystemError) in
            try SystemFile.create(mark, [])
        }
    }

    /// Forgets a run.
    func remove(_ id: AnyID) {
        let folder = path(of: id)
        // Without its journal, a directory that is left half removed is no run.
        SystemFile.remove(folder + "/journal")
        SystemFile.removeDirectory(folder)
    }

    /// The journal of a run.
    func journal(of id: AnyID) throws(JournalError) -> JournalFile {
        let file = path(of: id) + "/journal"
        guard let bytes = try? SystemFile.content(of: file), let journal = JournalFile(bytes) else {
            throw .damaged(file)
        }
        return journal
    }

    /// Where the new content of a file of a run waits.
    func temporary(_ id: AnyID, _ index: Int, beside path: String) -> String {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
        return "\(folder)/.signet-\(id.uuid)-\(index)"
    }

    /// Removes what is of no use any more.
    ///
    /// That is what runs that were killed have left: new contents beside files, and directories of
    /// runs that never began; and finished runs beyond the number that is kept.
    func tidy() {
        var finished: [AnyID] = []
        for id in ids() {
            guard SystemFile.exists(path(of: id) + "/journal") else {
                remove(id)
                continue
            }
            if state(of: id).isFinished { finished.append(id) } else { removeLeftovers(of: id) }
        }
        for id in finished.dropLast(Self.keptRuns) { remove(id) }
    }

    /// Removes the new contents beside the files of a run.
    func removeLeftovers(of id: AnyID) {
        let entries = (try? journal(of: id).entries) ?? []
        for (index, entry) in entries.enumerated() {
            SystemFile.remove(temporary(id, index, beside: "\(root)/\(entry.path)"))
        }
    }

    private func ids() -> [AnyID] {
        let names = (try? SystemFile.names(in: runs)) ?? []
        return names.compactMap { AnyID($0) }.filter { $0.kind == .migration }.sorted()
    }

    private func state(of id: AnyID) -> FixRun.State {
        let marks: [FixRun.State] = [.undone, .undoing, .written]
        return marks.first { SystemFile.exists("\(path(of: id))/\($0.rawValue)") } ?? .interrupted
    }

    private func path(of id: AnyID) -> String { "\(runs)/\(id.compact)" }

    private func checkOwner(_ path: String) throws(JournalError) {
        let status = try Self.check(path) { () throws(SystemError) in try FileStatus(path) }
        guard status.isOwnDirectory else { throw .unsafeDirectory(path) }
    }

    /// Says which path an error is about.
    static func check<Result>(
        _ path: String,
        _ body: () throws(SystemError) -> Result
    ) throws(JournalError) -> Result {
        do throws(SystemError) { return try body() } catch { throw .system(error, path: path) }
    }
}
