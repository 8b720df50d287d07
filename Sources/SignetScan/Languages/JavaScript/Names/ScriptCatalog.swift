/// The generators that are known, as a tree of modules, global names and their members.
package struct ScriptCatalog: Sendable {
    /// A place in the tree.
    package typealias Node = Int32

    /// The names of the words that the tree is made of, and of the language.
    package let symbols: ScriptSymbols
    private var generators: [Node: ScriptGenerator] = [:]
    private var children: [UInt64: Node] = [:]
    private var parents: Set<Node> = []
    private var modules: [String: Node] = [:]
    private var globals: [UInt32: Node] = [:]

    /// The one catalog.
    static let standard = ScriptCatalog()

    private init() {
        var symbols = ScriptSymbols()
        var count: Node = 0
        for entry in Self.entries {
            let parts = entry.path.split(separator: " ").map(String.init)
            for root in parts[0].split(separator: "|") {
                var node = Self.node(&modules[String(root)], &count)
                for part in parts.dropFirst() {
                    let key = UInt64(UInt32(node)) << 32 | UInt64(symbols.seed(part))
                    parents.insert(node)
                    node = Self.node(&children[key], &count)
                }
                generators[node] = entry.generator
            }
        }
        let global = modules["global"] ?? -1
        for name in ["crypto", "Math", "Date", "performance", "process"] {
            let key = UInt64(UInt32(global)) << 32 | UInt64(symbols.seed(name))
            globals[symbols.seed(name)] = children[key]
        }
        for name in ["globalThis", "window", "self", "global"] {
            globals[symbols.seed(name)] = global
        }
        modules["global"] = nil
        self.symbols = symbols
    }

    private static func node(_ known: inout Node?, _ count: inout Node) -> Node {
        if let known { return known }
        known = count
        count += 1
        return count - 1
    }

    /// The module that is imported as `name`.
    package func module(_ name: String) -> Node? {
        modules[name.hasPrefix("node:") ? String(name.dropFirst(5)) : name]
    }

    /// The names that are known without an import.
    package var globalNames: [UInt32: Node] { globals }

    /// The member of a node.
    ///
    /// What a module exports as default is also the module itself: which of the two an import
    /// means depends on the tool that builds it.
    package func member(_ symbol: UInt32, of node: Node) -> Node? {
        if let child = children[UInt64(UInt32(node)) << 32 | UInt64(symbol)] { return child }
        return symbol == ScriptWord.default.rawValue ? node : nil
    }

    /// The generator at a node; of a module that of its default.
    package func generator(at node: Node) -> ScriptGenerator? { generators[node] }

    /// Whether a node has members.
    package func hasMembers(_ node: Node) -> Bool { parents.contains(node) }
}
