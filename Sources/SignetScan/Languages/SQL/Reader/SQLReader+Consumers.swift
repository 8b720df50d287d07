extension SQLReader {
    /// Reads the call of a function that looks into an identifier.
    mutating func readConsumer(_ function: SQLFunction, _ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.consumers) else { return }
        let arguments = statement.arguments(index)
        switch function {
        case .split(let subject, let separator):
            guard arguments.count > max(subject, separator),
                let text = statement.literal(arguments[separator].lowerBound, source)
            else { return }
            consume(.split, index, arguments[subject], text, source)
        case .left, .right, .substring:
            guard let first = arguments.first else { return }
            let detail = slice(function, arguments, source)
            consume(.slice, index, subject(of: first), detail, source)
        case .length:
            guard let first = arguments.first, let detail = comparedLength(index, source) else {
                return
            }
            consume(.length, index, first, detail, source)
        case .parse:
            if let first = arguments.first { consume(.parse, index, first, "uuid", source) }
        case .cast, .convert: readConversion(function, index, arguments, source)
        case .affix:
            guard arguments.count == 2,
                let text = statement.literal(arguments[1].lowerBound, source)
            else { return }
            consume(.affix, index, arguments[0], text, source)
        default: break
        }
    }

    /// Notes that the call at `index` depends on the look of the identifier in `subject`.
    private mutating func consume(
        _ operation: Consumption.Operation,
        _ index: Int,
        _ subject: Range<Int>,
        _ detail: String?,
        _ source: Span<UInt8>
    ) {
        guard !subject.isEmpty, let end = statement.partner(of: index + 1) else { return }
        let name = statement.columnName(subject, source)
        let isParsed = operation == .parse && (name != nil || isParameter(subject.lowerBound))
        guard isParsed || name.map({ IdentifierSpelling.isIdentifier($0) }) ?? false else { return }
        add(operation, index..<end + 1, name, detail)
    }

    private mutating func add(
        _ operation: Consumption.Operation,
        _ tokens: Range<Int>,
        _ subject: String?,
        _ detail: String?
    ) {
        guard facts.contains(.consumers) else { return }
        analysis.consumptions.append(
            Consumption(
                range: statement.bytes(tokens),
                operation: operation,
                subject: subject,
                detail: detail,
                width: operation == .length ? detail.flatMap { Int($0) } : nil,
                function: function
            )
        )
    }

    private func isParameter(_ index: Int) -> Bool { statement.kind(index) == .parameter }

    /// The part of `substring(value from 1 for 8)` that is the value.
    private func subject(of argument: Range<Int>) -> Range<Int> {
        let end = argument.first { statement.symbol($0) == .from || statement.symbol($0) == .for }
        return argument.lowerBound..<(end ?? argument.upperBound)
    }

    /// Which letters a function takes, as a slice: `:8`, `4:`, `-4:`.
    private func slice(
        _ function: SQLFunction,
        _ arguments: [Range<Int>],
        _ source: Span<UInt8>
    ) -> String? {
        var numbers = arguments.dropFirst().map { statement.number($0.lowerBound, source) }
        if numbers.isEmpty, let first = arguments.first {
            for index in first where statement.symbol(index) == .from {
                numbers.append(statement.number(index + 1, source))
            }
            for index in first where statement.symbol(index) == .for {
                if numbers.isEmpty { numbers.append(1) }
                numbers.append(statement.number(index + 1, source))
            }
        }
        guard let first = numbers.first, let first else { return nil }
        switch function {
        case .left: return ":\(first)"
        case .right: return "-\(first):"
        default:
            let start = first > 1 ? String(first - 1) : ""
            guard numbers.count > 1, let count = numbers[1] else { return "\(start):" }
            return "\(start):\(max(0, first - 1) + count)"
        }
    }

    /// The number that the length at `index` is compared with.
    private func comparedLength(_ index: Int, _ source: Span<UInt8>) -> String? {
        guard let end = statement.partner(of: index + 1) else { return nil }
        if isComparison(end + 1), let number = statement.number(end + 2, source) {
            return String(number)
        }
        if isComparison(index - 1), let number = statement.number(index - 2, source) {
            return String(number)
        }
        return nil
    }

    private func isComparison(_ index: Int) -> Bool {
        let symbol = statement.symbol(index)
        return symbol == .equal || symbol == .notEqual || symbol.isInequality
    }

    /// Reads `cast(x as uuid)` and `convert(uniqueidentifier, x)`.
    private mutating func readConversion(
        _ function: SQLFunction,
        _ index: Int,
        _ arguments: [Range<Int>],
        _ source: Span<UInt8>
    ) {
        if case .convert = function, arguments.count > 1,
            isUUIDType(arguments[0].lowerBound, source)
        {
            return consume(.parse, index, arguments[1], "uuid", source)
        }
        guard let first = arguments.first,
            let word = first.first(where: { statement.symbol($0) == .as }),
            word > first.lowerBound, isUUIDType(word + 1, source)
        else { return }
        consume(.parse, index, first.lowerBound..<word, "uuid", source)
    }

    private func isUUIDType(_ index: Int, _ source: Span<UInt8>) -> Bool {
        SQLType(at: index, in: statement, source)?.isUUID ?? false
    }

    /// Reads the cast `::` at `index`.
    mutating func readCast(_ index: Int, _ source: Span<UInt8>) {
        guard facts.contains(.consumers), isUUIDType(index + 1, source) else { return }
        let start = statement.startOfOperand(index)
        guard start < index else { return }
        let name = statement.columnName(start..<index, source)
        guard name != nil && statement.symbol(start) != .null || isParameter(start) else { return }
        add(.parse, start..<index + 2, name, "uuid")
    }
}
