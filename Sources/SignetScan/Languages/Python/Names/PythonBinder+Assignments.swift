extension PythonBinder {
    /// Reads the first target of an assignment and its value.
    ///
    /// Where both are tuples of equal length, each element of the value belongs to its target.
    mutating func assignment(_ target: Range<Int>, value: Range<Int>) {
        assign(target, value: value)
        let (targets, values) = (outline.unwrapped(target), outline.unwrapped(value))
        guard areParallel(targets, values) else {
            return scan(value, context: addContext(.assignment, target))
        }
        forEachElement(targets, values) { binder, target, value in
            binder.scan(value, context: binder.addContext(.assignment, target))
        }
    }

    /// Binds what stands left of an equals sign.
    mutating func assign(_ target: Range<Int>, value: Range<Int>) {
        let (targets, values) = (outline.unwrapped(target), outline.unwrapped(value))
        if let name = singleName(targets) {
            bind(name, alias(values), at: value.upperBound)
        } else if areParallel(targets, values) {
            forEachElement(targets, values) { binder, target, element in
                let target = binder.outline.unwrapped(target)
                if let name = binder.singleName(target) {
                    let alias = binder.alias(binder.outline.unwrapped(element))
                    binder.bind(name, alias, at: value.upperBound)
                } else {
                    binder.bindTargets(target, at: value.upperBound)
                }
            }
        } else {
            bindTargets(target, at: value.upperBound)
        }
    }

    /// The value of a name that is assigned `range`: an alias if that is a dotted name.
    func alias(_ range: Range<Int>) -> PythonBinding.Value {
        // No path of a catalog is this long, and a chained assignment asks once for each target.
        guard range.count % 2 == 1, range.count < 64, outline.isName(at: range.lowerBound) else {
            return .opaque
        }
        for index in stride(from: range.lowerBound + 1, to: range.upperBound, by: 2) {
            guard outline.isOp(.dot, at: index), outline.isName(at: index + 1) else {
                return .opaque
            }
        }
        return .alias(range.lowerBound)
    }

    private func singleName(_ range: Range<Int>) -> Int? {
        range.count == 1 && outline.isName(at: range.lowerBound) ? range.lowerBound : nil
    }

    /// Whether both ranges are tuples with equally many elements, none of them starred.
    private func areParallel(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard let count = tupleCount(first) else { return false }
        return tupleCount(second) == count
    }

    private func tupleCount(_ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        var count = 0
        var hasComma = false
        while start < range.upperBound {
            if outline.isOp(.star, at: start) { return nil }
            let end = outline.endOfElement(start, range.upperBound)
            hasComma = hasComma || end < range.upperBound
            count += 1
            start = end + 1
        }
        return hasComma ? count : nil
    }

    private mutating func forEachElement(
        _ first: Range<Int>,
        _ second: Range<Int>,
        _ body: (inout PythonBinder, Range<Int>, Range<Int>) -> Void
    ) {
        var (left, right) = (first.lowerBound, second.lowerBound)
        while left < first.upperBound, right < second.upperBound {
            let leftEnd = outline.endOfElement(left, first.upperBound)
            let rightEnd = outline.endOfElement(right, second.upperBound)
            body(&self, left..<leftEnd, right..<rightEnd)
            (left, right) = (leftEnd + 1, rightEnd + 1)
        }
    }
}
