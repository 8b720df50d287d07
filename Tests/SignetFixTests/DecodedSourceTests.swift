import SignetFix
import SignetScan
import Testing

@Suite("From decoded text to raw bytes")
struct DecodedSourceTests {
    static let texts: [(String, [UInt8])] = [
        ("latin-1", [0xe9, 0xfc]), ("iso-8859-15", [0xa4]), ("cp1252", [0x80, 0x41, 0x99]),
        ("koi8-r", [0xc1, 0xc2]), ("gbk", [0xc4, 0xe3, 0x41]), ("big5", [0xa4, 0xa4]),
        ("gb18030", [0x81, 0x30, 0x81, 0x31, 0xc4, 0xe3]), ("euc-jp", [0xa4, 0xa2]),
        ("cp932", [0x83, 0x5c, 0x82, 0xa0]), ("euc_kr", [0xb0, 0xa1]), ("utf-8", [0xc3, 0xa9]),
    ]

    @Test("An edit of the text changes exactly the same place of the bytes", arguments: texts)
    func mapping(_ name: String, _ odd: [UInt8]) throws {
        let head = Array("# coding: \(name)\nx = '".utf8) + odd + Array("'; y = ".utf8)
        let tail = Array(" # ".utf8) + odd
        let source = try DecodedSource(head + Array("uuid4()".utf8) + tail)
        let place = try #require(find("uuid4()", in: source))
        let edit = try #require(source.edit(place, "new()"))
        let file = try FileEdits(path: "a", original: source.raw, edits: [edit])
        #expect(file.result == head + Array("new()".utf8) + tail)
    }

    @Test("A place inside a character has no bytes")
    func cut() throws {
        let source = try DecodedSource(Array("# coding: cp932\n".utf8) + [0x82, 0xa0, 0x41])
        #expect(source.rawRange(of: 16..<17) == nil)
        #expect(source.rawRange(of: 16..<19) == 16..<18)
        #expect(source.rawRange(of: 19..<20) == 18..<19)
        #expect(source.rawRange(of: 19..<21) == nil)
    }

    @Test("A byte order mark is before the text")
    func mark() throws {
        let source = try DecodedSource([0xef, 0xbb, 0xbf] + Array("x = 1\r\n".utf8))
        #expect(source.text.count == 7)
        #expect(source.rawRange(of: 4..<5) == 7..<8)
        #expect(source.rawRange(of: 4..<11) == nil)
    }

    @Test("An encoding with states has no exact places, and nothing is written")
    func states() throws {
        let odd: [UInt8] = [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42]
        let source = try DecodedSource(Array("# coding: iso2022-jp\nx = '".utf8) + odd)
        #expect(!source.isEditable)
        #expect(source.edit(0..<1, "x") == nil)
    }

    @Test("Only ASCII is written where the file is not UTF-8")
    func foreign() throws {
        let latin = try DecodedSource(Array("# coding: latin-1\n".utf8) + [0xe9])
        #expect(latin.encoded("é") == nil)
        #expect(latin.encoded("e") == [0x65])
        #expect(try DecodedSource([0x61]).encoded("é") == [0xc3, 0xa9])
    }

    private func find(_ word: StaticString, in source: DecodedSource) -> Range<Int>? {
        source.text.span.firstOffset(of: word, in: source.text.indices).map {
            $0..<($0 + word.utf8CodeUnitCount)
        }
    }
}
