/// Finds places that sort by an identifier which is a UUID.
package struct IDOrder: Rule {
    package let name = "id-order"
    package let category = RuleCategory.consumer
    package let needs: FactSet = [.consumers, .uuids]
    package let severity = Severity.note
    package let summary = "Rows or objects are sorted by an identifier that is a UUID."
    package let documentation = """
        Random UUIDs have no order that means anything; others sort by the time at which they were
        made. Whoever sorts by identifiers gets another order with another format, and pages of a
        list that was begun with the old order lose or repeat rows.

        Sort by the time of creation and then by the identifier, or by identifiers that all carry
        their time. A place is only reported where the same file shows that the identifier is a
        UUID.
        """
    package let examples: [RuleExample] = [
        .wrong("rows = sorted(runs, key=lambda run: run.run_uuid)\n", (1, 25, "order")),
        .wrong(
            "import uuid\nclass Run(Base):\n    id = Column(UUID)\n\n\n"
                + "query = select(Run).order_by(Run.id)\n",
            (6, 30, "order")
        ),
        .wrong("page = Run.objects.order_by(\"-uuid\")\n", (1, 29, "order")),
        .right("rows = sorted(runs, key=lambda run: run.id)\n"),
        .right("query = select(Run).order_by(Run.created_at)\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        let orders = analysis.consumptions(.order)
        if orders.isEmpty { return [] }
        let uuids = names(ofUUIDsIn: analysis)
        return orders.filter { place in
            guard let subject = place.subject else { return false }
            let meaning = NameMeaning(subject)
            return uuids.contains(meaning.canonical) || meaning.words.last == "uuid"
                || meaning.words.last == "guid"
        }.map { place in
            Match(
                place,
                "the order of \(place.subjectName), a UUID, depends on its format and means nothing "
                    + "if it is random; sort by the time of creation."
            )
        }
    }

    /// The names of what the file makes or declares as UUIDs, in one spelling.
    private func names(ofUUIDsIn analysis: SourceAnalysis) -> Set<String> {
        var names: Set<String> = []
        for place in analysis.consumptions {
            let isUUID =
                place.operation == .column && place.width == nil
                || place.operation == .annotation || place.operation == .parse
            if isUUID, let subject = place.subject { names.insert(NameMeaning(subject).canonical) }
        }
        for site in analysis.generations where site.ingredient == .uuid {
            if let name = site.name { names.insert(NameMeaning(name.text).canonical) }
        }
        return names
    }
}
