package import SignetScan

/// Checks the edits of one Python file, before anything is written.
package struct PythonProof {
    /// The text before.
    let old: [UInt8]
    /// The edits of it, in order.
    let edits: FileEdits
    /// The text after.
    let new: [UInt8]
    private let before: PythonFile
    private let after: PythonFile

    /// Reads both texts.
    ///
    /// - Throws: What is wrong with the new one.
    package init(_ before: PythonFile, _ old: [UInt8], _ edits: FileEdits) throws(ProofFailure) {
        let new = edits.result
        guard let after = PythonFile(new.span) else {
            throw ProofFailure(.outline, "the new text is no valid Python")
        }
        self.before = before
        self.after = after
        self.old = old
        self.new = new
        self.edits = edits
    }

    /// Makes all checks.
    ///
    /// - Parameters:
    ///   - sites: What was to be written.
    ///   - findings: What the scan has found in the file, suppressed or not.
    ///   - scan: Finds the same in the new text.
    /// - Throws: The check that the edits did not pass.
    package func check(
        _ sites: [FixSite],
        _ findings: [Finding],
        _ scan: (SourceAnalysis, Span<UInt8>) -> [Finding]
    ) throws(ProofFailure) {
        try checkOutline()
        try checkNames()
        let found = scan(after.analysis(of: new.span), new.span)
        try RescanProof.check(before: findings, after: found, sites)
        guard edits.inverse.result == old else {
            throw ProofFailure(.inverse, "the inverse edits do not give back the old text")
        }
    }

    // MARK: Tokens

    private func checkOutline() throws(ProofFailure) {
        let oldTokens = Self.outside(edits.edits.map(\.range), before.outline)
        let newTokens = Self.outside(edits.inverse.edits.map(\.range), after.outline)
        let isSame = oldTokens.elementsEqual(newTokens) { left, right in
            left.kind == right.kind && left.op == right.op && old[left.range] == new[right.range]
        }
        guard isSame else {
            throw ProofFailure(.outline, "the edits change how the code around them reads")
        }
    }

    /// The tokens that lie in none of `ranges`.
    private static func outside(_ ranges: [Range<Int>], _ outline: PythonOutline) -> [PythonToken] {
        var result: [PythonToken] = []
        result.reserveCapacity(outline.tokens.count)
        var index = 0
        for token in outline.tokens {
            while index < ranges.count, ranges[index].upperBound <= Int(token.start) { index += 1 }
            let isInside =
                index < ranges.count && ranges[index].lowerBound <= Int(token.start)
                && Int(token.end) <= ranges[index].upperBound
            // Blocks begin and end with the lines around them.
            if !isInside || token.kind == .indent || token.kind == .dedent {
                result.append(token)
            }
        }
        return result
    }

    // MARK: Names

    private func checkNames() throws(ProofFailure) {
        let uses = PythonNameUses(after, new)
        let fresh = edits.inverse.edits.map(\.range)
        let gone = Set(names(in: edits.edits.map(\.range), before.outline, old))
        var known: [UInt32: Bool] = [:]
        for reference in after.binder.references {
            let index = Int(reference.token)
            let token = after.outline.tokens[index]
            let symbol = after.outline.symbol(at: index)
            let isFresh = fresh.contains {
                $0.lowerBound <= Int(token.start) && Int(token.end) <= $0.upperBound
            }
            let mayBeGone: Bool
            if let isGone = known[symbol] {
                mayBeGone = isGone
            } else {
                mayBeGone = gone.contains(new[token.range])
                known[symbol] = mayBeGone
            }
            guard isFresh || mayBeGone else { continue }
            guard let owner = uses.owner(of: symbol, in: Int(reference.scope)) else {
                // What was unbound before is somebody else's, such as a built-in function.
                if !isFresh, !wasBound(new[token.range]) { continue }
                throw ProofFailure(.names, "a name that the new code uses is not bound")
            }
            guard runsBefore(reference, owner, symbol) else { continue }
            throw ProofFailure(.names, "a name is used before the import that binds it")
        }
    }

    /// Whether the file bound a name before the edits.
    private func wasBound(_ name: ArraySlice<UInt8>) -> Bool {
        before.binder.bindings.contains { binding in
            guard before.outline.tokens.indices.contains(binding.position) else { return false }
            return old[before.outline.tokens[binding.position].range] == name
        }
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

    private func names(
        in ranges: [Range<Int>],
        _ outline: PythonOutline,
        _ source: [UInt8]
    ) -> [ArraySlice<UInt8>] {
        var index = 0
        var names: [ArraySlice<UInt8>] = []
        for token in outline.tokens {
            while index < ranges.count, ranges[index].upperBound <= Int(token.start) { index += 1 }
            guard index < ranges.count else { break }
            if token.kind == .name, ranges[index].lowerBound <= Int(token.start) {
                names.append(source[token.range])
            }
        }
        return names
    }
}
