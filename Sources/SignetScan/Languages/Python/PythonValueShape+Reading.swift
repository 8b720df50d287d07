extension PythonValueShape {
    /// Reads from the surroundings of a UUID call what its value becomes.
    ///
    /// - Parameters:
    ///   - call: the call; afterwards the outermost expression that still is the value.
    ///   - source: the source of the outline.
    init(of call: PythonExpression, _ source: Span<UInt8>) {
        var expression = call
        var shape = PythonValueShape.uuid
        while let next = Self.step(&expression, shape, source) { shape = next }
        self = Self.interpolated(expression, shape, source)
    }

    /// One step outwards; nil where the value is no longer changed.
    private static func step(
        _ expression: inout PythonExpression,
        _ shape: PythonValueShape,
        _ source: Span<UInt8>
    ) -> PythonValueShape? {
        if shape == .other { return nil }
        if let name = expression.stepToAttribute() {
            return attribute(name, &expression, shape)
        }
        if let index = expression.stepToSubscript() {
            return sliceLength(index, expression.outline, source).map { shape.prefix($0) } ?? .other
        }
        if expression.stepToCall() { return .other }
        if expression.stepToOnlyArgument(of: .str) { return shape == .uuid ? .str : shape }
        return nil
    }

    private static func attribute(
        _ name: Int,
        _ expression: inout PythonExpression,
        _ shape: PythonValueShape
    ) -> PythonValueShape {
        let isCalled = expression.stepToCall()
        if shape == .uuid, !isCalled, expression.outline.isWord(.hex, at: name) { return .hex }
        if shape == .uuid, isCalled, expression.outline.isWord(.dunderStr, at: name) { return .str }
        return .other
    }

    /// The length of a slice from the beginning: `:8` or `0:8`; nil for other indices.
    private static func sliceLength(
        _ index: Range<Int>,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> Int? {
        var start = index.lowerBound
        if index.count == 3, number(outline.tokens[start], source) == 0 { start += 1 }
        guard index.upperBound - start == 2, outline.isOp(.colon, at: start) else { return nil }
        return number(outline.tokens[start + 1], source)
    }

    /// The value of a short decimal number.
    private static func number(_ token: PythonToken, _ source: Span<UInt8>) -> Int? {
        guard token.kind == .number else { return nil }
        return decimal(token.range, source)
    }

    private static func decimal(_ range: Range<Int>, _ source: Span<UInt8>) -> Int? {
        guard !range.isEmpty, range.count <= 4 else { return nil }
        var value = 0
        for index in range {
            guard PythonByteClass.isDigit(source[index]) else { return nil }
            value = value * 10 + Int(source[index] - 0x30)
        }
        return value
    }

    /// What becomes of a value that is put into text: f-string, `.format` or `%`.
    private static func interpolated(
        _ expression: PythonExpression,
        _ shape: PythonValueShape,
        _ source: Span<UInt8>
    ) -> PythonValueShape {
        if shape == .other { return shape }
        let outline = expression.outline
        let range = expression.enclosed
        let open = range.lowerBound - 1
        if outline.isOp(.leftBrace, at: open), outline.isField(at: open) {
            return field(range.upperBound, open, shape, outline, source)
        }
        guard shape == .uuid else { return shape }
        let isFormatted = isFormatArgument(range, outline) || isPercentOperand(range, outline)
        return isFormatted ? .str : shape
    }

    /// The shape of a replacement field's value, by the conversion and specifier from `index` on.
    private static func field(
        _ start: Int,
        _ open: Int,
        _ shape: PythonValueShape,
        _ outline: PythonOutline,
        _ source: Span<UInt8>
    ) -> PythonValueShape {
        guard let close = outline.partner(of: open) else { return .other }
        var index = start
        let isWhole = [.equal, .exclamation, .colon].contains(outline.tokens[start].op)
        guard isWhole || start == close else { return shape }
        var shape = shape
        var isText = shape != .uuid
        let isDebug = outline.isOp(.equal, at: index)
        if isDebug { index += 1 }
        if outline.isOp(.exclamation, at: index), index + 1 < close {
            let conversion = outline.tokens[index + 1].range
            guard conversion.count == 1, source[conversion.lowerBound] == 0x73 else {
                return .other
            }
            if shape == .uuid { shape = .str }
            isText = true
            index += 2
        } else if isDebug, index == close {
            // The default of `{value=}` is `repr`.
            return .other
        }
        if index == close { return shape == .uuid ? .str : shape }
        guard outline.isOp(.colon, at: index) else { return .other }
        if index + 1 == close { return shape == .uuid ? .str : shape }
        // The UUID object itself accepts no specifier.
        guard isText, index + 2 == close else { return .other }
        return specified(outline.tokens[index + 1], shape, source)
    }

    /// The shape behind a literal format specifier: `.8` cuts, `s` does nothing.
    private static func specified(
        _ specifier: PythonToken,
        _ shape: PythonValueShape,
        _ source: Span<UInt8>
    ) -> PythonValueShape {
        guard specifier.kind == .fstringMiddle else { return .other }
        var range = specifier.range
        if source[range.upperBound - 1] == 0x73 { range = range.dropLast() }
        if range.isEmpty { return shape }
        guard source[range.lowerBound] == 0x2E else { return .other }
        return decimal(range.dropFirst(), source).map { shape.prefix($0) } ?? .other
    }

    /// Whether the expression is a whole argument of `"…".format(…)`.
    private static func isFormatArgument(_ range: Range<Int>, _ outline: PythonOutline) -> Bool {
        var before = range.lowerBound - 1
        if outline.isOp(.equal, at: before) { before -= 2 }
        guard isElement(before..<range.upperBound, outline),
            let open = outline.opening(around: range.lowerBound)
        else { return false }
        return outline.isOp(.leftParen, at: open) && outline.isWord(.format, at: open - 1)
            && outline.isOp(.dot, at: open - 2) && endsText(open - 3, outline)
    }

    /// Whether the expression is the right side of `"…" % …`, or an element of a tuple there.
    private static func isPercentOperand(_ range: Range<Int>, _ outline: PythonOutline) -> Bool {
        if isElement(range.lowerBound - 1..<range.upperBound, outline),
            let open = outline.opening(around: range.lowerBound), outline.isGrouping(at: open),
            outline.isOp(.percent, at: open - 1)
        {
            return endsText(open - 2, outline)
        }
        return outline.isOp(.percent, at: range.lowerBound - 1)
            && !outline.isOp(.doubleStar, at: range.upperBound)
            && endsText(range.lowerBound - 2, outline)
    }

    /// Whether the tokens around an expression are commas or parentheses.
    private static func isElement(_ around: Range<Int>, _ outline: PythonOutline) -> Bool {
        (outline.isOp(.leftParen, at: around.lowerBound)
            || outline.isOp(.comma, at: around.lowerBound))
            && (outline.isOp(.rightParen, at: around.upperBound)
                || outline.isOp(.comma, at: around.upperBound))
    }

    /// Whether a string literal ends at `index`.
    private static func endsText(_ index: Int, _ outline: PythonOutline) -> Bool {
        guard index >= 0 else { return false }
        let kind = outline.tokens[index].kind
        if outline.isOp(.rightParen, at: index), let open = outline.partner(of: index),
            outline.isGrouping(at: open)
        {
            let last = outline.tokens[index - 1].kind
            let first = outline.tokens[open + 1].kind
            return (first == .string || first == .fstringStart)
                && (last == .string || last == .fstringEnd)
        }
        return kind == .string || kind == .fstringEnd
    }
}
