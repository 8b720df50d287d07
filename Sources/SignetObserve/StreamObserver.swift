package import SignetBridge

/// Classifies the identifiers of a stream of text, piece by piece.
///
/// The text may be anything: logs, dumps, JSON, traffic. What looks like an identifier is given to
/// the bridge, and counted by family and kind. It keeps no text, only numbers.
package struct StreamObserver: Sendable {
    /// What was seen.
    package private(set) var observation = Observation()
    private let bridge: Bridge
    private let finder: CandidateFinder

    /// How long a word may be that goes on from one piece to the next, in bytes; of a longer one,
    /// which is no identifier, the pieces are looked at by themselves.
    private static let maximumCarry = 4096

    /// Observes nothing yet.
    ///
    /// - Parameter bridge: The families.
    package init(bridge: Bridge) {
        self.bridge = bridge
        finder = CandidateFinder(isWide: bridge.hasDeclaredFamilies)
    }

    /// Looks at the next bytes of the stream.
    ///
    /// - Parameters:
    ///   - bytes: The bytes that were not consumed before, and those behind them.
    ///   - isLast: Whether the stream ends with them.
    /// - Returns: How many of them were consumed: all but a word that may go on.
    package mutating func observe(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
        var end = bytes.count
        if !isLast {
            let floor = max(0, end - Self.maximumCarry)
            while end > floor, CandidateFinder.isWord(bytes[end - 1]) { end -= 1 }
            if end == floor, floor > 0 { end = bytes.count }
        }
        let piece = bytes.extracting(0..<end)
        let (start, known) = (observation.bytes, observation.tallies.count)
        finder.visit(piece) { word in classify(piece.extracting(word), at: start + word.lowerBound)
        }
        if observation.tallies.count > known {
            observation.place(after: known, in: piece, from: start)
        }
        observation.lines += piece.newlines
        if isLast, end > 0, bytes[end - 1] != UInt8(ascii: "\n") { observation.lines += 1 }
        observation.bytes += end
        return end
    }

    private mutating func classify(_ word: Span<UInt8>, at offset: Int) {
        let detection = bridge.detect(word)
        if let family = detection.family, family != .unknown {
            observation.count(detection, family, bridge, at: offset)
            return
        }
        if detection.count > 1 {
            // Readings of several families: one of them is as good as the others for a count.
            observation.count(detection, detection[0].family, bridge, at: offset)
            return
        }
        // The name of a file, or the end of a sentence without a space.
        guard let dot = word.indices.first(where: { word[$0] == UInt8(ascii: ".") }), dot > 0
        else { return }
        let head = bridge.detect(word.extracting(0..<dot))
        if let family = head.family, family != .unknown {
            observation.count(head, family, bridge, at: offset)
        }
    }
}
