import Foundation
import ProcessTesting
import Signet
import SignetFix
import Testing

@Suite("The journal of a run")
struct JournalTests {
    let tree = try? JournalTree()

    @Test("A run writes all files, and undoing it gives back every byte")
    func roundTrip() throws {
        let tree = try #require(tree)
        let files = try tree.randomFiles(200)
        let run = try #require(try tree.journal.write(files))
        #expect(run.state == .written)
        #expect(run.id.kind == .migration)
        for file in files { #expect(try tree.read(file.path) == file.result) }
        let undone = try tree.journal.undo()
        #expect(undone.id == run.id && undone.state == .undone && undone.files == run.files)
        for file in files { #expect(try tree.read(file.path) == file.original) }
        #expect(try tree.strays().isEmpty)
    }

    @Test("Undoing twice takes the run before, and then there is none")
    func twice() throws {
        let tree = try #require(tree)
        let first = try tree.edit("a.py", from: "one", to: "two")
        _ = try tree.journal.write([first])
        _ = try tree.journal.write([try tree.edit("a.py", to: "three")])
        #expect(try tree.journal.runs().map(\.state) == [.written, .written])
        _ = try tree.journal.undo()
        #expect(try tree.text("a.py") == "two")
        let last = try tree.journal.undo()
        #expect(try tree.text("a.py") == "one")
        #expect(throws: JournalError.noSuchRun) { try tree.journal.undo() }
        #expect(throws: JournalError.alreadyUndone(last.id)) { try tree.journal.undo(last.id) }
    }

    @Test("A run is found by any form of its ID, and an older one can be undone by itself")
    func named() throws {
        let tree = try #require(tree)
        let run = try #require(
            try tree.journal.write([try tree.edit("a.py", from: "one", to: "two")])
        )
        _ = try tree.journal.write([try tree.edit("b.py", from: "one", to: "two")])
        let readable = try AnyID(parsing: run.id.readable())
        #expect(try tree.journal.undo(readable).id == run.id)
        #expect(try tree.text("a.py") == "one")
        #expect(try tree.text("b.py") == "two")
    }

    @Test("Undoing refuses, names every file that was edited since, and changes nothing")
    func edited() throws {
        let tree = try #require(tree)
        let names = ["a.py", "b.py", "c.py", "d.py"]
        let run = try #require(
            try tree.journal.write(names.map { try tree.edit($0, from: "one", to: "two") })
        )
        try tree.write("b.py", "twp")
        try tree.remove("d.py")
        #expect(throws: JournalError.editedSince(run: run.id, ["b.py", "d.py"])) {
            try tree.journal.undo()
        }
        #expect(try tree.text("a.py") == "two")
        #expect(try tree.journal.runs().map(\.state) == [.written])
        try tree.write("b.py", "two")
        try tree.write("d.py", "one")
        _ = try tree.journal.undo()
        #expect(try names.map(tree.text) == ["one", "one", "one", "one"])
    }

    @Test("A run or an undoing that was cut off is known, and undone from wherever it stood")
    func interrupted() throws {
        let tree = try #require(tree)
        let files = try tree.randomFiles(40)
        let run = try #require(try tree.journal.write(files))
        for cut in 0..<10 {
            // As if the names of only some files had changed, with one content still waiting.
            let mark = cut % 2 == 0 ? "written" : "undoing"
            for name in ["undone", "undoing", "written"] { try tree.unmark(run.id, name) }
            if mark == "undoing" { try tree.mark(run.id, mark) }
            for (index, file) in files.enumerated() {
                try tree.write(file.path, index * 10 < cut * 40 ? file.result : file.original)
            }
            try tree.write("d0/.signet-\(run.id.uuid)-0", "left behind")
            let state = try tree.journal.runs().first?.state
            #expect(state == (mark == "undoing" ? .undoing : .interrupted))
            _ = try tree.journal.undo()
            for file in files { #expect(try tree.read(file.path) == file.original) }
            #expect(try tree.strays().isEmpty)
        }
    }

    @Test("A file that changed since it was read keeps the whole run from being written")
    func changed() throws {
        let tree = try #require(tree)
        let files = [
            try tree.edit("a.py", from: "one", to: "two"),
            try tree.edit("b.py", from: "x", to: "y"),
        ]
        try tree.write("b.py", "z")
        let refusal = try #require(tree.journal.refusals(of: files).first)
        #expect(refusal.path == "b.py" && refusal.cause == .changedSince)
        #expect(throws: JournalError.refused([refusal])) { try tree.journal.write(files) }
        #expect(try tree.text("a.py") == "one")
        #expect(try tree.journal.runs().isEmpty)
    }

    @Test("A link is followed and stays; other names, outside files and doubles are refused")
    func links() throws {
        let tree = try #require(tree)
        let outside = try TemporaryDirectory()
        try outside.write("far.py", "one")
        let files = try ["a.py", "hard.py"].map { try tree.edit($0, from: "one", to: "two") }
        try tree.link("soft.py", to: "a.py")
        try tree.link("far.py", to: outside.path + "/far.py")
        try FileManager.default.linkItem(
            atPath: tree.path + "/hard.py",
            toPath: tree.path + "/other.py"
        )
        let far = try tree.edit("far.py", to: "two")
        let soft = try tree.edit("soft.py", to: "two")
        let refusals = tree.journal.refusals(of: files + [far, soft])
        #expect(refusals.map(\.path) == ["hard.py", "far.py", "soft.py"])
        #expect(refusals.map(\.cause) == [.hardLinked, .outside, .twice])
        _ = try tree.journal.write([soft])
        #expect(try tree.text("a.py") == "two")
        #expect(try tree.isLink("soft.py"))
        _ = try tree.journal.undo()
        #expect(try tree.text("a.py") == "one")
        #expect(try tree.isLink("soft.py"))
    }

    @Test("The mode of a file stays, and a file that nobody may write is refused")
    func modes() throws {
        let tree = try #require(tree)
        let files = try ["a.py", "b.py"].map { try tree.edit($0, from: "one", to: "two") }
        try tree.setMode("a.py", 0o751)
        try tree.setMode("b.py", 0o444)
        #expect(tree.journal.refusals(of: files).map(\.cause) == [.readOnly])
        _ = try tree.journal.write([files[0]])
        #expect(try tree.mode("a.py") == 0o751)
        _ = try tree.journal.undo()
        #expect(try tree.mode("a.py") == 0o751)
    }

    @Test("Only its user can enter the journal, and git does not see it")
    func privacy() throws {
        let tree = try #require(tree)
        _ = try tree.journal.write([try tree.edit("a.py", from: "one", to: "two")])
        #expect(try tree.mode(".signet") == 0o700)
        #expect(try tree.text(".signet/.gitignore") == "*\n")
    }

    @Test("A journal that somebody else could have made is not used")
    func foreign() throws {
        let tree = try #require(tree)
        let file = try tree.edit("a.py", from: "one", to: "two")
        try tree.makeDirectory(".signet")
        try tree.setMode(".signet", 0o777)
        let place = tree.journal.root + "/.signet"
        #expect(throws: JournalError.unsafeDirectory(place)) { try tree.journal.write([file]) }
        try tree.remove(".signet")
        try tree.makeDirectory("elsewhere")
        try tree.link(".signet", to: "elsewhere")
        #expect(throws: JournalError.unsafeDirectory(place)) { try tree.journal.write([file]) }
        #expect(try tree.text("a.py") == "one")
    }

    @Test("A journal with one damaged byte is not followed")
    func damaged() throws {
        let tree = try #require(tree)
        let run = try #require(
            try tree.journal.write([try tree.edit("a.py", from: "one", to: "two")])
        )
        let name = ".signet/runs/\(run.id.compact)/journal"
        let bytes = try tree.read(name)
        for index in stride(from: 0, to: bytes.count, by: 7) {
            var damaged = bytes
            damaged[index] ^= 0x20
            try tree.write(name, damaged)
            #expect(try tree.journal.runs().map(\.state) == [.damaged])
            #expect(throws: JournalError.self) { try tree.journal.undo() }
        }
        #expect(try tree.text("a.py") == "two")
    }

    @Test("The last 20 finished runs are kept, and any that is not finished")
    func bounded() throws {
        let tree = try #require(tree)
        var text = "0"
        try tree.write("a.py", text)
        for number in 1...25 {
            let next = "\(number)"
            let run = try tree.journal.write([try tree.edit("a.py", from: text, to: next)])
            text = next
            if number == 2, let run { try tree.unmark(run.id, "written") }
        }
        let states = try tree.journal.runs().map(\.state)
        #expect(states.count == 22 && states.first == .interrupted)
        #expect(states.dropFirst().allSatisfy { $0 == .written })
    }

    @Test("A second run at the same time is turned away")
    func busy() async throws {
        let tree = try #require(tree)
        let file = try tree.edit("a.py", from: "one", to: "two")
        _ = try tree.journal.write([file])
        let next = try tree.edit("a.py", to: "three")
        let lock = unsafe open(tree.path + "/.signet/lock", O_RDWR)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let home = tree.journal.root + "/.signet"
        #expect(throws: JournalError.busy(directory: home)) { try tree.journal.write([next]) }
        #expect(throws: JournalError.busy(directory: home)) { try tree.journal.undo() }
        close(lock)
        _ = try tree.journal.write([next])
        #expect(try tree.text("a.py") == "three")
    }
}
