import Signet
import SignetScan
import SwiftSyntax

/// Decides what becomes of the places in one Swift file, and writes the edits for them.
///
/// It works on a tree, and so on the thread that `SwiftTree.read` provides.
struct SwiftFixer {
    private let tree: SourceFileSyntax
    private let source: [UInt8]
    private let path: String
    private let context: FixContext
    private let imports: SwiftImports
    /// Whether the file's package depends on the library.
    private let hasLibrary: Bool

    /// Reads a file.
    init(
        _ tree: SourceFileSyntax,
        _ source: [UInt8],
        path: String,
        _ context: FixContext,
        hasLibrary: Bool
    ) {
        self.tree = tree
        self.source = source
        self.path = path
        self.context = context
        self.hasLibrary = hasLibrary
        imports = SwiftImports(tree, source)
    }

    /// Decides about each of the file's findings that stand for a place of their own.
    func sites(for findings: [Finding]) -> [FixSite] {
        let starts = PythonLineStarts(source)
        let names = SwiftFileNames(tree)
        let reader = SwiftSiteReader(tree: tree, analysis: SwiftTree.analysis(of: tree, source))
        var sites: [FixSite] = []
        for finding in findings where finding.partOf == nil {
            let range = starts.offset(of: finding.start)..<starts.offset(of: finding.end)
            do throws(FixRefusal) {
                try requireOpen(finding, names)
                sites.append(try decide(finding, reader.site(finding, at: range)))
            } catch {
                let consumers = context.demand(on: finding).consumers
                sites.append(FixSite(finding, at: range, refusal: error, consumers: consumers))
            }
        }
        doubt(&sites, names)
        sites.sort { $0.range.lowerBound < $1.range.lowerBound }
        for index in sites.indices.dropFirst()
        where sites[index].range.lowerBound < sites[index - 1].range.upperBound {
            sites[index].refuse("it stands inside another place that changes")
        }
        return sites
    }

    /// The edits that write `sites`, with the import that they need.
    ///
    /// `import Foundation` stays: what else a file uses of it, its text does not say.
    func edits(for sites: [FixSite]) -> [SourceEdit] {
        var edits = sites.compactMap { site in
            site.replacement.map { SourceEdit(range: site.range, text: $0) }
        }
        let isPublic = sites.contains { site in
            tree.token(at: AbsolutePosition(utf8Offset: site.range.lowerBound))
                .map { SwiftSurroundings.isPartOfInterface($0) } ?? false
        }
        if let edit = imports.edit(for: SwiftLibrary.module, isPublic: isPublic) {
            edits.append(edit)
        }
        return edits
    }

    // MARK: One place

    private func decide(
        _ finding: Finding,
        _ expression: SwiftSite
    ) throws(FixRefusal) -> FixSite {
        let owner = SwiftBearer.name(around: expression)
        let kind = try KindChoice(expression.name, in: owner, context)
        if let literal = expression.literals.first(where: { !kind.agrees(with: $0) }) {
            throw FixRefusal("its name says \(kind.kind), its text says \(literal)")
        }
        var site = FixSite(finding, at: expression.range, refusal: FixRefusal(kind.reason))
        site.kind = kind
        let demand = context.demand(on: finding)
        site.consumers = demand.consumers
        let callee = expression.call.calledExpression.trimmedDescription
        SwiftForm(expression.value, kind, demand, wanted: context.settings.form)
            .apply(to: &site, expression.call.bytes, callee)
        guard site.level != .manual, SwiftSurroundings.isInMacro(expression.call) else {
            return site
        }
        site.level = .unsafe
        site.reasons.append("a macro reads the code")
        return site
    }

    /// Refuses secrets, history, and what is compiled without the library.
    private func requireOpen(_ finding: Finding, _ names: SwiftFileNames) throws(FixRefusal) {
        if let target = finding.target, CredentialName.isCredential(target) {
            throw FixRefusal(
                "a secret is no identifier",
                remedy: "take random bytes of the system for it, and store only their hash"
            )
        }
        let folders = path.lowercased()
        if folders.contains("/migrations/") || folders.hasPrefix("migrations/") {
            throw FixRefusal("migrations say what was done, and stay as they are")
        }
        let name = path.split(separator: "/").last ?? ""
        if name.hasPrefix("Package") && (name == "Package.swift" || name.contains("@swift-")) {
            throw FixRefusal("a manifest is compiled without the packages that it names")
        }
        if source.starts(with: [0x23, 0x21]) {
            throw FixRefusal("a script is compiled without packages")
        }
        if names.declares(SwiftLibrary.module) {
            throw FixRefusal("the name \(SwiftLibrary.module) means something else in the file")
        }
    }

    /// Takes trust from places whose code may not compile although it is right.
    private func doubt(_ sites: inout [FixSite], _ names: SwiftFileNames) {
        let isImported = imports.has(SwiftLibrary.module)
        let clash = isImported ? nil : names.foreign(SwiftLibrary.names).first
        for index in sites.indices where sites[index].level != .manual {
            if let clash {
                sites[index].level = .unsafe
                sites[index].reasons.append("the file uses a name \(clash), and so does Signet")
                sites[index].remedy = "if another module has \(clash), write its name before it"
            }
            if !hasLibrary {
                sites[index].level = .unsafe
                sites[index].reasons.append("no manifest above the file names the product Signet")
                sites[index].remedy = "add the product to the dependencies of the target"
            }
        }
    }
}
