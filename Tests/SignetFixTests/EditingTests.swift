import SignetFix
import Testing

@Suite("Editing bytes")
struct EditingTests {
    private func file(_ text: String, _ edits: [SourceEdit]) throws -> FileEdits {
        try FileEdits(path: "a.py", original: Array(text.utf8), edits: edits)
    }

    private func edit(_ range: Range<Int>, _ text: String) -> SourceEdit {
        SourceEdit(range, Array(text.utf8))
    }

    @Test("Edits are made in order, whatever order they are given in")
    func order() throws {
        let edits = [edit(4..<5, "E"), edit(0..<1, "A"), edit(3..<3, "--"), edit(1..<2, "")]
        #expect(try String(decoding: file("abcdef", edits).result, as: UTF8.self) == "Ac--dEf")
    }

    @Test("An insertion at either end of a replacement stays outside of it")
    func touching() throws {
        let edits = [edit(3..<3, ">"), edit(1..<3, "XX"), edit(1..<1, "<")]
        #expect(try String(decoding: file("abcd", edits).result, as: UTF8.self) == "a<XX>d")
    }

    @Test("Edits that overlap, insert at one place or lie outside are conflicts")
    func conflicts() {
        #expect(throws: EditConflict.overlap(edit(0..<3, "x"), edit(2..<4, "y"))) {
            try file("abcd", [edit(2..<4, "y"), edit(0..<3, "x")])
        }
        #expect(throws: EditConflict.overlap(edit(0..<3, "x"), edit(1..<1, "y"))) {
            try file("abcd", [edit(1..<1, "y"), edit(0..<3, "x")])
        }
        #expect(throws: EditConflict.sameInsertion(edit(1..<1, "x"), edit(1..<1, "y"))) {
            try file("abcd", [edit(1..<1, "x"), edit(1..<1, "y")])
        }
        #expect(throws: EditConflict.outside(edit(3..<5, "x"), count: 4)) {
            try file("abcd", [edit(3..<5, "x")])
        }
    }

    @Test("Insertions at one place keep their order where that is asked for")
    func insertions() throws {
        let edits = [edit(1..<1, "x"), edit(1..<1, "y"), edit(1..<1, "z")]
        let original = Array("ab".utf8)
        let file = try FileEdits(
            path: "a",
            original: original,
            edits: edits,
            sameOffset: .keepsOrder
        )
        #expect(file.result == Array("axyzb".utf8))
    }

    @Test("Edits that change nothing are left out")
    func unchanged() throws {
        #expect(try file("abcd", [edit(1..<2, "b"), edit(2..<2, "")]).isEmpty)
    }

    @Test("The inverse gives back the same bytes, for 5,000 random sets of edits")
    func inverse() throws {
        var source = RandomEdits(seed: 1)
        for _ in 0..<5_000 {
            let file = try source.file()
            let inverse = file.inverse
            #expect(inverse.original == file.result)
            #expect(inverse.result == file.original)
            #expect(inverse.inverse.result == file.result)
        }
    }

    @Test("Bytes that no edit touches are found again on either side")
    func offsets() throws {
        var source = RandomEdits(seed: 2)
        var found = 0
        for _ in 0..<3_000 {
            let file = try source.file()
            let result = file.result
            for start in file.original.indices {
                let range = start..<min(start + 3, file.original.count)
                guard let new = file.newRange(of: range) else { continue }
                found += 1
                #expect(result[new] == file.original[range])
                #expect(file.oldOffset(of: new.lowerBound, .after) == range.lowerBound)
                #expect(file.oldOffset(of: new.upperBound, .before) == range.upperBound)
            }
            let written = file.writtenRanges
            #expect(zip(file.edits, written).allSatisfy { $0.replacement[...] == result[$1] })
        }
        #expect(found > 50_000)
    }

    @Test("What is between two bytes is before or behind what is inserted there")
    func sides() throws {
        let file = try file("abcd", [edit(2..<2, "xyz"), edit(3..<4, "")])
        #expect(file.newOffset(of: 2, .before) == 2)
        #expect(file.newOffset(of: 2, .after) == 5)
        #expect(file.newOffset(of: 4, .after) == 6)
        #expect(file.oldOffset(of: 3, .before) == nil)
        #expect(file.newRange(of: 1..<3) == nil)
        #expect(file.newRange(of: 2..<3) == 5..<6)
    }
}
