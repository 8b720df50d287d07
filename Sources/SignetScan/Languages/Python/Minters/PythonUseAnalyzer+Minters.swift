extension PythonUseAnalyzer {
    /// Keeps the function or class called by the name at `index` if that says that it makes
    /// identifiers; its number.
    mutating func minterCandidate(
        _ index: Int,
        isClass: Bool,
        _ source: Span<UInt8>
    ) -> Int? {
        let range = outline.tokens[index].range
        let name = source.extracting(range)
        let isMinter =
            isClass
            ? IdentifierSpelling.isMinterClass(name) : IdentifierSpelling.isMinterFunction(name)
        guard isMinter else { return nil }
        minters.append(
            PythonMinterCandidate(name: range, end: source.count, function: function(source))
        )
        return minters.count - 1
    }

    /// Takes note of an import or a call at `index`.
    mutating func mention(_ index: Int, isImported: Bool, _ source: Span<UInt8>) {
        let symbol = outline.symbol(at: index)
        if isImported {
            guard let module = importedModule(source) else { return }
            let name = text(index, source)
            let alias = markAlias(of: index, as: .minterClass)
            minterImports[alias] = (name, module)
            addMinter(index, .import, name: name, module: module, source)
        } else {
            let isMethod = outline.isOp(.dot, at: index - 1)
            let imported = isMethod ? nil : minterImports[symbol]
            addMinter(
                index,
                .call,
                name: imported?.name ?? text(index, source),
                module: imported?.module,
                source
            )
        }
    }

    mutating func addMinter(
        _ index: Int,
        _ role: MinterMention.Role,
        name: String,
        module: String?,
        _ source: Span<UInt8>
    ) {
        analysis.minters.append(
            MinterMention(
                range: outline.tokens[index].range,
                role: role,
                name: name,
                module: module,
                function: function(source)
            )
        )
    }

    /// The module of the `from` statement in whose list of names the current token stands.
    func importedModule(_ source: Span<UInt8>) -> String? {
        guard let end = importToken else { return nil }
        var start = end
        while start > 0, !outline.isWord(.from, at: start), !outline.startsStatement(start) {
            start -= 1
        }
        guard outline.isWord(.from, at: start), start + 1 < end else { return nil }
        return decoded(
            Int(outline.tokens[start + 1].start)..<Int(outline.tokens[end - 1].end),
            source
        )
    }

    /// Adds the definitions that hold what makes identifiers, or call another that does.
    ///
    /// - Parameters:
    ///   - producers: The offsets of all that makes a value, in ascending order.
    ///   - source: The source of the outline.
    mutating func addDefinitions(_ producers: [Int], _ source: Span<UInt8>) {
        let calls = analysis.minters.filter { $0.role == .call }.map(\.range.lowerBound)
        for candidate in minters {
            let body = candidate.name.upperBound..<max(candidate.end, candidate.name.upperBound)
            guard Self.holds(producers, body) || Self.holds(calls, body) else { continue }
            analysis.minters.append(
                MinterMention(
                    range: candidate.name,
                    role: .definition,
                    name: decoded(candidate.name, source),
                    function: candidate.function
                )
            )
        }
        analysis.minters.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether one of the ascending `offsets` lies in `range`.
    private static func holds(_ offsets: [Int], _ range: Range<Int>) -> Bool {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < offsets.count && range.contains(offsets[low])
    }
}
