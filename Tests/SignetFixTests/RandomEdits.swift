import SignetFix

/// Random files and random edits of them.
struct RandomEdits {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(state: seed)
    }

    /// Up to 24 lines with every kind of line end, with or without one at the end.
    mutating func content() -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<random.below(25) {
            bytes += word()
            bytes += [[0x0a], [0x0a], [0x0d, 0x0a], [0x0d], [0x0c]][random.below(5)]
        }
        return random.below(3) == 0 ? bytes + word() : bytes
    }

    /// Edits of `original` that do not overlap, in any order.
    mutating func edits(_ original: [UInt8]) -> [SourceEdit] {
        var edits: [SourceEdit] = []
        var start = 0
        while start <= original.count, random.below(6) > 0 {
            let lower = start + random.below(original.count - start + 1)
            let isInsertion = random.below(3) == 0
            let longest = min(original.count - lower, random.below(4) == 0 ? 60 : 6)
            let upper = isInsertion ? lower : lower + random.below(longest + 1)
            let lines = random.below(3) == 0 ? [0x0a] : [UInt8]()
            edits.append(SourceEdit(lower..<upper, random.below(4) == 0 ? [] : word() + lines))
            start = isInsertion ? lower + 1 : upper
        }
        return edits.shuffled(using: &random)
    }

    /// A file with edits.
    mutating func file(_ path: String = "a.py") throws -> FileEdits {
        let original = content()
        return try FileEdits(
            path: path,
            original: original,
            edits: edits(original),
            sameOffset: .keepsOrder
        )
    }

    private mutating func word() -> [UInt8] {
        (0..<random.below(5)).map { _ in [0x61, 0x62, 0x20, 0xe9, 0x09, 0x2d][random.below(6)] }
    }
}
