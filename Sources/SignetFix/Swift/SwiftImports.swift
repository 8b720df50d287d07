import SignetScan
import SwiftSyntax

/// The imports of a Swift file, and where another one goes.
struct SwiftImports {
    /// One import of a whole module, or of one thing in it.
    private struct Import {
        var node: ImportDeclSyntax
        var module: String
        /// Whether it stands with others in the order of the alphabet.
        var isPlain: Bool
    }

    /// The imports that are always made, in their order.
    private var imports: [Import] = []
    /// Where the first `#if` begins, which may hold all imports of a file, or the whole file.
    private var condition: Int?
    private let source: [UInt8]

    /// Reads the imports at the top level of a file.
    init(_ tree: SourceFileSyntax, _ source: [UInt8]) {
        self.source = source
        for item in tree.statements {
            if let node = item.item.as(ImportDeclSyntax.self) {
                let attributes = node.attributes.map(\.trimmedDescription)
                imports.append(
                    Import(
                        node: node,
                        module: node.path.first?.name.text ?? "",
                        isPlain: node.importKindSpecifier == nil && node.path.count == 1
                            && !attributes.contains("@testable")
                            && !attributes.contains("@_implementationOnly")
                    )
                )
            } else if condition == nil, item.item.kind == .ifConfigDecl {
                condition = item.bytes.lowerBound
            }
        }
    }

    /// Whether the whole module is imported, whatever is compiled.
    func has(_ module: String) -> Bool {
        imports.contains { $0.isPlain && $0.module == module }
    }

    /// The edit that imports a module.
    ///
    /// - Parameters:
    ///   - module: The module.
    ///   - isPublic: Whether code that is compiled into other modules uses it.
    /// - Returns: The edit; `nil` if the module is imported.
    func edit(for module: String, isPublic: Bool) -> SourceEdit? {
        guard !has(module) else { return nil }
        let line = access(isPublic: isPublic) + "import " + module
        guard let anchor = anchor else {
            guard let condition else { return nil }
            let start = startOfLine(condition)
            return SourceEdit(range: start..<start, text: line + lineEnd(near: start))
        }
        let group = group(around: anchor)
        let plain = group.filter(\.isPlain)
        let isSorted = zip(plain, plain.dropFirst()).allSatisfy {
            Self.precedes($0.module, $1.module)
        }
        let next = isSorted ? plain.first { !Self.precedes($0.module, module) } : nil
        if let next, next.node.id == plain.first?.node.id {
            let start = next.node.bytes.lowerBound
            return SourceEdit(range: start..<start, text: line + lineEnd(near: start))
        }
        var last = (plain.isEmpty ? group : plain).last ?? anchor
        if let next, let index = plain.firstIndex(where: { $0.node.id == next.node.id }) {
            last = plain[index - 1]
        }
        let end = endOfLine(last.node.bytes.upperBound)
        return SourceEdit(range: end..<end, text: lineEnd(near: end) + line)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        (left.lowercased(), left) <= (right.lowercased(), right)
    }

    /// The import beside which another one goes: the one that brings UUIDs.
    private var anchor: Import? {
        imports.first { $0.module.hasPrefix("Foundation") }
            ?? imports.last { $0.isPlain } ?? imports.first
    }

    /// The modifier that the new import takes over from the one that brings UUIDs (SE-0409).
    ///
    /// A public import that nothing public needs is a warning.
    private func access(isPublic: Bool) -> String {
        let modifier = anchor?.node.modifiers.first?.name.text
        guard let modifier, modifier != "public" || isPublic else { return "" }
        return modifier + " "
    }

    /// The imports around one, without an empty line or anything else between them.
    private func group(around anchor: Import) -> [Import] {
        guard let index = imports.firstIndex(where: { $0.node.id == anchor.node.id }) else {
            return [anchor]
        }
        var (low, high) = (index, index)
        while low > 0, isTogether(imports[low - 1], imports[low]) { low -= 1 }
        while high + 1 < imports.count, isTogether(imports[high], imports[high + 1]) { high += 1 }
        return Array(imports[low...high])
    }

    private func isTogether(_ upper: Import, _ lower: Import) -> Bool {
        let gap = source[upper.node.bytes.upperBound..<lower.node.bytes.lowerBound]
        return gap.count { $0 == 0x0a } <= 1
            && gap.allSatisfy { $0 == 0x0a || $0 == 0x0d || $0 == 0x20 || $0 == 0x3b }
    }

    // MARK: Lines

    private func startOfLine(_ offset: Int) -> Int {
        source[..<offset].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    }

    /// The end of the line's text, before its line end.
    private func endOfLine(_ offset: Int) -> Int {
        let end = source[offset...].firstIndex(of: 0x0a) ?? source.count
        return end > offset && source[end - 1] == 0x0d ? end - 1 : end
    }

    /// How the first line ends that does so at or behind `offset`.
    private func lineEnd(near offset: Int) -> String {
        guard let end = source[offset...].firstIndex(of: 0x0a) ?? source.firstIndex(of: 0x0a)
        else { return "\n" }
        return end > 0 && source[end - 1] == 0x0d ? "\r\n" : "\n"
    }
}
