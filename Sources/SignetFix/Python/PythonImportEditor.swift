import SignetScan

/// Gives a file the import of the runtime, and takes away imports that nothing uses any more.
struct PythonImportEditor {
    /// The module that rewritten code calls.
    static let module = "signet"
    /// What it is called where the file uses that name for something else.
    private static let alias = "signet_ids"

    private let source: PythonSource
    private let uses: PythonNameUses
    private let lines: PythonLines
    private let statements: [PythonImportStatement]
    private let ownPackages: Set<String>
    /// The file is the face of a package: what it imports is there for others, too.
    private let isPackageFace: Bool
    private let path: String
    private let borrowed: BorrowedNames
    /// How the code reaches the module.
    let name: String
    /// The statement that imports it already, outside of all blocks.
    private let present: PythonImportStatement?

    private var outline: PythonOutline { source.outline }

    /// Looks at the imports of a file.
    ///
    /// - Throws: Why the file cannot import the runtime.
    init(
        _ source: PythonSource,
        _ uses: PythonNameUses,
        path: String,
        _ borrowed: BorrowedNames
    ) throws(FixRefusal) {
        self.path = path
        self.borrowed = borrowed
        self.source = source
        self.uses = uses
        lines = PythonLines(source.text)
        statements = PythonImportStatement.all(in: source)
        isPackageFace = path.hasSuffix("__init__.py")
        ownPackages = Self.packages(of: path)
        guard !ownPackages.contains(Self.module) else {
            throw FixRefusal("the project has a module of the name \(Self.module) itself")
        }
        present = statements.first { $0.depth == 0 && Self.element(of: $0) != nil }
        if let element = present.flatMap(Self.element) {
            name = source.text(at: element.bound)
        } else if !Self.knows(Self.module, source) {
            name = Self.module
        } else if !Self.knows(Self.alias, source) {
            name = Self.alias
        } else {
            throw FixRefusal("the file uses the name \(Self.module) for something else")
        }
    }

    /// The element of a statement that binds the runtime: `signet`, `signet as s` or
    /// `signet.testing`.
    private static func element(
        of statement: PythonImportStatement
    ) -> PythonImportStatement.Element? {
        guard !statement.isFrom else { return nil }
        return statement.elements.first { element in
            let isPart = element.bound == element.tokens.lowerBound
            return element.name == module || isPart && element.name.hasPrefix(module + ".")
        }
    }

    /// Whether a file binds or uses a name anywhere.
    private static func knows(_ name: String, _ source: PythonSource) -> Bool {
        guard let symbol = source.symbol(named: name) else { return false }
        return source.binder.bindings.contains { $0.symbol == symbol }
            || source.binder.references.contains {
                source.outline.symbol(at: Int($0.token)) == symbol
            }
    }

    /// The first statement that binds `name`.
    func statement(binding name: String) -> PythonImportStatement? {
        statements.first { statement in
            statement.elements.contains { source.text(at: $0.bound) == name }
        }
    }

    /// The edits of imports that go with the replacement of `sites`.
    func edits(for sites: [PythonSite]) -> [SourceEdit] {
        guard let first = sites.first else { return [] }
        let groups = groups(of: sites)
        let dead = dead(in: groups, sites)
        let removal = PythonImportRemoval(source: source, lines: lines)
        var edits: [SourceEdit] = []
        for (index, elements) in dead where elements.count < statements[index].elements.count {
            edits += removal.edits(statements[index], without: elements)
        }
        let runs = runs(dead, removal)
        var replaced: Set<Int> = []
        let line = name == Self.module ? "import \(name)" : "import \(Self.module) as \(name)"
        if present == nil, groups.contains(where: { $0.scope == PythonScope.module }) {
            // A group of dead imports makes way for a group of one statement.
            let index = runs.firstIndex { run in
                statements[run[0]].depth == 0 && run[0] < firstBehind(first)
                    && isGroup(run, removal)
            }
            if let index, !place(before: first).hasOthers {
                replaced = Set(runs[index])
            } else {
                edits.append(place(before: first).insertion(of: line))
            }
        } else if present == nil {
            for index in Set(groups.flatMap(\.statements)).sorted() {
                // Of dead imports that follow each other, the first makes way.
                if let run = runs.first(where: { $0.contains(index) }) {
                    replaced.insert(run[0])
                } else {
                    edits.append(local(line, before: statements[index]))
                }
            }
        }
        for run in runs {
            let line = run.contains(where: replaced.contains) ? line : nil
            edits.append(removal.edit(run.map { statements[$0] }, replacedBy: line))
        }
        return edits
    }

    /// The statements of which nothing is left, those together that follow each other.
    private func runs(_ dead: [Int: Set<Int>], _ removal: PythonImportRemoval) -> [[Int]] {
        var runs: [[Int]] = []
        for index in dead.keys.sorted() {
            guard dead[index]?.count == statements[index].elements.count else { continue }
            if let last = runs.last?.last, removal.follows(statements[index], statements[last]) {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        return runs
    }

    /// Whether no other import stands on the lines directly above and below `run`.
    private func isGroup(_ run: [Int], _ removal: PythonImportRemoval) -> Bool {
        let (first, last) = (run[0], run[run.count - 1])
        let isBegin = first == 0 || !removal.touches(statements[first - 1], statements[first])
        return isBegin
            && (last + 1 == statements.count
                || !removal.touches(statements[last], statements[last + 1]))
    }

    /// The number of statements that stand before `site`.
    private func firstBehind(_ site: PythonSite) -> Int {
        statements.count { $0.tokens.lowerBound < site.tokens.lowerBound }
    }

    // MARK: Which imports the sites have needed so far

    /// The sites that reach their generator by one name of one scope.
    private struct Group {
        var symbol: UInt32
        var scope: Int
        /// The statements that bind the name there.
        var statements: [Int]
    }

    private func groups(of sites: [PythonSite]) -> [Group] {
        let roots = Set(sites.map(\.root))
        var groups: [Group] = []
        for reference in source.binder.references where roots.contains(Int(reference.token)) {
            let symbol = outline.symbol(at: Int(reference.token))
            let scope = uses.owner(of: symbol, in: Int(reference.scope)) ?? PythonScope.module
            if groups.contains(where: { $0.symbol == symbol && $0.scope == scope }) { continue }
            let binding = source.binder.bindings.filter { $0.symbol == symbol && $0.scope == scope }
            let indices = statements.indices.filter { index in
                statements[index].elements.contains { element in
                    binding.contains { $0.position == element.bound }
                }
            }
            // A name that no statement here imports comes from a star.
            let isLocal = scope != PythonScope.module && !indices.isEmpty
            groups.append(
                Group(
                    symbol: symbol,
                    scope: isLocal ? scope : PythonScope.module,
                    statements: indices
                )
            )
        }
        return groups
    }

    /// By statement: the elements that nothing uses once the sites are replaced.
    private func dead(in groups: [Group], _ sites: [PythonSite]) -> [Int: Set<Int>] {
        var dead: [Int: Set<Int>] = [:]
        let replaced = sites.map(\.tokens)
        for group in groups {
            let isFace = isPackageFace && group.scope == PythonScope.module
            let bindings = source.binder.bindings.filter {
                $0.symbol == group.symbol && $0.scope == group.scope
            }
            // What is bound in an `if` or a `try` is bound twice for a reason; inside a function
            // the new import takes the place of the old one, whatever is around it.
            let isReplaced = present == nil && group.scope != PythonScope.module
            let isDeclared = source.binder.declarations.contains { $0.symbol == group.symbol }
            guard !isFace, !isDeclared, bindings.count == group.statements.count,
                isReplaced || !bindings.contains(where: \.isConditional),
                !uses.remaining(of: group.symbol, outside: replaced).contains(group.scope)
            else { continue }
            for index in group.statements {
                for (number, element) in statements[index].elements.enumerated()
                where outline.symbol(at: element.bound) == group.symbol && !isExport(element) {
                    let name = source.text(at: element.bound)
                    let isBorrowed =
                        group.scope == PythonScope.module
                        && borrowed.contains(name, ofFileAt: path)
                    if !isBorrowed, !uses.isMentioned(name) {
                        dead[index, default: []].insert(number)
                    }
                }
            }
        }
        return dead
    }

    /// What comments for linters say of an import that is unused on purpose.
    private static let marks: [StaticString] = ["F401", "unused-import"]

    /// Whether an import says that it is there for others: by an alias that is the name itself
    /// (PEP 484, "Stub Files"), or by a comment for linters that it is unused on purpose.
    private func isExport(_ element: PythonImportStatement.Element) -> Bool {
        let end = Int(outline.tokens[element.tokens.upperBound - 1].end)
        let (rest, text) = (end..<lines.next(after: end), source.text)
        for mark in Self.marks where text.span.firstOffset(of: mark, in: rest) != nil {
            return true
        }
        return element.bound > element.tokens.lowerBound
            && outline.symbol(at: element.bound) == outline.symbol(at: element.tokens.lowerBound)
    }

    // MARK: Where the import goes

    private func place(before site: PythonSite) -> PythonImportPlace {
        PythonImportPlace(
            outline: outline,
            lines: lines,
            statements: statements.filter {
                $0.depth == 0 && !outline.isOp(.semicolon, at: $0.tokens.lowerBound - 1)
                    && outline.endOfLine($0.tokens.upperBound) < site.tokens.lowerBound
            },
            ownPackages: ownPackages
        )
    }

    /// An import on a line of its own before `statement`, inside its block.
    private func local(_ line: String, before statement: PythonImportStatement) -> SourceEdit {
        let start = Int(outline.tokens[statement.tokens.lowerBound].start)
        let text = lines.indentation(before: start).map { line + lines.end + $0 } ?? line + "; "
        return SourceEdit(at: start, insert: text)
    }

    /// The packages on the way to a file, by which the project imports its own modules.
    private static func packages(of path: String) -> Set<String> {
        var parts = path.split(separator: "/").map(String.init)
        if let last = parts.popLast(), last.hasSuffix(".py") {
            parts.append(String(last.dropLast(3)))
        }
        return Set(parts)
    }
}
