extension PythonUseAnalyzer {
    /// A column of a table: what it is called, and where it is declared.
    struct ColumnPlace {
        var name: String?
        /// Whether the name is that of an identifier.
        var isIdentifier: Bool
    }

    /// The column whose type, or the beginning of it, stands at `index`.
    mutating func column(around index: Int, _ source: Span<UInt8>) -> ColumnPlace? {
        var callee = outline.callee(around: index)
        // One call more may stand around the type: `sa.Column(ARRAY(UUID))`, `with_variant`.
        for _ in 0..<2 {
            guard let name = callee else { return nil }
            if role(at: name, source) == .column { return place(ofColumn: name, source) }
            callee = outline.callee(around: outline.startOfChain(name))
        }
        return nil
    }

    /// What the column is called: by its first argument if that is a text, else by its target.
    private func place(ofColumn callee: Int, _ source: Span<UInt8>) -> ColumnPlace {
        if let content = outline.content(ofString: callee + 2, source) {
            return place(content, source)
        }
        return target(of: outline.startOfChain(callee), source)
    }

    /// What the value at `start` is assigned to.
    private func target(
        of start: Int,
        depth: Int = 0,
        _ source: Span<UInt8>
    ) -> ColumnPlace {
        if outline.isOp(.colon, at: start - 1),
            let key = outline.content(ofString: start - 2, source)
        {
            return place(key, source)
        }
        guard outline.isOp(.equal, at: start - 1), let name = outline.target(before: start - 1),
            outline.isName(at: name)
        else { return ColumnPlace(name: nil, isIdentifier: false) }
        if let callee = outline.callee(around: name), depth < 3 {
            // `Field(sa_column=Column(…))`, `AddField(name="run_id", field=UUIDField())`
            if let content = nameArgument(of: callee, source) { return place(content, source) }
            return target(of: outline.startOfChain(callee), depth: depth + 1, source)
        }
        return place(outline.tokens[name].range, source)
    }

    /// The text that is passed as `name` to the call of `callee`.
    private func nameArgument(of callee: Int, _ source: Span<UInt8>) -> Range<Int>? {
        guard let close = call(at: callee + 1) else { return nil }
        for index in callee + 2..<min(close, callee + 34)
        where outline.isName(at: index) && outline.isOp(.equal, at: index + 1) {
            if source.extracting(outline.tokens[index].range).equals("name") {
                return outline.content(ofString: index + 2, source)
            }
        }
        return nil
    }

    private func place(_ range: Range<Int>, _ source: Span<UInt8>) -> ColumnPlace {
        ColumnPlace(
            name: decoded(range, source),
            isIdentifier: IdentifierSpelling.isIdentifier(source.extracting(range))
        )
    }

    /// Adds a column of UUIDs.
    mutating func add(_ column: ColumnPlace, type: Range<Int>, _ source: Span<UInt8>) {
        let start = Int(outline.tokens[type.lowerBound].start)
        let end = Int(outline.tokens[type.upperBound - 1].end)
        add(.column, type, subject: column.name, detail: decoded(start..<end, source), source)
    }

    /// Reads `models.UUIDField(primary_key=True)`.
    mutating func uuidField(_ index: Int, _ source: Span<UInt8>) {
        let start = outline.startOfChain(index)
        guard call(at: index + 1) != nil, !isDefined(start) else { return }
        // A field of a form or a serializer stores nothing, but takes a UUID from a request.
        let isForm = outline.isName(at: start) && start < index && isFormModule(start, source)
        let column = target(of: start, source)
        // The type of what a query computes is that of no column.
        if column.name == "output_field" { return }
        add(
            isForm ? .schema : .column,
            start..<index + 1,
            subject: column.name,
            detail: text(index, source),
            source
        )
    }

    private func isFormModule(_ index: Int, _ source: Span<UInt8>) -> Bool {
        let name = source.extracting(outline.tokens[index].range)
        return name.equals("forms") || name.equals("serializers") || name.equals("filters")
            || name.equals("django_filters") || name.equals("fields") || name.equals("drf_fields")
    }

    /// Reads `Column(String(36))` and `CharField(max_length=36)`.
    mutating func textType(_ index: Int, _ source: Span<UInt8>) {
        guard let close = call(at: index + 1),
            let width = width(index + 2..<close, source)
        else { return }
        let start = outline.startOfChain(index)
        let column = column(around: start, source) ?? field(index, start, source)
        guard let column, column.isIdentifier else { return }
        add(
            .column,
            start..<close + 1,
            subject: column.name,
            detail: "\(text(index, source))(\(width))",
            width: width,
            source
        )
    }

    /// The column that a field of a model is: `id = models.CharField(max_length=36)`.
    private func field(_ index: Int, _ start: Int, _ source: Span<UInt8>) -> ColumnPlace? {
        guard source.extracting(outline.tokens[index].range).ends(with: "Field"),
            !isFormModule(start, source)
        else { return nil }
        return target(of: start, source)
    }

    /// The number of characters that fit.
    private func width(_ arguments: Range<Int>, _ source: Span<UInt8>) -> Int? {
        var index = arguments.lowerBound
        if let number = outline.number(index, source) { return number }
        while index < min(arguments.upperBound, arguments.lowerBound + 64) {
            if outline.isName(at: index), outline.isOp(.equal, at: index + 1),
                outline.opening(around: index) == arguments.lowerBound - 1,
                isWidth(source.extracting(outline.tokens[index].range))
            {
                return outline.number(index + 2, source)
            }
            index += 1
        }
        return nil
    }

    private func isWidth(_ name: Span<UInt8>) -> Bool {
        name.equals("length") || name.equals("max_length")
    }
}
