/// Functions and classes that make identifiers for others.
extension ScriptAnalyzer {
    /// Looks at the names between `import` and the module.
    mutating func readImport(_ word: Int) {
        var index = word + 1
        let limit = min(word + ScriptOutline.reach, outline.end)
        while index < limit,
            outline.kind(at: index) == .name || outline.op(at: index) == .leftBrace
                || outline.op(at: index) == .rightBrace || outline.op(at: index) == .comma
                || outline.op(at: index) == .star
        {
            index += 1
        }
        guard outline.kind(at: index) == .string, outline.isWord(.from, at: index - 1) else {
            return
        }
        endOfModuleNames = index
        guard facts.contains(.minters) else { return }
        for name in word + 1..<index - 1 where outline.isName(at: name) {
            readImported(name, index)
        }
    }

    /// Looks at one imported name; its alias counts as the name.
    private mutating func readImported(_ name: Int, _ module: Int) {
        guard !outline.isWord(.as, at: name - 1), traits(at: name).contains(.minter),
            case .imported = resolver.binding(of: localSymbol(of: name))
        else { return }
        addMinter(name, .import, outline.text(at: name), module)
        traits[Int(localSymbol(of: name))].insert([.known, .minter])
    }

    /// The symbol by which the source knows what is imported as the name at `index`.
    private func localSymbol(of index: Int) -> UInt32 {
        let isRenamed =
            outline.isWord(.as, at: index + 1) && outline.kind(at: index + 2) == .name
        return outline.symbol(at: isRenamed ? index + 2 : index)
    }

    /// Looks at a name that may be that of a function or class that makes identifiers.
    mutating func readMinter(_ index: Int) {
        guard traits(at: index).contains(.minter) else { return }
        let isMember = outline.op(at: index - 1).isAccess
        let isCalled =
            outline.op(at: index + 1) == .leftParen || outline.isWord(.new, at: index - 1)
        if !isMember,
            case .imported(let name, let module) = resolver.binding(of: outline.symbol(at: index))
        {
            let original = name.map { outline.text(at: $0) } ?? outline.text(at: index)
            if index < module { return addMinter(index, .import, original, module) }
            if isCalled { addMinter(index, .call, original, module) }
            return
        }
        guard isCalled, !isDefinition(index), !isGenerator(index, isMember) else { return }
        // `.uuid()` of a schema or of a column makes nothing.
        if isMember, NameWords.of(outline.text(at: index)).count == 1 { return }
        addMinter(index, .call, outline.text(at: index), nil)
    }

    /// Whether the name is that of a known generator of a library.
    private func isGenerator(_ index: Int, _ isMember: Bool) -> Bool {
        let start = isMember ? outline.chainStart(endingAt: index) : index
        guard outline.isFreeName(at: start) else { return false }
        return resolver.place(at: start).map { resolver.generator(at: $0.node) != nil } ?? false
    }

    /// Whether the name at `index` is that of a function or class that is defined there.
    private func isDefinition(_ index: Int) -> Bool {
        scopes.parameterLists.contains(index + 1) || outline.isWord(.function, at: index - 1)
    }

    /// Adds the functions and classes whose name and body say that they make identifiers.
    mutating func finishMinters() {
        guard facts.contains(.minters) else { return }
        let made = values.filter { $0.tokens.count > 1 }.map(\.tokens.lowerBound)
        for (number, scope) in scopes.all.enumerated() {
            guard let name = scope.name, outline.kind(at: name) == .name,
                traits(at: name).contains(.minter), holds(made, scope.tokens)
            else { continue }
            let path = scope.parent.flatMap { _ in function(around: scope.tokens.lowerBound) }
            analysis.minters.append(
                MinterMention(
                    range: outline.tokens[name].range,
                    role: .definition,
                    name: outline.text(at: name),
                    function: enclosing(path, number)
                )
            )
        }
    }

    /// The path of the scope around the one with this number.
    private func enclosing(_ path: String?, _ number: Int) -> String? {
        guard let path else { return nil }
        let names = path.split(separator: ".").dropLast()
        return names.isEmpty ? nil : names.joined(separator: ".")
    }

    /// Whether one of the sorted tokens lies in the range.
    private func holds(_ made: [Int], _ range: Range<Int>) -> Bool {
        var low = 0
        var high = made.count
        while low < high {
            let middle = (low + high) / 2
            if made[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < made.count && made[low] < range.upperBound
    }

    private mutating func addMinter(
        _ index: Int,
        _ role: MinterMention.Role,
        _ name: String,
        _ module: Int?
    ) {
        analysis.minters.append(
            MinterMention(
                range: outline.tokens[index].range,
                role: role,
                name: name,
                module: module.map { outline.text(at: $0) },
                function: function(around: index)
            )
        )
    }
}
