/// Uses and bindings inside expressions: brackets, lambdas, comprehensions, assignment expressions.
extension PythonBinder {
    /// An open bracket or lambda, and what to go back to behind it.
    struct Frame {
        enum Kind: UInt8 {
            /// The expression itself.
            case root
            /// The arguments of a call or class, which may have keywords.
            case arguments
            /// A set or dictionary.
            case braces
            case other
            /// The parameters of a lambda.
            case parameters
            /// The body of a lambda.
            case body
        }

        var kind: Kind
        /// The index of the closing bracket; -1 for lambdas.
        var close = -1
        var isComprehension = false
        /// How many `for` of the comprehension have begun.
        var clauses = 0
        /// The scope of the lambda or comprehension.
        var innerScope = 0
        var outerScope: Int
        var outerContext: Int32
        var outerIsTarget: Bool
        var outerEndsAtComma: Bool
        /// The context in which each element begins.
        var base: Int32
        /// The index of the first token of the current element.
        var elementStart: Int
    }

    /// Where in an expression the scan is.
    struct ExpressionState {
        var frames: ContiguousArray<Frame> = []
        var context = PythonContext.none
        /// Whether names are being bound, as left of an equals sign.
        var isTarget = false
        /// Whether that ends with the next comma: behind `as`.
        var endsAtComma = false
        var isConditional = false
        var position = 0
        /// The index of the first token.
        var start = 0
    }

    /// Binds the names in `range`, and reads what else stands there.
    mutating func bindTargets(_ range: Range<Int>, at position: Int, isConditional: Bool = false) {
        expression.isTarget = true
        scan(range, isConditional: isConditional, position: position)
    }

    /// Reads an expression.
    ///
    /// - Parameters:
    ///   - range: its tokens.
    ///   - context: what its value becomes.
    ///   - isConditional: whether its bindings may not happen.
    ///   - isCall: whether a parenthesis at its start holds arguments.
    ///   - position: where its bindings take effect; behind it if nil.
    mutating func scan(
        _ range: Range<Int>,
        context: Int32 = PythonContext.none,
        isConditional: Bool = false,
        isCall: Bool = false,
        position: Int? = nil
    ) {
        expression.context = context
        expression.endsAtComma = false
        expression.isConditional = isConditional
        expression.position = position ?? range.upperBound
        expression.start = range.lowerBound
        expression.frames.removeAll(keepingCapacity: true)
        push(.root, start: range.lowerBound, base: context)
        let outerScope = scope
        for index in range {
            let token = outline.tokens[index]
            switch token.kind {
            case .name:
                if outline.isName(at: index) { name(index) } else { word(index) }
            case .op: operation(index, token.op, isCall: isCall && index == range.lowerBound)
            default: break
            }
        }
        scope = outerScope
        expression.isTarget = false
    }

    private var top: Int { expression.frames.count - 1 }

    private mutating func push(_ kind: Frame.Kind, start: Int, base: Int32) {
        expression.frames.append(
            Frame(
                kind: kind,
                outerScope: scope,
                outerContext: expression.context,
                outerIsTarget: expression.isTarget,
                outerEndsAtComma: expression.endsAtComma,
                base: base,
                elementStart: start
            )
        )
        expression.endsAtComma = false
    }

    private mutating func pop() {
        guard top > 0, let frame = expression.frames.popLast() else { return }
        scope = frame.outerScope
        expression.context = frame.outerContext
        expression.isTarget = frame.outerIsTarget
        expression.endsAtComma = frame.outerEndsAtComma
    }

    /// Ends the lambda bodies that end here.
    private mutating func popBodies() {
        while expression.frames[top].kind == .body { pop() }
    }

    private mutating func operation(_ index: Int, _ op: PythonOperator, isCall: Bool) {
        switch op {
        case .comma:
            popBodies()
            expression.context = expression.frames[top].base
            expression.frames[top].elementStart = index + 1
            if expression.endsAtComma {
                expression.endsAtComma = false
                expression.isTarget = false
            }
        case .colon: colon(index)
        case .leftParen, .leftBracket, .leftBrace: open(index, op, isCall: isCall)
        case .rightParen, .rightBracket, .rightBrace:
            guard let opener = outline.partner(of: index), opener >= expression.start else {
                return
            }
            while top > 0, expression.frames[top].close != index { pop() }
            pop()
        default: break
        }
    }

    private mutating func colon(_ index: Int) {
        popBodies()
        let frame = expression.frames[top]
        if frame.kind == .parameters {
            expression.frames[top].kind = .body
            expression.context = frame.outerContext
            scope = frame.innerScope
        } else if frame.kind == .braces, frame.elementStart == index - 1,
            outline.tokens[index - 1].kind == .string
        {
            expression.context = addContext(.entry, index - 1..<index, parent: frame.base)
        } else {
            expression.context = frame.base
        }
    }

    private mutating func open(_ index: Int, _ op: PythonOperator, isCall: Bool) {
        guard let close = outline.partner(of: index), close > index else { return }
        let isTail = isCall || outline.endsExpression(at: index - 1)
        let isField = op == .leftBrace && outline.isField(at: index)
        var base = expression.context
        var kind = Frame.Kind.other
        if op == .leftParen, isTail {
            kind = .arguments
        } else if op == .leftBracket, isTail {
            base = addContext(.subscriptIndex, index..<index + 1, parent: base)
        } else if op == .leftBrace, !isField {
            kind = .braces
        }
        push(kind, start: index + 1, base: base)
        expression.frames[top].close = close
        expression.context = base
        expression.isTarget = expression.isTarget && !isTail && op != .leftBrace
        if outline.isComprehension(at: index) {
            let inner = addScope(.comprehension)
            expression.frames[top].isComprehension = true
            expression.frames[top].innerScope = inner
            scope = inner
        }
    }

    /// Reads a keyword.
    private mutating func word(_ index: Int) {
        if outline.isWord(.lambda, at: index) {
            let inner = addScope(.lambda)
            push(.parameters, start: index + 1, base: expression.context)
            expression.frames[top].innerScope = inner
            expression.isTarget = false
        } else if outline.isWord(.for, at: index) {
            popBodies()
            guard expression.frames[top].isComprehension else { return }
            noteCounter(index)
            expression.frames[top].clauses += 1
            expression.context = expression.frames[top].base
            expression.isTarget = true
            scope = expression.frames[top].innerScope
        } else if outline.isWord(.in, at: index) {
            guard expression.frames[top].isComprehension, expression.isTarget else { return }
            expression.isTarget = false
            // The first iterable is evaluated outside the comprehension.
            if expression.frames[top].clauses == 1 { scope = expression.frames[top].outerScope }
        } else if outline.isWord(.if, at: index) {
            let frame = expression.frames[top]
            if frame.isComprehension, frame.clauses > 0 { scope = frame.innerScope }
        } else if outline.isWord(.as, at: index) {
            popBodies()
            expression.isTarget = true
            expression.endsAtComma = true
        }
    }

    /// Reads a name: a keyword argument, a binding or a use.
    private mutating func name(_ index: Int) {
        if outline.isOp(.dot, at: index - 1) { return }
        let frame = expression.frames[top]
        let follower = outline.tokens[index + 1].op
        if frame.kind == .parameters, isParameter(index, frame) {
            bind(index, at: index, in: frame.innerScope)
            if follower == .equal {
                expression.context = addContext(
                    .parameter,
                    index..<index + 1,
                    parent: frame.base
                )
            }
        } else if follower == .equal, frame.kind == .arguments {
            expression.context = addContext(.keyword, index..<index + 1, parent: frame.base)
        } else if follower == .colonEqual {
            bindWalrus(index)
        } else if expression.isTarget, follower != .dot, follower != .leftParen,
            follower != .leftBracket
        {
            let isInner = expression.frames[top].isComprehension
            let target = isInner || scopes[scope].kind == .comprehension ? scope : nil
            bind(
                index,
                at: target == nil ? expression.position : index,
                in: target,
                isConditional: expression.isConditional
            )
        } else {
            references.append(
                PythonReference(
                    token: Int32(index),
                    scope: Int32(scope),
                    context: expression.context,
                    role: expression.isTarget ? .target : .value
                )
            )
        }
    }

    private func isParameter(_ index: Int, _ frame: Frame) -> Bool {
        if index == frame.elementStart { return true }
        let first = outline.tokens[frame.elementStart].op
        return index == frame.elementStart + 1 && (first == .star || first == .doubleStar)
    }

    /// Binds the target of `:=` in the nearest scope that is no comprehension (PEP 572).
    private mutating func bindWalrus(_ index: Int) {
        var target = scope
        while scopes[target].kind == .comprehension { target = scopes[target].parent }
        var end = index + 2
        while outline.isName(at: end) || outline.isOp(.dot, at: end) { end += 1 }
        let token = outline.tokens[end]
        let isWhole =
            token.op.isClosing || token.op == .comma || token.op == .colon
            || token.kind == .newline
        let value = isWhole ? alias(index + 2..<end) : .opaque
        bind(index, value, at: index, in: target, isConditional: true)
        expression.context = addContext(
            .walrus,
            index..<index + 1,
            parent: expression.context
        )
    }
}
