import Foundation
import Signet
import SignetBridge
import Synchronization
import Testing

@Suite struct `Random texts at the bridge` {
    private static let alphabet = Array("0123456789abcdef_-:.@rtsw{}UZ~".utf8)

    @Test(.timeLimit(.minutes(2)))
    func `a million texts crash nothing, and parts lie in their text`() {
        let known = Atomic(0)
        let wrong = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 20) { part in
            var random = SeededRandom(seed: UInt64(part))
            var counts = (known: 0, wrong: 0)
            for _ in 0..<50_000 {
                let text = Self.text(&random)
                let detection = Bridge.builtIn.detect(text.span)
                if detection.count > 0 { counts.known += 1 }
                if !Self.isSound(detection, text.count) { counts.wrong += 1 }
                _ = try? Bridge.builtIn.translate(text.span, detection, kind: nil)
            }
            known.add(counts.known, ordering: .relaxed)
            wrong.add(counts.wrong, ordering: .relaxed)
        }
        #expect(wrong.load(ordering: .relaxed) == 0)
        // Were nothing known, nothing would have been checked.
        #expect(known.load(ordering: .relaxed) > 100_000)
    }

    @Test func `matching and reporting survive the same texts`() {
        var random = SeededRandom(seed: 3)
        var report = MigrationReport(bridge: .builtIn, kind: .run)
        for line in 1...20_000 {
            let text = Self.text(&random)
            let other = Self.text(&random)
            _ = NameMatcher(text.span, bridge: .builtIn).match(other.span)
            report.add(text.span, at: .init(file: 0, line: line)) { _ in }
        }
        report.finish { _ in }
        #expect(!report.isSafe)
    }

    private static func isSound(_ detection: Detection, _ count: Int) -> Bool {
        (0..<detection.count).allSatisfy { index in
            Part.allCases.allSatisfy { part in
                detection[index][part].map { $0.upperBound <= count && !$0.isEmpty } ?? true
            }
        }
    }

    private static func text(_ random: inout SeededRandom) -> [UInt8] {
        switch random.next() % 4 {
        case 0:
            return (0..<Int.random(in: 0...80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
        case 1:
            return (0..<Int.random(in: 0...300, using: &random)).map { _ in
                random.pick(alphabet)
            }
        case 2:
            var text = Array(LegacySample.text(&random).utf8)
            let place = Int(random.next() % UInt64(text.count))
            text[place] = random.pick(alphabet)
            return text
        default:
            let (left, right) = (LegacySample.text(&random), LegacySample.text(&random))
            return Array((left.dropLast(Int(random.next() % 12)) + "_" + right).utf8)
        }
    }
}
