/// Collects the names that a source binds: imports, variables, parameters, functions, classes.
struct ScriptDeclarations {
    private let outline: ScriptOutline
    private let scopes: ScriptScopes
    private let catalog: ScriptCatalog
    /// The declarations, in the order of the ranges in which they are known.
    private(set) var all: ContiguousArray<ScriptDeclaration> = []

    /// Collects the names, in linear time.
    init(_ outline: ScriptOutline, _ scopes: ScriptScopes, _ catalog: ScriptCatalog) {
        self.outline = outline
        self.scopes = scopes
        self.catalog = catalog
        for index in outline.tokens.indices where outline.isFreeName(at: index) {
            switch outline.word(at: index) {
            case .import: readImport(index)
            case .const, .let, .var: readVariables(index)
            case .function: readFunction(index)
            case .class where outline.isName(at: index + 1):
                declare(index + 1, .other, in: block(around: index))
            case .catch where outline.op(at: index + 1) == .leftParen: readCatch(index)
            default: break
            }
        }
        for scope in scopes.all where scope.kind != .class { readParameters(scope) }
        all.sort {
            ($0.tokens.lowerBound, $1.tokens.upperBound)
                < ($1.tokens.lowerBound, $0.tokens.upperBound)
        }
    }

    private mutating func declare(_ name: Int, _ binding: ScriptBinding, in tokens: Range<Int>) {
        guard outline.kind(at: name) == .name else { return }
        all.append(
            ScriptDeclaration(
                tokens: tokens,
                symbol: outline.symbol(at: name),
                binding: binding
            )
        )
    }

    /// The block around the token, or the source.
    ///
    /// The parentheses of a loop reach to the end of its body.
    private func block(around index: Int) -> Range<Int> {
        guard let open = outline.opening(around: index), let close = outline.partner(of: open)
        else { return 0..<outline.tokens.count }
        guard outline.op(at: open) == .leftParen else { return open..<close + 1 }
        let body = outline.op(at: close + 1) == .leftBrace ? outline.partner(of: close + 1) : nil
        return open..<(body ?? close) + 1
    }

    /// The function around the token, or the source.
    private func function(around index: Int) -> Range<Int> {
        guard let scope = scopes.function(around: index) else { return 0..<outline.tokens.count }
        return scopes.all[scope].tokens
    }

    // Imports

    /// Reads `import name, { member as name } from "module"` and its other forms.
    private mutating func readImport(_ word: Int) {
        var index = word + 1
        if outline.isWord(.type, at: index), outline.op(at: index + 1) != .comma,
            !outline.isWord(.from, at: index + 1)
        {
            return
        }
        guard let module = module(ofImport: index) else { return }
        let node = catalog.module(outline.text(at: module))
        let file = 0..<outline.tokens.count
        while index < module, outline.op(at: index) != .leftBrace {
            if outline.op(at: index) == .star, outline.isWord(.as, at: index + 1) {
                let binding = node.map { ScriptBinding.node($0) }
                declare(index + 2, binding ?? .imported(name: nil, module: module), in: file)
                index += 2
            } else if outline.isName(at: index), !outline.isWord(.from, at: index) {
                let binding = node.map { ScriptBinding.node($0) }
                declare(index, binding ?? .imported(name: index, module: module), in: file)
            }
            index += 1
        }
        guard outline.op(at: index) == .leftBrace, let close = outline.partner(of: index) else {
            return
        }
        readMembers(index + 1..<min(close, module), node, module)
    }

    /// The string behind `from`, or in `import x = require("module")`.
    private func module(ofImport start: Int) -> Int? {
        var index = start
        let limit = min(start + 8, outline.end)
        while index < limit {
            if outline.op(at: index) == .leftBrace {
                guard let close = outline.partner(of: index) else { return nil }
                index = close
            } else if outline.isWord(.from, at: index), outline.kind(at: index + 1) == .string {
                return index + 1
            } else if outline.isWord(.require, at: index), outline.kind(at: index + 2) == .string {
                return index + 2
            } else if outline.op(at: index) == .leftParen || outline.op(at: index) == .semicolon {
                return nil
            }
            index += 1
        }
        return nil
    }

    private mutating func readMembers(
        _ range: Range<Int>,
        _ node: ScriptCatalog.Node?,
        _ module: Int
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            var last = index
            while last < range.upperBound, outline.op(at: last) != .comma { last += 1 }
            let isType = outline.isWord(.type, at: index) && last - index > 1
            if last > index, !isType, outline.kind(at: last - 1) == .name {
                let member = index
                let binding: ScriptBinding
                if let node, outline.kind(at: member) == .name {
                    let found = catalog.member(outline.symbol(at: member), of: node)
                    binding = found.map { .node($0) } ?? .imported(name: member, module: module)
                } else {
                    binding = .imported(name: member, module: module)
                }
                declare(last - 1, binding, in: 0..<outline.tokens.count)
            }
            index = last + 1
        }
    }

    // Variables

    /// Reads `const pattern = value, …`.
    private mutating func readVariables(_ word: Int) {
        let isVar = outline.isWord(.var, at: word)
        let range = isVar ? function(around: word) : block(around: word)
        var index = word + 1
        while index < outline.end, !isDeclaration(index) {
            let value = endOfPattern(index)
            let start = outline.op(at: value) == .equal ? value + 1 : nil
            if outline.isName(at: index) {
                declare(index, binding(of: start, member: nil), in: range)
            } else if outline.op(at: index) == .leftBrace, let close = outline.partner(of: index) {
                readPattern(index + 1..<close, start, range)
            } else if outline.op(at: index) == .leftBracket, let close = outline.partner(of: index)
            {
                bindNames(index..<close + 1, in: range)
            }
            guard let comma = comma(behind: value) else { return }
            index = comma + 1
        }
    }

    /// What a variable stands for that is given the value at `start`, or a member of it.
    private func binding(of start: Int?, member: Int?) -> ScriptBinding {
        guard let start else { return .other }
        if outline.isWord(.require, at: start), outline.kind(at: start + 2) == .string,
            catalog.module(outline.text(at: start + 2)) == nil
        {
            return .imported(name: member, module: start + 2)
        }
        return .alias(token: start, members: member.map { [outline.symbol(at: $0)] } ?? [])
    }

    /// The token behind a pattern and its type.
    private func endOfPattern(_ start: Int) -> Int {
        var index = start
        let limit = min(start + 64, outline.end)
        while index < limit {
            switch outline.op(at: index) {
            case .equal, .comma, .semicolon, .rightParen, .rightBrace, .rightBracket: return index
            case .leftBrace, .leftBracket, .leftParen:
                guard let close = outline.partner(of: index) else { return index }
                index = close + 1
            default:
                if index > start, outline.startsStatement(at: index) { return index }
                if outline.isWord(.of, at: index) || outline.isWord(.in, at: index) {
                    return index
                }
                index += 1
            }
        }
        return index
    }

    /// Whether variables are declared at `index`: another declaration ends the one before it.
    private func isDeclaration(_ index: Int) -> Bool {
        guard outline.isFreeName(at: index) else { return false }
        switch outline.word(at: index) {
        case .const, .let, .var: return true
        default: return false
        }
    }

    /// The comma behind which the next variable of the declaration stands.
    private func comma(behind start: Int) -> Int? {
        var index = start
        while index < outline.end {
            switch outline.op(at: index) {
            case .comma: return index
            case .semicolon, .rightParen, .rightBrace, .rightBracket: return nil
            case .leftBrace, .leftBracket, .leftParen:
                guard let close = outline.partner(of: index) else { return nil }
                index = close + 1
            default:
                if outline.kind(at: index) == .templateStart {
                    guard let close = outline.partner(of: index) else { return nil }
                    index = close
                }
                if outline.startsStatement(at: index) || isDeclaration(index) { return nil }
                index += 1
            }
        }
        return nil
    }

    /// Reads `{ member, member: name, member = default, ...rest }` of a variable.
    private mutating func readPattern(_ range: Range<Int>, _ value: Int?, _ scope: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let isRenamed = outline.op(at: index + 1) == .colon
            let name = isRenamed ? index + 2 : index
            if outline.isName(at: name), outline.kind(at: index) == .name {
                declare(name, binding(of: value, member: index), in: scope)
            } else if outline.op(at: name).isOpening, let close = outline.partner(of: name) {
                bindNames(name..<close + 1, in: scope)
            }
            index = endOfElement(index, range.upperBound) + 1
        }
    }

    /// The comma behind the element at `start`, or `end`.
    private func endOfElement(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, outline.op(at: index) != .comma {
            let opens = outline.op(at: index).isOpening || outline.kind(at: index) == .templateStart
            if opens, let close = outline.partner(of: index) { index = close }
            index += 1
        }
        return index
    }

    // Functions

    private mutating func readFunction(_ word: Int) {
        let name = outline.op(at: word + 1) == .star ? word + 2 : word + 1
        if outline.isName(at: name) { declare(name, .other, in: block(around: word)) }
    }

    private mutating func readCatch(_ word: Int) {
        guard outline.op(at: word + 1) == .leftParen,
            let close = outline.partner(of: word + 1)
        else { return }
        bindNames(word + 1..<close + 1, in: block(around: word + 2))
    }

    private mutating func readParameters(_ scope: ScriptScope) {
        if scope.parameters.count == 1 {
            if outline.isName(at: scope.parameters.lowerBound) {
                declare(scope.parameters.lowerBound, .other, in: scope.tokens)
            }
        } else {
            bindNames(scope.parameters, in: scope.tokens)
        }
    }

    /// Binds the names of a pattern in brackets, but for defaults and types.
    private mutating func bindNames(_ range: Range<Int>, in scope: Range<Int>) {
        var index = range.lowerBound + 1
        let end = range.upperBound - 1
        while index < end {
            let isInObject =
                outline.opening(around: index).map { outline.op(at: $0) == .leftBrace } ?? false
            switch outline.op(at: index) {
            case .equal: index = endOfElement(index, closing(around: index, end))
            case .colon where !isInObject: index = endOfType(index, closing(around: index, end))
            default:
                let isKey = isInObject && outline.op(at: index + 1) == .colon
                if outline.isName(at: index), !isKey { declare(index, .other, in: scope) }
                index += 1
            }
        }
    }

    private func closing(around index: Int, _ end: Int) -> Int {
        outline.opening(around: index).flatMap { outline.partner(of: $0) } ?? end
    }

    /// The token behind a parameter's type: its default or the comma.
    private func endOfType(_ start: Int, _ end: Int) -> Int {
        var index = start
        var angles = 0
        while index < end {
            switch outline.op(at: index) {
            case .equal,
                .comma where angles <= 0:
                return index
            case .less: angles += 1
            case .greater: angles -= 1
            case .bitwise: angles -= outline.tokens[index].range.count
            case .leftBrace, .leftBracket, .leftParen:
                index = outline.partner(of: index) ?? index
            default: break
            }
            index += 1
        }
        return index
    }
}
