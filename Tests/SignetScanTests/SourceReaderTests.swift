import Foundation
import SignetScan
import Testing

@Suite("Reading and decoding sources")
struct SourceReaderTests {
    /// The text of `bytes`, or why there is none.
    private func decode(_ bytes: [UInt8]) -> Result<String, SourceDecodingError> {
        var decoder = SourceDecoder()
        do throws(SourceDecodingError) {
            switch try decoder.decode(bytes.span) {
            case .raw(let start): return .success(String(decoding: bytes[start...], as: UTF8.self))
            case .converted: return .success(String(decoding: decoder.converted, as: UTF8.self))
            }
        } catch {
            return .failure(error)
        }
    }

    static let texts: [(String, [UInt8], String)] = [
        ("latin-1", [0xe9], "é"), ("iso-8859-1-unix", [0xe9], "é"), ("L1", [0xe9], "é"),
        ("ISO_8859_15", [0xa4], "€"), ("cp1252", [0x80], "€"), ("windows-1251", [0xc0], "А"),
        ("koi8-r", [0xc1], "а"), ("KOI8_U", [0xa4], "є"), ("gbk", [0xc4, 0xe3], "你"),
        ("gb18030", [0xc4, 0xe3], "你"), ("gb2312", [0xc4, 0xe3], "你"),
        ("shift_jis", [0x82, 0xa0], "あ"), ("sjis", [0x82, 0xa0], "あ"),
        ("cp932", [0x82, 0xa0], "あ"), ("euc-jp", [0xa4, 0xa2], "あ"),
        ("iso2022-jp", [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42], "あ"),
        ("euc_kr", [0xb0, 0xa1], "가"), ("cp949", [0xb0, 0xa1], "가"),
        ("big5", [0xa4, 0xa4], "中"), ("mac-roman", [0x8e], "é"), ("cp437", [0x82], "é"),
        ("utf-8", [0xc3, 0xa9], "é"), ("UTF8", [0xc3, 0xa9], "é"),
        ("utf_8-unix", [0xc3, 0xa9], "é"), ("ascii", [0x41], "A"),
    ]

    @Test("A coding line is obeyed, whatever alias it uses", arguments: texts)
    func encodings(_ name: String, _ bytes: [UInt8], _ text: String) {
        let line = "# -*- coding: \(name) -*-\n"
        #expect(decode(Array(line.utf8) + bytes) == .success(line + text))
    }

    @Test(
        "Only a comment in the first two lines declares",
        arguments: [
            ("\n# coding: latin-1\n", true),
            ("#!/usr/bin/python\n# vim: fileencoding=latin-1\n", true),
            (" \t\u{c}# coding:\t latin-1", true), ("#coding=latin-1\r\n", true),
            ("#\r#coding=latin-1\r", true), ("# coding : x coding:latin-1\n", true),
            ("\n\n# coding: latin-1\n", false), ("x = 1\n# coding: latin-1\n", false),
            ("x # coding: latin-1\n", false), ("# Coding: latin-1\n", false),
            ("# coding latin-1\n", false),
        ]
    )
    func declarations(_ text: String, _ counts: Bool) {
        let result = decode(Array(text.utf8) + [0xe9])
        if counts {
            #expect(result == .success(text + "é"))
        } else {
            let offset = text.utf8.count
            #expect(result == .failure(.invalidBytes(encoding: "utf-8", offset: offset)))
        }
    }

    @Test("What Python refuses is refused, with the place and the remedy")
    func refusals() {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        #expect(decode(mark + Array("x".utf8)) == .success("x"))
        #expect(decode(mark + Array("# coding: UTF_8\n".utf8)) == .success("# coding: UTF_8\n"))
        #expect(decode(mark + Array("# coding: utf8\n".utf8)) == .failure(.contradiction))
        #expect(decode(mark + Array("# coding: latin-1".utf8)) == .failure(.contradiction))
        #expect(
            decode(mark + [0x78, 0xff]) == .failure(.invalidBytes(encoding: "utf-8", offset: 4))
        )
        #expect(decode([0x78, 0]) == .failure(.zeroByte(offset: 1)))
        for name in ["nonsense", "utf-16", "utf-7", "utf-32", "cp037", "rot13", "../etc"] {
            let bytes = Array("# coding: \(name)\n".utf8)
            #expect(decode(bytes) == .failure(.unknownEncoding), "\(name)")
        }
        let ascii = Array("# coding: ascii\n".utf8) + [0xe9]
        #expect(decode(ascii) == .failure(.invalidBytes(encoding: "ascii", offset: 16)))
        let japanese = Array("# coding: euc-jp\n".utf8) + [0xa4]
        #expect(decode(japanese) == .failure(.invalidBytes(encoding: "EUC-JP", offset: 17)))
        #expect(
            SourceDecodingError.invalidBytes(encoding: "utf-8", offset: 12).reason
                == "not valid UTF-8 at byte 12; add a coding line or re-encode it"
        )
    }

    @Test("Files of any size are read whole, one after the other")
    func sizes() throws {
        let tree = try TemporaryTree()
        var reader = SourceReader(capacity: 64)
        for size in [0, 1, 63, 64, 65, 1000, 64, 1 << 20, 3] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try tree.write("file", bytes: bytes)
            let count = try reader.read(path: Array((tree.path + "/file").utf8), followLinks: true)
            // Compared outside of the macro, which would look for the difference at length.
            let isSame = reader.buffer[..<count].elementsEqual(bytes)
            #expect(isSame, "\(size) bytes")
        }
    }

    @Test("A pipe, a device, a directory and a huge file are refused without blocking")
    func notFiles() throws {
        let tree = try TemporaryTree()
        #expect(unsafe mkfifo(tree.path + "/pipe.py", 0o600) == 0)
        try tree.write("huge.py")
        #expect(unsafe truncate(tree.path + "/huge.py", 5 << 30) == 0)
        let report = Scanner.test(in: tree).scan(["pipe.py", "/dev/zero", "huge.py"])
        let refused = Dictionary(
            uniqueKeysWithValues: report.unreadable.map { ($0.path, $0.reason) }
        )
        let notRegular = "it is a pipe, a socket or a device; name a regular file"
        #expect(
            refused == [
                "pipe.py": notRegular, "/dev/zero": notRegular,
                "huge.py": "it is larger than 256 MiB; exclude or split it",
            ]
        )
    }
}
