import Foundation
import Signet
import Synchronization
import Testing

@Suite struct `Random texts` {
    /// How random texts are made.
    enum Source: Int, CaseIterable {
        case bytes
        case alphabet
        case mutation
        case splice
    }

    private static let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz_-.~ASZ {}".utf8)

    private static let seeds = [
        "session_auth_user123_1726234567890_000001_a1b2c3d4e5f607",
        "session_01j7nsj96je00838djrfaebxg7",
        "0191eb99-24d2-7000-81a1-b2c3d4e5f607",
        "session_01j7nsj96je00838djrfaebxg7_jxfs5w",
        "session_01j7nsj96je00838djrfaebxg7_3287crnd7f4nwc93v",
        "ws_conn_user123_1726234567890_001_a1b2c3d4",
        "thread_~20~c3~a4_1726234567890_000001_a1b2c3d4e5f607",
        "ws_conn_.0fed00myhb91_1726234567890_000001_a1b2c3d4e5f607",
        "user_2z1hn54ery9jd9tbra3cp3tkjz",
    ].map { Array($0.utf8) }

    @Test(.timeLimit(.minutes(10)))
    func `ten million texts crash nothing, and what is read is written again as it was`() {
        let accepted = Atomic(0)
        let wrong = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 40) { part in
            var random = SeededRandom(seed: UInt64(part))
            guard let source = Source(rawValue: part % 4) else { return }
            var counts = (accepted: 0, wrong: 0)
            for _ in 0..<250_000 {
                let text = Self.text(source, &random)
                switch Self.isFaithful(text) {
                case true?: counts.accepted += 1
                case false?: counts.wrong += 1
                case nil: break
                }
            }
            accepted.add(counts.accepted, ordering: .relaxed)
            wrong.add(counts.wrong, ordering: .relaxed)
        }
        #expect(wrong.load(ordering: .relaxed) == 0)
        // Were nothing read, nothing would have been checked.
        #expect(accepted.load(ordering: .relaxed) > 100_000)
    }

    /// Whether a text that is read is written again as it was; nil when it is refused.
    private static func isFaithful(_ text: [UInt8]) -> Bool? {
        guard let parsed = try? Catalog.builtIn.parse(text.span) else { return nil }
        switch parsed.form {
        case .readable, .compact, .checked:
            guard let id = parsed.id else { return false }
            let written = try? Catalog.builtIn.text(of: id, as: parsed.form, slots: parsed.slots)
            return written.map { Array($0.utf8) == text } ?? false
        case .uuid:
            return parsed.core.map { Array(AnyID(.user, $0).uuid.utf8) == text } ?? false
        case .sealed:
            guard let kind = parsed.kind, let core = parsed.core else { return false }
            return text.starts(with: AnyID(kind, core).compact.utf8)
        default:
            return parsed.core == nil
        }
    }

    private static func text(_ source: Source, _ random: inout SeededRandom) -> [UInt8] {
        switch source {
        case .bytes:
            return (0..<Int.random(in: 0...64, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
        case .alphabet:
            return (0..<Int.random(in: 0...64, using: &random)).map { _ in
                alphabet[Int(random.next() % UInt64(alphabet.count))]
            }
        case .mutation:
            var text = seeds[Int(random.next() % UInt64(seeds.count))]
            for _ in 0..<Int(1 + random.next() % 3) { mutate(&text, &random) }
            return text
        case .splice:
            let left = seeds[Int(random.next() % UInt64(seeds.count))]
            let right = seeds[Int(random.next() % UInt64(seeds.count))]
            let start = Int(random.next() % UInt64(left.count + 1))
            let end = Int(random.next() % UInt64(right.count + 1))
            return Array(left[..<start] + right[end...])
        }
    }

    private static func mutate(_ text: inout [UInt8], _ random: inout SeededRandom) {
        let byte = alphabet[Int(random.next() % UInt64(alphabet.count))]
        guard !text.isEmpty else { return text.append(byte) }
        let place = Int(random.next() % UInt64(text.count))
        switch random.next() % 4 {
        case 0: text.remove(at: place)
        case 1: text.insert(byte, at: place)
        case 2: text[place] = UInt8(truncatingIfNeeded: random.next())
        default: text[place] = byte
        }
    }
}
