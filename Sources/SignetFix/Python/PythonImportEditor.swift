import SignetScan

/// Gives a file the import of the runtime, and takes away imports that nothing uses any more.
struct PythonImportEditor {
    /// The module that rewritten code calls.
    static let module = "signet"
    /// What it is called where the file uses that name for something else.
    private static let alias = "signet_ids"

    private let file: PythonFile
    private let source: [UInt8]
    private let uses: PythonNameUses
    private let lines: PythonLines
    private let statements: [PythonImportStatement]
    private let ownPackages: Set<String>
    /// The file is the face of a package: what it imports is there for others, too.
    private let isPackageFace: Bool
    /// How the code reaches the module.
    let name: String
    /// The statement that imports it already, outside of all blocks.
    private let present: PythonImportStatement?

    private var outline: PythonOutline { file.outline }

    /// Looks at the imports of a file.
    ///
    /// - Throws: Why the file cannot import the runtime.
    init(
        _ file: PythonFile,
        _ source: [UInt8],
        path: String
    ) throws(FixRefusal) {
        self.file = file
        self.source = source
        uses = PythonNameUses(file, source)
        lines = PythonLines(source)
        statements = PythonImportStatement.all(in: file.outline, source)
        isPackageFace = path.hasSuffix("__init__.py")
        ownPackages = Self.packages(of: path)
        guard !ownPackages.contains(Self.module) else {
            throw FixRefusal("the project has a module of the name \(Self.module) itself")
        }
        present = statements.first { statement in
            statement.depth == 0 && !statement.isFrom
                && statement.elements.contains { $0.name == Self.module }
        }
        if let element = present?.elements.first(where: { $0.name == Self.module }) {
            name = String(decoding: source[file.outline.tokens[element.bound].range], as: UTF8.self)
        } else if !Self.has(Self.module, file.outline, source) {
            name = Self.module
        } else if !Self.has(Self.alias, file.outline, source) {
            name = Self.alias
        } else {
            throw FixRefusal("the file uses the name \(Self.module) for something else")
        }
    }

    /// Whether a name occurs in the code.
    private static func has(_ name: String, _ outline: PythonOutline, _ source: [UInt8]) -> Bool {
        outline.tokens.contains { token in
            token.kind == .name && token.range.count == name.utf8.count
                && source[token.range].elementsEqual(name.utf8)
        }
    }

    /// The edits of imports that go with the replacement of `sites`.
    func edits(for sites: [PythonSite]) -> [SourceEdit] {
        guard let first = sites.first else { return [] }
        let groups = groups(of: sites)
        var dead = dead(in: groups, sites)
        let line = name == Self.module ? "import \(name)" : "import \(Self.module) as \(name)"
        var edits: [SourceEdit] = []
        let removal = PythonImportRemoval(outline: outline, source: source, lines: lines)
        if present == nil, groups.contains(where: { $0.scope == PythonScope.module }) {
            // A group of one statement makes way for a group of one statement.
            if let index = dead.first(where: {
                $0.value.count == statements[$0.key].elements.count
                    && statements[$0.key].depth == 0 && removal.isAlone(statements[$0.key])
                    && removal.isGroup(statements[$0.key])
            })?.key, !hasOthers(before: first) {
                let all = Set(statements[index].elements.indices)
                edits.append(removal.edit(statements[index], without: all, replacedBy: line))
                dead[index] = nil
            } else {
                edits.append(place(before: first).insertion(of: line))
            }
        } else if present == nil {
            for group in groups {
                guard let index = group.statements.first else { continue }
                let statement = statements[index]
                if let all = dead[index], all.count == statement.elements.count {
                    edits.append(removal.edit(statement, without: all, replacedBy: line))
                    dead[index] = nil
                } else {
                    edits.append(local(line, before: statement))
                }
            }
        }
        for (index, elements) in dead {
            edits.append(removal.edit(statements[index], without: elements))
        }
        return edits
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
        for reference in file.binder.references where roots.contains(Int(reference.token)) {
            let symbol = outline.symbol(at: Int(reference.token))
            let scope = uses.owner(of: symbol, in: Int(reference.scope)) ?? PythonScope.module
            if groups.contains(where: { $0.symbol == symbol && $0.scope == scope }) { continue }
            let binding = file.binder.bindings.filter { $0.symbol == symbol && $0.scope == scope }
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
            let bindings = file.binder.bindings.filter {
                $0.symbol == group.symbol && $0.scope == group.scope
            }
            // What a module binds in an `if` or a `try` is there for a reason; in a function, an
            // import that stands alone in such a block is there for the code behind it.
            let isAlone = group.scope != PythonScope.module && bindings.count == 1
            guard !isFace, bindings.count == group.statements.count,
                isAlone || !bindings.contains(where: \.isConditional),
                !uses.remaining(of: group.symbol, outside: replaced).contains(group.scope)
            else { continue }
            for index in group.statements {
                for (number, element) in statements[index].elements.enumerated()
                where outline.symbol(at: element.bound) == group.symbol {
                    let range = outline.tokens[element.bound].range
                    let name = String(decoding: source[range], as: UTF8.self)
                    if !uses.isMentioned(name) { dead[index, default: []].insert(number) }
                }
            }
        }
        return dead
    }

    // MARK: Where the import goes

    /// The statements outside of blocks that come before `site`.
    private func top(before site: PythonSite) -> [PythonImportStatement] {
        let removal = PythonImportRemoval(outline: outline, source: source, lines: lines)
        return statements.filter {
            $0.depth == 0 && $0.tokens.lowerBound < site.tokens.lowerBound && removal.isAlone($0)
        }
    }

    private func place(before site: PythonSite) -> PythonImportPlace {
        PythonImportPlace(
            outline: outline,
            lines: lines,
            statements: top(before: site),
            ownPackages: ownPackages
        )
    }

    private func hasOthers(before site: PythonSite) -> Bool {
        place(before: site).hasOthers
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
