import SignetScan
import SwiftSyntax

/// Checks the edits of one Swift file, before anything is written.
///
/// It works on a tree, and so on the thread that `SwiftTree.read` provides.
struct SwiftProof {
    /// The tree before.
    let before: SourceFileSyntax
    /// The edits of the text, in order.
    let edits: FileEdits

    /// Makes all checks.
    ///
    /// - Parameters:
    ///   - sites: What was to be written.
    ///   - findings: What the scan has found in the file, suppressed or not.
    ///   - scan: Finds the same in the new text.
    /// - Throws: The first check that fails.
    func check(
        _ sites: [FixSite],
        _ findings: some Sequence<Finding>,
        _ scan: (Span<UInt8>) -> [(rule: String, match: Match)]
    ) throws(ProofFailure) {
        let text = edits.result
        let outcome = SwiftTree.read(text) { after -> ProofFailure? in
            failureOfOutline(after, text) ?? failureOfNames(after, text)
        }
        guard let outcome else {
            throw ProofFailure(.outline, "the new text nests too deeply to be parsed")
        }
        if let failure = outcome { throw failure }
        try RescanProof.check(before: findings, after: scan(text.span), sites)
        guard edits.inverse.result == edits.original else {
            throw ProofFailure(.inverse, "the inverse edits do not give back the old text")
        }
    }

    // MARK: Tokens

    private func failureOfOutline(_ after: SourceFileSyntax, _ text: [UInt8]) -> ProofFailure? {
        guard !after.hasError else {
            return ProofFailure(.outline, "the new text is no valid Swift")
        }
        let old = Self.outside(edits.edits.map(\.range), before)
        let new = Self.outside(edits.inverse.edits.map(\.range), after)
        let isSame = old.elementsEqual(new) { $0.tokenKind == $1.tokenKind }
        guard isSame else {
            return ProofFailure(.outline, "the edits change how the code around them reads")
        }
        return nil
    }

    /// The tokens that lie in none of `ranges`.
    private static func outside(_ ranges: [Range<Int>], _ tree: SourceFileSyntax) -> [TokenSyntax] {
        var index = 0
        return tree.tokens(viewMode: .sourceAccurate).filter { token in
            let bytes = token.bytes
            while index < ranges.count, ranges[index].upperBound <= bytes.lowerBound { index += 1 }
            guard index < ranges.count else { return true }
            return bytes.lowerBound < ranges[index].lowerBound
                || ranges[index].upperBound < bytes.upperBound
        }
    }

    // MARK: Names

    private func failureOfNames(_ after: SourceFileSyntax, _ text: [UInt8]) -> ProofFailure? {
        guard SwiftImports(after, text).has(SwiftLibrary.module) else {
            return ProofFailure(.names, "a name that the new code uses is not bound")
        }
        guard !SwiftFileNames(after).declares(SwiftLibrary.module) else {
            return ProofFailure(.names, "a name that the new code uses means something else")
        }
        return nil
    }
}
