import SignetScan
import Testing

@Suite struct ByteSearchTests {
    @Test(
        "Finds what a look at each place finds, from every start and at every end",
        arguments: ["a", "ab", "aab", "{8}", "abcabc", "signet:"] as [StaticString]
    )
    func places(_ needle: StaticString) {
        let search = ByteSearch(needle)
        let wanted = needle.withUTF8Buffer { unsafe Array($0) }
        var state: UInt64 = 1
        for count in 0..<200 {
            var text = (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return wanted[Int(state >> 33) % wanted.count]
            }
            if count >= wanted.count {
                let place = Int(state >> 40) % (count - wanted.count + 1)
                text.replaceSubrange(place..<place + wanted.count, with: wanted)
            }
            for start in 0...count {
                let expected = (start..<max(start, count - wanted.count + 1)).first {
                    Array(text[$0..<$0 + wanted.count]) == wanted
                }
                let found = search.firstOffset(in: text.span, from: start)
                #expect(found == expected, "\(needle) from \(start) in \(text)")
            }
        }
    }
}
