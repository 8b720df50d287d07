import Foundation
import SignetOutput
import Testing

@Suite struct JSONWriterTests {
    private static func text(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return json.text
    }

    @Test func `objects and arrays nest, with their keys in order`() {
        let text = Self.text { json in
            json.object { json in
                json.key("b")
                json.number(1)
                json.key(text: "a")
                json.array { json in
                    json.string("x")
                    json.bool(true)
                    json.array { _ in }
                    json.object { _ in }
                    json.bool(false)
                }
                json.key("c")
                json.object { json in
                    json.key("d")
                    json.number(-2)
                }
            }
        }
        #expect(text == #"{"b":1,"a":["x",true,[],{},false],"c":{"d":-2}}"#)
    }

    @Test func `lines of JSON follow each other without commas`() {
        let text = Self.text { json in
            for number in 1...2 {
                json.object { json in
                    json.key("n")
                    json.number(number)
                }
                json.newline()
            }
        }
        #expect(text == "{\"n\":1}\n{\"n\":2}\n")
    }

    @Test(arguments: 0...0x2ff as ClosedRange<UInt32>)
    func `every character comes back from a JSON parser`(number: UInt32) throws {
        let value = "a" + String(try #require(UnicodeScalar(number))) + "b"
        let text = Self.text { json in json.array { $0.string(value) } }
        let decoded = try JSONDecoder().decode([String].self, from: Data(text.utf8))
        #expect(decoded.first.map { Array($0.utf8) } == Array(value.utf8))
        let bytes = Self.text { json in json.array { $0.string(utf8: value.utf8.span) } }
        #expect(bytes == text)
    }

    @Test(arguments: Array(0..<0x20) + Array(0x7f..<0xa0) as [UInt32])
    func `no control character is written as itself`(number: UInt32) throws {
        let value = String(try #require(UnicodeScalar(number)))
        let text = Self.text { $0.string(value) }
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    static let malformed: [[UInt8]] = [
        [0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xc0, 0x80],
    ]

    @Test(arguments: malformed)
    func `bytes that are no UTF-8 are replaced`(bytes: [UInt8]) throws {
        let text = Self.text { json in json.array { $0.string(utf8: (bytes + [0x61]).span) } }
        let decoded = try JSONDecoder().decode([String].self, from: Data(text.utf8))
        #expect(decoded.first?.hasSuffix("a") == true)
        #expect(decoded.first?.contains("\u{FFFD}") == true)
    }

    @Test(arguments: [0, 1, -1, 42, .max, .min] as [Int])
    func `a whole number is written in decimal digits`(value: Int) {
        #expect(Self.text { $0.number(value) } == "\(value)")
    }

    @Test func `the greatest unsigned number is written`() {
        #expect(Self.text { $0.number(UInt64.max) } == "18446744073709551615")
    }

    @Test func `bytes written in place are cut to their number`() {
        let text = Self.text { json in
            json.array { json in
                for count in 0...2 {
                    json.ascii(maximumCount: 4) { buffer, start in
                        for offset in 0..<count { buffer[start + offset] = UInt8(ascii: "x") }
                        return count
                    }
                }
            }
            json.append("\n")
            json.appendText(maximumCount: 8) { _, _ in 0 }
        }
        #expect(text == "[\"\",\"x\",\"xx\"]\n")
    }

    @Test func `a writer that forgets its text begins anew`() {
        let text = Self.text { json in
            json.string("old")
            json.removeAll()
            json.string("new")
        }
        #expect(text == "\"new\"")
    }
}
