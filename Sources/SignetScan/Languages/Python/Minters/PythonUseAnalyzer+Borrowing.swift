extension PythonUseAnalyzer {
    /// Takes note of all that the statements with a star import, whose `import` tokens are kept: in
    /// a source that uses one of the names, it may come from there.
    mutating func borrowStars(_ source: Span<UInt8>) {
        if stars.isEmpty { return }
        let isUsed = outline.tokens.indices.contains { index in
            guard outline.isName(at: index) else { return false }
            let name = source.extracting(outline.tokens[index].range)
            return name.stands("uuid", at: 0) && name.count <= 5
        }
        if !isUsed { return }
        for index in stars {
            importToken = index
            borrow(imported: index + 1, source)
        }
    }

    /// Takes note of the name, or the star, at `index` that stands in the list of an import:
    /// `from app.main import uuid4`.
    mutating func borrow(imported index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.minters), !outline.isWord(.as, at: index - 1),
            let module = importedModule(source), module != "uuid"
        else { return }
        addMinter(index, .borrowed, name: text(index, source), module: module, source)
    }

    /// Takes note of what is reached through another module, such as `main.uuid4()` and
    /// `main.uuid.uuid4()`; the last name stands at `index`.
    mutating func borrow(attribute index: Int, _ source: Span<UInt8>) {
        var (owner, name) = (index - 2, index)
        guard facts.contains(.minters), outline.isOp(.dot, at: index - 1),
            outline.isName(at: owner)
        else { return }
        if isUUID(owner, source) {
            guard outline.isOp(.dot, at: owner - 1), outline.isName(at: owner - 2) else { return }
            (owner, name) = (owner - 2, owner)
        }
        let module = alias(of: owner) ?? owner
        if isUUID(module, source) { return }
        addMinter(
            name,
            .borrowed,
            name: text(name, source),
            module: text(module, source),
            source
        )
    }

    /// The token of `main` for the name `m`, if the source says `main as m`.
    mutating func alias(of index: Int) -> Int? {
        if let aliases { return aliases[outline.symbol(at: index)] }
        var found: [UInt32: Int] = [:]
        for index in outline.tokens.indices
        where outline.isWord(.as, at: index) && outline.isName(at: index - 1)
            && outline.isName(at: index + 1)
        {
            found[outline.symbol(at: index + 1)] = index - 1
        }
        aliases = found
        return found[outline.symbol(at: index)]
    }

    private func isUUID(_ index: Int, _ source: Span<UInt8>) -> Bool {
        source.extracting(outline.tokens[index].range).equals("uuid")
    }
}
