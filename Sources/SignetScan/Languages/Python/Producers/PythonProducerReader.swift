/// Gathers what one Python file makes identifiers from, and what becomes of it.
///
/// Fed with the uses of names in the order of the source, so that a variable is known to hold a
/// generated value before it is used.
struct PythonProducerReader {
    private var generations: [Generation] = []
    /// Most sites stand in the scope of the site before them.
    private var enclosing: (scope: Int32, function: String?) = (Int32(PythonScope.module), nil)

    init(_ file: PythonFile, _ facts: FactSet) {
        _ = (file, facts)
    }

    /// Takes in a call of, or a reference to, a generator.
    mutating func add(_ use: PythonFile.Use, _ file: PythonFile, _ source: Span<UInt8>) {
        let generator = PythonGenerator.all[use.path]
        guard generator.ingredient == .uuid else { return }
        var expression = use.expression
        let isCalled = use.reference.role != .pattern && expression.stepToCall()
        let tokens = file.outline.tokens
        let start = Int(tokens[Int(use.reference.token)].start)
        let end = Int(tokens[expression.tokens.upperBound - 1].end)
        let shape = isCalled ? PythonValueShape(of: expression, source) : .reference
        generations.append(
            Generation(
                range: start..<end,
                symbol: generator.path,
                ingredient: generator.ingredient,
                entropy: 0,
                function: function(around: use.reference.scope, file, source),
                shape: shape.description,
                name: file.target.name(of: use.reference, source).map { ValueName($0, .variable) }
            )
        )
    }

    /// Takes in the use of any other name.
    mutating func add(_ reference: PythonReference, _ file: PythonFile, _ source: Span<UInt8>) {
    }

    /// Hands over what was found.
    consuming func finish(_ analysis: inout SourceAnalysis, _ source: Span<UInt8>) {
        analysis.generations = generations
    }

    private mutating func function(
        around scope: Int32,
        _ file: PythonFile,
        _ source: Span<UInt8>
    ) -> String? {
        if scope != enclosing.scope {
            enclosing = (scope, file.function(around: scope, source))
        }
        return enclosing.function
    }
}
