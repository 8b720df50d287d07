/// The functions and classes of a source, in the order of their beginnings.
package struct ScriptScopes: Sendable {
    /// The scopes.
    package private(set) var all: ContiguousArray<ScriptScope> = []
    /// The parentheses that hold parameters.
    package private(set) var parameterLists: Set<Int> = []
    /// Where the innermost scope changes, and to which.
    private var changes: ContiguousArray<(token: Int, scope: Int?)> = []

    /// Arrows whose body is an expression, with the bracket in which they stand.
    private var openArrows: [(scope: Int, around: Int?)] = []
    /// Braces that were seen to be bodies before they were reached.
    private var bodies: [Int: ScriptScope] = [:]
    /// The parameters of arrows that have a result type.
    private var arrowParameters: [Int: Range<Int>] = [:]

    /// Finds the scopes, in linear time.
    init(_ outline: ScriptOutline) {
        for index in outline.tokens.indices {
            if !openArrows.isEmpty { closeArrows(at: index, outline) }
            switch outline.op(at: index) {
            case .rightParen: lookBehind(index, outline)
            case .leftBrace where outline.tokens[index].flags.contains(.block):
                openBody(index, outline)
            case .arrow: openArrow(index, outline)
            case .none where outline.isWord(.class, at: index) && outline.isFreeName(at: index):
                openClass(index, outline)
            default: break
            }
        }
        for open in openArrows {
            all[open.scope].tokens = all[open.scope].tokens.lowerBound..<outline.end
        }
        openArrows = []
        nest()
    }

    /// The innermost scope around the token at `index`.
    package func scope(around index: Int) -> Int? {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].token <= index { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : changes[low - 1].scope
    }

    /// The innermost function around the token at `index`, arrows included.
    package func function(around index: Int) -> Int? {
        var current = scope(around: index)
        while let scope = current, all[scope].kind == .class { current = all[scope].parent }
        return current
    }

    /// The names of the functions and classes around the token at `index`, joined by dots.
    package func path(around index: Int, _ outline: ScriptOutline) -> String? {
        var names: [String] = []
        var current = scope(around: index)
        var length = 0
        while let scope = current, length < 255 {
            if let name = all[scope].name {
                names.append(outline.text(at: name))
                length += names[names.count - 1].utf8.count
            }
            current = all[scope].parent
        }
        return names.isEmpty ? nil : names.reversed().joined(separator: ".")
    }

    // Finding

    /// Looks behind the parenthesis that closes at `close` for a result type with a body or an
    /// arrow behind it.
    private mutating func lookBehind(_ close: Int, _ outline: ScriptOutline) {
        guard outline.op(at: close + 1) == .colon,
            !outline.tokens[close + 1].flags.contains(.conditional),
            let open = outline.partner(of: close)
        else { return }
        var index = close + 2
        // No sane type is longer; the look ahead stays short.
        let limit = min(index + 48, outline.end)
        var angles = 0
        while index < limit {
            switch outline.op(at: index) {
            case .arrow where outline.op(at: index - 1) != .rightParen:
                return note(parameters: open, close, arrow: index)
            case .leftBrace:
                guard Self.beginsType(outline.op(at: index - 1)) else {
                    guard let scope = callable(open, close, index, outline) else { return }
                    bodies[index] = scope
                    return
                }
                guard let end = outline.partner(of: index) else { return }
                index = end
            case .leftParen, .leftBracket:
                guard let end = outline.partner(of: index) else { return }
                index = end
            case .less: angles += 1
            case .greater: angles -= 1
            case .bitwise: angles -= outline.tokens[index].range.count
            case .comma where angles <= 0: return
            case .semicolon, .equal, .rightParen, .rightBrace: return
            default:
                if outline.kind(at: index) == .templateStart {
                    guard let end = outline.partner(of: index) else { return }
                    index = end
                }
            }
            index += 1
        }
    }

    private mutating func note(parameters open: Int, _ close: Int, arrow: Int) {
        arrowParameters[arrow] = open..<close + 1
    }

    private static func beginsType(_ op: ScriptOperator) -> Bool {
        switch op {
        case .colon, .bitwise, .less, .comma: true
        default: false
        }
    }

    /// The function whose parameters stand between `open` and `close`, if it is one.
    private func callable(
        _ open: Int,
        _ close: Int,
        _ brace: Int,
        _ outline: ScriptOutline
    ) -> ScriptScope? {
        guard let end = outline.partner(of: brace) else { return nil }
        var before = open - 1
        if outline.op(at: before) == .greater { before = Self.beforeTypes(before, outline) }
        var name: Int?
        if outline.isWord(.function, at: before) || outline.op(at: before) == .star {
            let start = outline.op(at: before) == .star ? before - 1 : before
            name = Self.assignedName(before: start, outline)
        } else {
            switch outline.kind(at: before) {
            case .name:
                let isStatement =
                    switch outline.word(at: before) {
                    case .if, .for, .while, .switch, .catch, .with, .await: true
                    default: false
                    }
                if isStatement, !outline.op(at: before - 1).isAccess { return nil }
                name = before
            case .privateName, .string: name = before
            case .op where outline.op(at: before) == .rightBracket: break
            default: return nil
            }
        }
        return ScriptScope(
            kind: .function,
            name: name,
            tokens: open..<end + 1,
            parameters: open..<close + 1
        )
    }

    /// The token before the `<` that belongs to the `>` at `index`.
    static func beforeTypes(_ index: Int, _ outline: ScriptOutline) -> Int {
        var current = index - 1
        var depth = 1
        let limit = max(0, index - 48)
        while current > limit {
            switch outline.op(at: current) {
            case .greater: depth += 1
            case .bitwise: depth += outline.tokens[current].range.count
            case .less:
                depth -= 1
                if depth <= 0 { return current - 1 }
            case .rightParen, .rightBracket, .rightBrace:
                guard let open = outline.partner(of: current) else { return index }
                current = open
            case .semicolon, .leftParen, .leftBrace, .equal: return index
            default: break
            }
            current -= 1
        }
        return index
    }

    private mutating func openBody(_ brace: Int, _ outline: ScriptOutline) {
        if let known = bodies.removeValue(forKey: brace) { return add(known) }
        guard outline.op(at: brace - 1) == .rightParen, let open = outline.partner(of: brace - 1),
            let scope = callable(open, brace - 1, brace, outline)
        else { return }
        add(scope)
    }

    private mutating func openArrow(_ arrow: Int, _ outline: ScriptOutline) {
        var parameters = arrow - 1..<arrow
        if let known = arrowParameters.removeValue(forKey: arrow) {
            parameters = known
        } else if let open = outline.partner(of: arrow - 1),
            outline.op(at: arrow - 1) == .rightParen
        {
            parameters = open..<arrow
        } else if !outline.isName(at: arrow - 1) {
            return
        }
        var before = parameters.lowerBound - 1
        if outline.op(at: before) == .greater { before = Self.beforeTypes(before, outline) }
        if outline.isWord(.async, at: before) { before -= 1 }
        let name = Self.assignedName(before: before + 1, outline)
        let isBlock =
            outline.op(at: arrow + 1) == .leftBrace
            && outline.tokens[arrow + 1].flags.contains(.block)
        let end = isBlock ? outline.partner(of: arrow + 1).map { $0 + 1 } : arrow + 1
        guard let end else { return }
        add(
            ScriptScope(
                kind: .arrow,
                name: name,
                tokens: parameters.lowerBound..<end,
                parameters: parameters
            )
        )
        if !isBlock { openArrows.append((all.count - 1, outline.opening(around: arrow))) }
    }

    /// Ends the arrows whose body ends before the token at `index`.
    private mutating func closeArrows(at index: Int, _ outline: ScriptOutline) {
        while let open = openArrows.last {
            let around = outline.opening(around: index)
            let isEnd =
                around == open.around
                && (outline.op(at: index) == .comma || outline.op(at: index) == .semicolon
                    || outline.op(at: index).isClosing || outline.startsStatement(at: index))
            guard isEnd else { return }
            all[open.scope].tokens = all[open.scope].tokens.lowerBound..<index
            openArrows.removeLast()
        }
    }

    private mutating func openClass(_ word: Int, _ outline: ScriptOutline) {
        let isNamed = outline.isName(at: word + 1)
        var index = word + 1
        // Behind the name: what it extends and implements, then its body.
        let limit = min(word + 64, outline.end)
        while index < limit {
            switch outline.op(at: index) {
            case .leftBrace where outline.tokens[index].flags.contains(.block):
                guard let end = outline.partner(of: index) else { return }
                bodies[index] = ScriptScope(
                    kind: .class,
                    name: isNamed ? word + 1 : Self.assignedName(before: word, outline),
                    tokens: index..<end + 1,
                    parameters: index..<index
                )
                return
            case .leftParen, .leftBracket, .leftBrace:
                guard let end = outline.partner(of: index) else { return }
                index = end
            case .semicolon, .rightBrace, .rightParen, .colon: return
            case .equal where index == word + 1: return
            default: break
            }
            index += 1
        }
    }

    /// The token that names what is assigned, if a function begins at `index`: `name =`, `name:`.
    private static func assignedName(before index: Int, _ outline: ScriptOutline) -> Int? {
        switch outline.op(at: index - 1) {
        case .colon where !outline.tokens[index - 1].flags.contains(.conditional):
            let key = index - 2
            return outline.kind(at: key) == .name || outline.kind(at: key) == .string ? key : nil
        case .equal:
            return ScriptTarget.name(before: index - 1, outline)
        default: return nil
        }
    }

    private mutating func add(_ scope: ScriptScope) {
        if scope.parameters.count > 1 { parameterLists.insert(scope.parameters.lowerBound) }
        all.append(scope)
    }

    /// Sorts the scopes, finds their parents and where the innermost one changes.
    private mutating func nest() {
        all.sort {
            ($0.tokens.lowerBound, $1.tokens.upperBound) < (
                $1.tokens.lowerBound, $0.tokens.upperBound
            )
        }
        var open: [Int] = []
        changes.reserveCapacity(all.count * 2)
        for index in all.indices {
            let start = all[index].tokens.lowerBound
            close(&open, before: start)
            all[index].parent = open.last
            if let parent = open.last {
                let end = min(all[index].tokens.upperBound, all[parent].tokens.upperBound)
                all[index].tokens = start..<max(start, end)
            }
            open.append(index)
            changes.append((start, index))
        }
        close(&open, before: .max)
    }

    private mutating func close(_ open: inout [Int], before start: Int) {
        while let last = open.last, all[last].tokens.upperBound <= start {
            open.removeLast()
            changes.append((all[last].tokens.upperBound, open.last))
        }
    }
}
