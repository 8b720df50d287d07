import Foundation
import ProcessTesting
import Signet
import SignetFix

/// A directory of files with a journal.
struct JournalTree {
    let directory: TemporaryDirectory
    let journal: FixJournal

    init() throws {
        directory = try TemporaryDirectory()
        journal = try FixJournal(root: directory.path, workingDirectory: directory.path)
    }

    var path: String { directory.path }

    private func full(_ name: String) -> String { "\(path)/\(name)" }

    func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: full(name))))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try read(name), as: UTF8.self)
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: full(name)))
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: full(name)) }

    func makeDirectory(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: full(name),
            withIntermediateDirectories: true
        )
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: full(name),
            withDestinationPath: target
        )
    }

    func isLink(_ name: String) throws -> Bool {
        let attributes = try FileManager.default.attributesOfItem(atPath: full(name))
        return attributes[.type] as? FileAttributeType == .typeSymbolicLink
    }

    func setMode(_ name: String, _ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: full(name))
    }

    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: full(name))
        return (attributes[.posixPermissions] as? Int ?? 0) & 0o7777
    }

    func mark(_ run: AnyID, _ name: String) throws {
        try write(".signet/runs/\(run.compact)/\(name)", "")
    }

    func unmark(_ run: AnyID, _ name: String) throws {
        try? remove(".signet/runs/\(run.compact)/\(name)")
    }

    /// The edit that turns a file into `new`; `old` is written first if it is given.
    func edit(_ name: String, from old: String? = nil, to new: String) throws -> FileEdits {
        if let old { try write(name, old) }
        let original = try read(name)
        return try FileEdits(
            path: name,
            original: original,
            edits: [SourceEdit(0..<original.count, Array(new.utf8))]
        )
    }

    /// Files in some directories, with random edits of each that change it.
    func randomFiles(_ count: Int) throws -> [FileEdits] {
        var source = RandomEdits(seed: 5)
        var files: [FileEdits] = []
        while files.count < count {
            let folder = "d\(files.count % 7)"
            let file = try source.file("\(folder)/f\(files.count).py")
            if file.result == file.original { continue }
            try makeDirectory(folder)
            try write(file.path, file.original)
            files.append(file)
        }
        return files
    }

    /// What a run has left beside the files.
    func strays() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter {
            $0.contains(".signet-")
        }
    }
}
