/// The dotted paths that somebody wants to find, such as `uuid.uuid4`, as a tree of names.
///
/// A rule owns one catalog and asks the resolver which expressions of a file stand for its paths.
package struct PythonCatalog: Sendable {
    /// A place in the tree: a module, a class or what is looked for.
    package typealias Node = UInt16

    private struct Entry {
        var parent: Node
        var symbol: UInt32
        /// The index of the path that ends here; -1 on the way to one.
        var path: Int
        /// The first node below this one, and the next one beside it; `root` for none.
        var firstChild = PythonCatalog.root
        var sibling = PythonCatalog.root
    }

    /// The node above all modules.
    package static let root: Node = 0

    /// The paths, in the order given.
    package let paths: [String]
    /// The symbols that every source begins with.
    let symbols: PythonSymbols
    private let entries: [Entry]

    /// Creates the catalog of dotted paths, each of at least a module and a name.
    ///
    /// - Parameters:
    ///   - paths: The paths.
    ///   - words: Other words that are to have the same symbol in every source.
    package init(_ paths: [String], words: [String] = []) {
        var symbols = PythonSymbols()
        var entries = [Entry(parent: .max, symbol: .max, path: -1)]
        for (index, path) in paths.enumerated() {
            var node = Self.root
            for word in path.split(separator: ".") {
                let symbol = symbols.seed(String(word))
                if let known = Self.child(of: node, symbol, entries) {
                    node = known
                } else {
                    let added = Node(entries.count)
                    var entry = Entry(parent: node, symbol: symbol, path: -1)
                    entry.sibling = entries[Int(node)].firstChild
                    entries.append(entry)
                    entries[Int(node)].firstChild = added
                    node = added
                }
            }
            entries[Int(node)].path = index
        }
        for word in words { _ = symbols.seed(word) }
        self.paths = paths
        self.symbols = symbols
        self.entries = entries
    }

    /// The node named `symbol` below `node`.
    package func child(of node: Node, _ symbol: UInt32) -> Node? {
        Self.child(of: node, symbol, entries)
    }

    private static func child(of node: Node, _ symbol: UInt32, _ entries: [Entry]) -> Node? {
        var child = entries[Int(node)].firstChild
        while child != root {
            if entries[Int(child)].symbol == symbol { return child }
            child = entries[Int(child)].sibling
        }
        return nil
    }

    /// The names below `node`: what a star import of it binds.
    package func children(of node: Node) -> [(symbol: UInt32, node: Node)] {
        entries.indices.filter { entries[$0].parent == node }
            .map { (entries[$0].symbol, Node($0)) }
    }

    /// The index in `paths` of the path that ends at `node`; nil on the way to one.
    package func path(at node: Node) -> Int? {
        let path = entries[Int(node)].path
        return path < 0 ? nil : path
    }
}
