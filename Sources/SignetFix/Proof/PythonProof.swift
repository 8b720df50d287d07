package import SignetScan

/// Checks the edits of one Python file, before anything is written.
package struct PythonProof {
    /// The edits, in order.
    let edits: FileEdits
    /// The edits that take them back; their original is the text after.
    let inverse: FileEdits
    private let before: PythonSource
    private let after: PythonSource

    /// Reads the text after the edits.
    ///
    /// - Throws: What is wrong with it.
    package init(_ before: PythonSource, _ edits: FileEdits) throws(ProofFailure) {
        inverse = edits.inverse
        guard let after = PythonSource(inverse.original) else {
            throw ProofFailure(.outline, "the new text is no valid Python")
        }
        self.before = before
        self.after = after
        self.edits = edits
    }

    /// Makes all checks.
    ///
    /// - Parameters:
    ///   - sites: What was to be written.
    ///   - findings: What the scan has found in the file, suppressed or not.
    ///   - scan: Finds the same in the facts of the new text.
    /// - Throws: The check that the edits did not pass.
    package func check(
        _ sites: [FixSite],
        _ findings: some Sequence<Finding>,
        _ scan: (SourceAnalysis) -> [(rule: String, match: Match)]
    ) throws(ProofFailure) {
        try checkOutline()
        try checkNames()
        try RescanProof.check(before: findings, after: scan(after.analysis), sites)
        let (result, text) = (inverse.result, before.text)
        guard result.span.equals(text.span) else {
            throw ProofFailure(.inverse, "the inverse edits do not give back the old text")
        }
    }

    // MARK: Tokens

    private func checkOutline() throws(ProofFailure) {
        var old = TokensOutside(edits.edits.map(\.range), before.outline.tokens)
        var new = TokensOutside(inverse.edits.map(\.range), after.outline.tokens)
        let (before, after) = (before.text, after.text)
        let oldText = before.span
        let newText = after.span
        while true {
            let (left, right) = (old.next(), new.next())
            if left == nil, right == nil { return }
            guard let left, let right, left.isLike(right),
                oldText.extracting(left.range).equals(newText.extracting(right.range))
            else {
                throw ProofFailure(.outline, "the edits change how the code around them reads")
            }
        }
    }

    /// The tokens that lie in none of some ranges of bytes.
    private struct TokensOutside: IteratorProtocol {
        private let ranges: [Range<Int>]
        private let tokens: ContiguousArray<PythonToken>
        private var range = 0
        private var token = 0

        init(_ ranges: [Range<Int>], _ tokens: ContiguousArray<PythonToken>) {
            self.ranges = ranges
            self.tokens = tokens
        }

        mutating func next() -> PythonToken? {
            while token < tokens.count {
                let current = tokens[token]
                token += 1
                let (start, end) = (Int(current.start), Int(current.end))
                while range < ranges.count, ranges[range].upperBound <= start { range += 1 }
                let isInside =
                    range < ranges.count && ranges[range].lowerBound <= start
                    && end <= ranges[range].upperBound
                // Blocks begin and end with the lines around them.
                if !isInside || current.isBlock { return current }
            }
            return nil
        }
    }

    // MARK: Names

    private func checkNames() throws(ProofFailure) {
        let uses = PythonNameUses(after)
        let (outline, fresh) = (after.outline, inverse.edits.map(\.range))
        let gone = Set(names(in: edits.edits.map(\.range)))
        // By symbol: whether one of the names that are gone somewhere is meant.
        var known = ContiguousArray<Bool?>(repeating: nil, count: outline.symbolCount)
        for reference in after.binder.references {
            let index = Int(reference.token)
            let range = outline.tokens[index].range
            let symbol = outline.symbol(at: index)
            let isFresh = fresh.contains {
                $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
            }
            let mayBeGone = known[Int(symbol)] ?? gone.contains(after.text[range])
            known[Int(symbol)] = mayBeGone
            guard isFresh || mayBeGone else { continue }
            guard let owner = uses.owner(of: symbol, in: Int(reference.scope)) else {
                // What was unbound before is somebody else's, such as a built-in function.
                if !isFresh, !wasBound(after.text(at: index)) { continue }
                throw ProofFailure(.names, "a name that the new code uses is not bound")
            }
            let isOfClass =
                owner == Int(reference.scope) && after.binder.scopes[owner].kind == .class
            if isOfClass, mayBeGone, uses.ownerAround(symbol, of: owner) == nil {
                throw ProofFailure(.names, "a class may read a name before it binds it")
            }
            guard runsBefore(reference, owner, symbol) else { continue }
            throw ProofFailure(.names, "a name is used before the import that binds it")
        }
    }

    /// Whether the file bound a name before the edits.
    private func wasBound(_ name: String) -> Bool {
        let bytes = before.text
        let text = bytes.span
        for binding in before.binder.bindings
        where before.outline.tokens.indices.contains(binding.position) {
            let range = before.outline.tokens[binding.position].range
            if text.extracting(range).equals(name) { return true }
        }
        return false
    }

    /// Whether code of a module runs before anything has bound the name.
    private func runsBefore(_ reference: PythonReference, _ owner: Int, _ symbol: UInt32) -> Bool {
        guard owner == PythonScope.module else { return false }
        var scope = Int(reference.scope)
        while scope != PythonScope.module {
            if !after.binder.scopes[scope].runsAtOnce { return false }
            scope = after.binder.scopes[scope].parent
        }
        return !after.binder.bindings.contains {
            $0.symbol == symbol && $0.scope == owner && $0.position < Int(reference.token)
        }
    }

    /// The names in some bytes of the old text.
    private func names(in ranges: [Range<Int>]) -> [ArraySlice<UInt8>] {
        let tokens = before.outline.tokens
        var names: [ArraySlice<UInt8>] = []
        for range in ranges {
            var index = before.outline.firstToken(from: range.lowerBound)
            while index < tokens.count, tokens[index].start < range.upperBound {
                if tokens[index].kind == .name { names.append(before.text[tokens[index].range]) }
                index += 1
            }
        }
        return names
    }
}
