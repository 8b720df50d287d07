import Synchronization

/// In how many Python files of a tree each identifier is named, and which classes there are.
///
/// Tells what a whole tree calls so from what one place does. All files of a scan are counted, also
/// those without findings; names are kept as hashes.
package final class NameCensus: Sendable {
    private let names = Mutex(NameCounts())

    /// Creates a census without names.
    package init() {}

    /// Adds what a thread has counted.
    func add(_ counts: NameCounts) { names.withLock { $0.merge(counts) } }

    /// How many files name an identifier of `kind`: `order_id`, `order_ids` or `order_uuid`.
    package func files(naming kind: String) -> Int {
        names.withLock { $0.files[StableHash.of(kind.utf8.span)]?.count ?? 0 }
    }

    /// Whether a file gives another name to `UUID4`, a type that takes UUIDs of version 4 only.
    package var renamesVersion4: Bool { names.withLock { $0.renamesVersion4 } }

    /// Whether a file asks whether a UUID is of version 4.
    package var asksForVersion4: Bool { names.withLock { $0.asksForVersion4 } }

    /// Whether a file takes the first characters of identifiers of `kind`, or finds them by those:
    /// `order_id[:8]`, `row["order_id"].startswith(text)`; of what is called `id` for nil.
    ///
    /// What is only logged or printed does not count.
    package func isCut(_ kind: String?) -> Bool {
        names.withLock { $0.cut.contains(StableHash.of((kind ?? "").utf8.span)) }
    }

    /// Whether the tree defines a class with these words, such as `line_item` for `LineItem`.
    package func hasClass(_ words: String) -> Bool {
        names.withLock { $0.classes.contains(StableHash.of(words.utf8.span)) }
    }
}
