/// The changes of an owner's nodes, as they happen.
///
/// Each change is given once and in the order of the store, also when it was made by another
/// process. Who is so slow that the store no longer keeps what comes next gets an element that says
/// so, and looks at all anew.
public struct RegistryChanges: AsyncSequence, Sendable {
    let store: any RegistryStore
    let scope: NodeScope
    let start: UInt64

    /// Starts to follow from where the sequence was made.
    public func makeAsyncIterator() -> Iterator {
        Iterator(changes: self, position: start, wakeUps: store.wakeUps().makeAsyncIterator())
    }

    /// One element of the sequence.
    @frozen public enum Element: Hashable, Sendable {
        /// Something happened.
        case change(Change)
        /// Changes were missed; the next ones follow.
        case missed
    }

    /// Follows the changes.
    public struct Iterator: AsyncIteratorProtocol {
        private let changes: RegistryChanges
        private var position: UInt64
        private var buffer: [Change] = []
        private var wakeUps: AsyncStream<Void>.Iterator

        init(changes: RegistryChanges, position: UInt64, wakeUps: AsyncStream<Void>.Iterator) {
            self.changes = changes
            self.position = position
            self.wakeUps = wakeUps
        }

        /// Waits for the next change.
        ///
        /// - Returns: The change, or nil when the task is cancelled.
        /// - Throws: ``RegistryError``; ask again to go on from the same place.
        public mutating func next() async throws -> Element? {
            while buffer.isEmpty {
                let page = try await changes.store.changes(
                    after: position,
                    limit: 1000,
                    in: changes.scope
                )
                position = page.next
                buffer = page.changes.reversed()
                if page.hasGap { return .missed }
                if !buffer.isEmpty { break }
                guard await wakeUps.next(isolation: nil) != nil else { return nil }
            }
            return buffer.popLast().map { .change($0) }
        }
    }
}

@available(*, unavailable)
extension RegistryChanges.Iterator: Sendable {}

extension Registry {
    /// Follows the changes of the user's nodes from now on.
    ///
    /// - Parameter context: Who asks.
    /// - Returns: The changes, without an end.
    /// - Throws: ``RegistryError``.
    public func changes(in context: UserContext) async throws(RegistryError) -> RegistryChanges {
        try await changes(in: context.scope)
    }

    func changes(in scope: NodeScope) async throws(RegistryError) -> RegistryChanges {
        let start = try await store.changes(after: nil, limit: 1, in: scope).next
        return RegistryChanges(store: store, scope: scope, start: start)
    }
}
