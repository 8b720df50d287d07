import SignetScan

/// The facts of a source, one a line in its order, so that a test can say them all.
///
/// `make gen_random_uuid uuid → id` is a generation, `build run_{time} sum → id` a composition,
/// `cut hex[:8] 32 → id` a cut, `split thread_id _` and the like are consumptions.
enum FactListing {
    /// The lines for what `language` finds in `code`.
    static func lines(
        _ code: String,
        _ language: any SourceLanguage,
        _ facts: FactSet = .all
    ) -> [String] {
        let source = Array(code.utf8)
        let analysis = language.analyze(source.span, facts)
        return lines(of: analysis)
    }

    /// The code of each place, in the order of `lines`.
    static func places(_ code: String, _ language: any SourceLanguage) -> [String] {
        let source = Array(code.utf8)
        return entries(language.analyze(source.span, .all)).map {
            String(decoding: source[$0.range], as: UTF8.self)
        }
    }

    static func lines(of analysis: SourceAnalysis) -> [String] { entries(analysis).map(\.text) }

    private typealias Entry = (range: Range<Int>, text: String)

    private static func entries(_ analysis: SourceAnalysis) -> [Entry] {
        var entries: [Entry] = []
        for fact in analysis.generations {
            entries.append((fact.range, "make \(fact.symbol) \(fact.shape)\(arrow(fact.name))"))
        }
        for fact in analysis.compositions {
            let text = "build \(fact.template) \(fact.form)\(arrow(fact.name))"
            entries.append((fact.range, text))
        }
        for fact in analysis.cuts {
            entries.append((fact.range, "cut \(fact.shape) \(fact.entropy)\(arrow(fact.name))"))
        }
        for fact in analysis.consumptions {
            let words = [fact.operation.rawValue, fact.subject ?? "?", fact.detail ?? "?"]
            let width = fact.width.map { " \($0)" } ?? ""
            entries.append((fact.range, words.joined(separator: " ") + width))
        }
        for fact in analysis.placeholders {
            entries.append((fact.range, "placeholder \(fact.name.text) \(fact.text) \(fact.form)"))
        }
        for fact in analysis.familySplits {
            entries.append((fact.range, "fresh \(fact.fresh) beside \(fact.passed)"))
        }
        for fact in analysis.minters {
            entries.append((fact.range, "\(fact.role.rawValue) \(fact.name)"))
        }
        // What begins at one place comes in the order of the lists.
        return entries.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }

    private static func arrow(_ name: ValueName?) -> String {
        name.map { " → \($0.text)" } ?? ""
    }
}
