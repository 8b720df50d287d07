import SignetScan
import SwiftSyntax

extension FixPlanner {
    /// Plans one Swift file, and proves its edits.
    ///
    /// - Parameters:
    ///   - file: Gets the sites and the edits.
    ///   - source: The file.
    ///   - target: What is to be fixed in it.
    ///   - review: Changes or refuses places.
    /// - Throws: The check that the edits did not pass.
    func planSwift(
        _ file: inout FixFile,
        _ source: DecodedSource,
        _ target: Target,
        _ review: (String, inout [FixSite]) -> Void
    ) throws(ProofFailure) {
        let (path, text) = (file.path, source.text)
        let hasLibrary = manifests.nameLibrary(above: path, in: workingDirectory)
        let sites = SwiftTree.read(text) { tree -> [FixSite]? in
            guard !tree.hasError else { return nil }
            let fixer = SwiftFixer(tree, text, path: path, context, hasLibrary: hasLibrary)
            return fixer.sites(for: findings(of: target))
        }
        guard let sites = sites ?? nil else {
            throw ProofFailure(.outline, "the file has a syntax error, or nests too deeply")
        }
        file.sites = sites
        review(path, &file.sites)
        let chosen = file.sites.filter { $0.isWritable(at: level) }
        guard !chosen.isEmpty else { return }
        let edits = SwiftTree.read(text) { tree -> Result<[SourceEdit], ProofFailure> in
            let fixer = SwiftFixer(tree, text, path: path, context, hasLibrary: hasLibrary)
            do throws(ProofFailure) {
                let edits = fixer.edits(for: chosen)
                let proof = SwiftProof(before: tree, edits: try fileEdits(path, text, edits))
                try proof.check(chosen, known(in: target)) { text in
                    scanner.matches(
                        in: SwiftLanguage().analyze(text, .all),
                        of: scanned(target)
                    )
                }
                return .success(edits)
            } catch {
                return .failure(error)
            }
        }
        guard let edits else { throw ProofFailure(.outline, "the system has no thread for it") }
        file.edits = try rawEdits(try edits.get(), source, path)
    }
}
