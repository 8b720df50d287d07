extension SQLStatement {
    /// The index behind the operand that begins at `index`: a value, a call or brackets, with casts.
    func endOfOperand(_ index: Int) -> Int {
        var end = index
        switch kind(index) {
        case .word, .quotedName:
            end = endOfQualifiedName(index)
            if symbol(end) == .leftParen, let partner = partner(of: end) { end = partner + 1 }
        case .string, .number, .parameter: end = index + 1
        default:
            guard symbol(index) == .leftParen, let partner = partner(of: index) else {
                return index
            }
            end = partner + 1
        }
        return endOfCasts(end)
    }

    /// The index behind the casts and subscripts that stand at `index`; those from `limit` on are
    /// left out.
    func endOfCasts(_ index: Int, before limit: Int = .max) -> Int {
        var end = index
        while end < limit {
            if symbol(end) == .cast, isName(end + 1) {
                end = endOfType(end + 1)
            } else if symbol(end) == .leftBracket, let partner = partner(of: end) {
                end = partner + 1
            } else {
                return end
            }
        }
        return end
    }

    /// The index behind the type of a cast.
    private func endOfType(_ index: Int) -> Int {
        let end = endOfQualifiedName(index)
        guard symbol(end) == .leftParen, let partner = partner(of: end) else { return end }
        return partner + 1
    }

    /// The index of the operand that ends before `index`.
    func startOfOperand(_ index: Int) -> Int {
        var start = index - 1
        guard start >= 0 else { return index }
        if symbol(start) == .rightBracket, let partner = partner(of: start) { start = partner - 1 }
        if symbol(start) == .rightParen {
            guard let partner = partner(of: start) else { return index }
            start = partner
            let isCall = isName(start - 1) && !isOperatorWord(start - 1)
            if isCall { start = startOfQualifiedName(start - 1) }
        } else if isName(start) {
            start = startOfQualifiedName(start)
        } else if kind(start) == .op {
            return index
        }
        return symbol(start - 1) == .cast ? startOfOperand(afterCast: start - 1) : start
    }

    /// The index of the operand before the cast at `index`; casts of casts are left out.
    private func startOfOperand(afterCast index: Int) -> Int {
        let start = index - 1
        if symbol(start) == .rightParen, let partner = partner(of: start) {
            let isCall = isName(partner - 1) && !isOperatorWord(partner - 1)
            return isCall ? startOfQualifiedName(partner - 1) : partner
        }
        return isName(start) ? startOfQualifiedName(start) : max(0, start)
    }

    /// Whether the word at `index` stands before brackets without calling anything.
    func isOperatorWord(_ index: Int) -> Bool {
        switch symbol(index) {
        case .in, .values, .and, .or, .not, .default, .select, .where, .on, .as, .check, .return,
            .set, .from, .by, .exists, .only, .like, .ilike, .then:
            true
        default: false
        }
    }

    /// The last name of a column or variable that makes up all of `range`, casts aside.
    func columnName(_ range: Range<Int>, _ source: Span<UInt8>) -> String? {
        guard isName(range.lowerBound) else { return nil }
        let end = endOfQualifiedName(range.lowerBound)
        guard endOfCasts(end, before: range.upperBound) >= range.upperBound else { return nil }
        return name(end - 1, source)
    }
}
