extension Template {
    /// One step through a template's texts: a byte of a set, which may be repeated.
    private struct Step {
        let set: ByteSet
        let repeats: Bool
    }

    /// A text that both templates take, or nil.
    ///
    /// Both are walked at once, as two automata are intersected: a pair of places is reached when
    /// one byte leads both there. Exact but for dates and times of day, which count as any digits.
    ///
    /// - Complexity: O(n · m) in the lengths of the templates' texts.
    func overlap(with other: Template) -> String? {
        let (left, right) = (steps, other.steps)
        let width = right.count + 1
        // By pair of places: the pair before it and the byte between them.
        var origins = [(pair: Int, byte: UInt8)?](
            repeating: nil,
            count: (left.count + 1) * width
        )
        var queue = [0]
        var next = 0
        while next < queue.count {
            let pair = queue[next]
            next += 1
            let (i, j) = (pair / width, pair % width)
            if i == left.count, j == right.count { return Self.text(to: pair, origins) }
            for (target, set) in Self.moves(left, from: i) {
                for (otherTarget, otherSet) in Self.moves(right, from: j) {
                    let reached = target * width + otherTarget
                    guard reached != 0, origins[reached] == nil,
                        let byte = set.common(with: otherSet)
                    else { continue }
                    origins[reached] = (pair, byte)
                    queue.append(reached)
                }
            }
        }
        return nil
    }

    /// Where a byte may lead from a place, and which bytes do.
    private static func moves(_ steps: [Step], from place: Int) -> [(Int, ByteSet)] {
        var moves: [(Int, ByteSet)] = []
        if place < steps.count { moves.append((place + 1, steps[place].set)) }
        if place > 0, steps[place - 1].repeats { moves.append((place, steps[place - 1].set)) }
        return moves
    }

    private static func text(to pair: Int, _ origins: [(pair: Int, byte: UInt8)?]) -> String {
        var bytes: [UInt8] = []
        var pair = pair
        while let origin = origins[pair] {
            bytes.append(origin.byte)
            pair = origin.pair
        }
        return String(decoding: bytes.reversed(), as: UTF8.self)
    }

    private var steps: [Step] {
        var steps: [Step] = []
        for piece in front + (open.map { [.field($0)] } ?? []) + back {
            switch piece {
            case .literal(let word):
                steps += word.map { Step(set: ByteSet(CollectionOfOne($0)), repeats: false) }
            case .field(let field):
                guard let width = field.width else {
                    steps.append(Step(set: field.set(at: 0), repeats: true))
                    continue
                }
                steps += (0..<width).map { Step(set: field.set(at: $0), repeats: false) }
            }
        }
        return steps
    }
}
