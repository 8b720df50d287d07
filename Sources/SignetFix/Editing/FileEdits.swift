/// All edits of one file, in order and without overlap.
package struct FileEdits: Sendable, Hashable {
    /// What becomes of several insertions at one offset.
    package enum SameOffset: Sendable {
        /// They are a conflict.
        case conflict
        /// They stand in the order in which they are given.
        case keepsOrder
    }

    /// The path of the file, relative to the working directory.
    package let path: String
    /// The bytes of the file before.
    package let original: [UInt8]
    /// The edits by offset, an insertion before a replacement that starts at the same byte.
    ///
    /// Edits that change nothing are left out.
    package let edits: [SourceEdit]
    /// The offset in the result at which the replacement of each edit starts.
    let starts: [Int]

    /// Puts edits in order.
    ///
    /// Edits may touch: an insertion at either end of a replacement stays outside it.
    ///
    /// - Parameters:
    ///   - path: The path of the file, relative to the working directory.
    ///   - original: The raw bytes of the file.
    ///   - edits: The edits in any order.
    ///   - sameOffset: What becomes of several insertions at one offset.
    /// - Throws: Which edits cannot be made together, or lie outside the file.
    package init(
        path: String,
        original: [UInt8],
        edits: [SourceEdit],
        sameOffset: SameOffset = .conflict
    ) throws(EditConflict) {
        for edit in edits
        where edit.range.lowerBound < 0 || edit.range.upperBound > original.count {
            throw .outside(edit, count: original.count)
        }
        // The standard library's sort is stable, which keeps insertions in the order given.
        let sorted = edits.filter { original[$0.range] != $0.replacement[...] }.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        for (left, right) in zip(sorted, sorted.dropFirst()) {
            if left.range.upperBound > right.range.lowerBound { throw .overlap(left, right) }
            if sameOffset == .conflict, left.range.isEmpty, left.range == right.range {
                throw .sameInsertion(left, right)
            }
        }
        self.init(path: path, original: original, sorted: sorted)
    }

    /// Takes edits that are in order already.
    private init(path: String, original: [UInt8], sorted: [SourceEdit]) {
        self.path = path
        self.original = original
        edits = sorted
        var growth = 0
        starts = sorted.map { edit in
            defer { growth += edit.growth }
            return edit.range.lowerBound + growth
        }
    }

    /// Whether the file stays as it is.
    package var isEmpty: Bool { edits.isEmpty }

    /// The bytes of the file after, made in one pass.
    package var result: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(original.count + edits.reduce(0) { $0 + $1.growth })
        var start = 0
        for edit in edits {
            result.append(contentsOf: original[start..<edit.range.lowerBound])
            result.append(contentsOf: edit.replacement)
            start = edit.range.upperBound
        }
        result.append(contentsOf: original[start...])
        return result
    }

    /// The edits that turn the result back into the original, byte for byte.
    ///
    /// Two deletions that touch become two insertions at one offset; their order is kept.
    package var inverse: FileEdits {
        let inverted = zip(edits, starts).map { edit, start in
            SourceEdit(
                start..<(start + edit.replacement.count),
                Array(original[edit.range])
            )
        }
        return FileEdits(path: path, original: result, sorted: inverted)
    }
}
