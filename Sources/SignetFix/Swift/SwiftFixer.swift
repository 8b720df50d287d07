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
    private let reader: SwiftSiteReader
    private let imports: SwiftImports
    /// Whether the file's package depends on the library.
    private let hasLibrary: Bool
    /// Names of the file that the import would bring as well.
    private let clashes: [String]
    /// Whether the file has another use for the module's name.
    private let hidesModule: Bool

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
        reader = SwiftSiteReader(tree: tree, analysis: SwiftTree.analysis(of: tree, source))
        imports = SwiftImports(tree, source)
        let names = SwiftFileNames(tree)
        let isImported = imports.has(SwiftLibrary.module)
        clashes = isImported ? [] : names.foreign(SwiftLibrary.names)
        hidesModule = names.declares(SwiftLibrary.module)
    }

    /// Decides about each of the file's findings that stand for a place of their own.
    func sites(for findings: [Finding]) -> [FixSite] {
        let starts = PythonLineStarts(source)
        var sites: [FixSite] = []
        for finding in findings where finding.partOf == nil {
            let range = starts.offset(of: finding.start)..<starts.offset(of: finding.end)
            do throws(FixRefusal) {
                sites.append(try decide(finding, at: range))
            } catch {
                let consumers = context.demand(on: finding).consumers
                sites.append(FixSite(finding, at: range, refusal: error, consumers: consumers))
            }
        }
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
        at range: Range<Int>
    ) throws(FixRefusal) -> FixSite {
        try requireOpen(finding)
        let expression = try reader.site(finding, at: range)
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
        doubt(&site, expression)
        return site
    }

    /// Refuses secrets, history, and what is compiled without the library.
    private func requireOpen(_ finding: Finding) throws(FixRefusal) {
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
        if hidesModule {
            throw FixRefusal("the name \(SwiftLibrary.module) means something else in the file")
        }
    }

    /// Takes trust from a place whose code may not compile although it is right.
    private func doubt(_ site: inout FixSite, _ expression: SwiftSite) {
        guard site.level == .safe || site.level == .unsafe else { return }
        if SwiftSurroundings.isInMacro(expression.call) {
            site.level = .unsafe
            site.reasons.append("a macro reads the code")
        }
        if let name = clashes.first {
            site.level = .unsafe
            site.reasons.append("the file uses a name \(name), and the import brings another")
            site.remedy = "if \(name) comes from a module, write that module's name before it"
        }
        if !hasLibrary {
            site.level = .unsafe
            site.reasons.append("no manifest above the file names the product Signet")
            site.remedy = "add the product to the dependencies of the target"
        }
    }
}
