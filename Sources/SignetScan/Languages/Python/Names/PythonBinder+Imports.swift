extension PythonBinder {
    /// Reads `import a.b, c as d`.
    mutating func importStatement(_ start: Int) -> Int {
        let end = extent(from: start).end
        var index = start + 1
        while index < end {
            let (node, pathEnd) = path(from: index, to: end)
            if outline.isWord(.as, at: pathEnd), outline.isName(at: pathEnd + 1) {
                bind(pathEnd + 1, node.map { .node($0) } ?? .opaque, at: pathEnd + 1)
            } else if outline.isName(at: index) {
                // `import a.b` binds `a`.
                let root = catalog.child(of: PythonCatalog.root, outline.symbol(at: index))
                bind(index, root.map { .node($0) } ?? .opaque, at: index)
            }
            index = max(outline.endOfElement(pathEnd, end), index) + 1
        }
        return end
    }

    /// Reads `from a.b import c as d, e`, with or without parentheses, and star imports.
    ///
    /// A relative import names no module of the catalog, whatever it is called.
    mutating func fromStatement(_ start: Int) -> Int {
        let end = extent(from: start).end
        var index = start + 1
        var module: PythonCatalog.Node?
        if outline.isOp(.dot, at: index) || outline.isOp(.ellipsis, at: index) {
            while index < end, !outline.isWord(.import, at: index) { index += 1 }
        } else {
            (module, index) = path(from: index, to: end)
        }
        guard index < end, outline.isWord(.import, at: index) else { return end }
        let names = outline.unwrapped(index + 1..<end)
        if outline.isOp(.star, at: names.lowerBound) {
            importStar(module, at: names.lowerBound)
        } else {
            importNames(names, from: module)
        }
        return end
    }

    private mutating func importNames(_ names: Range<Int>, from module: PythonCatalog.Node?) {
        var index = names.lowerBound
        while index < names.upperBound {
            if outline.isName(at: index) {
                let symbol = outline.symbol(at: index)
                let node = module.flatMap { catalog.child(of: $0, symbol) }
                let isRenamed =
                    outline.isWord(.as, at: index + 1)
                    && outline.isName(at: index + 2)
                let name = isRenamed ? index + 2 : index
                bind(name, node.map { .node($0) } ?? .opaque, at: name)
            }
            index = outline.endOfElement(index, names.upperBound) + 1
        }
    }

    /// Binds what the catalog knows of `module`; other names are not followed.
    private mutating func importStar(_ module: PythonCatalog.Node?, at index: Int) {
        guard let module else { return }
        for child in catalog.children(of: module) {
            bindings.append(
                PythonBinding(
                    scope: scope,
                    symbol: child.symbol,
                    position: index,
                    isConditional: conditions > 0,
                    value: .node(child.node)
                )
            )
        }
    }

    /// Reads a dotted name; its node in the catalog, if it has one, and the index behind it.
    private func path(from start: Int, to end: Int) -> (PythonCatalog.Node?, Int) {
        var node: PythonCatalog.Node? = PythonCatalog.root
        var index = start
        while index < end, outline.isName(at: index) {
            node = node.flatMap { catalog.child(of: $0, outline.symbol(at: index)) }
            index += 1
            guard outline.isOp(.dot, at: index) else { break }
            index += 1
        }
        return (index == start ? nil : node, index)
    }
}
