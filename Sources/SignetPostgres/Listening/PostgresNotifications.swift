/// The messages on some channels of Postgres, for as long as somebody iterates.
///
/// The sequence outlives connections: it connects again for as long as it takes and then says that
/// it may have missed messages (``PostgresEvent/resumed``). It keeps no backlog; what a slow reader
/// has not fetched stays with the server. A quiet connection is tried every so often, so that one
/// which broke without a sign is found.
///
/// It ends when its task is cancelled, and throws when the server refuses to listen.
public struct PostgresNotifications: AsyncSequence, Sendable {
    let configuration: PostgresConfiguration
    let channels: Set<String>

    /// A new connection's messages.
    public func makeAsyncIterator() -> Iterator {
        Iterator(configuration: configuration, channels: channels)
    }

    /// Reads messages one by one.
    public struct Iterator: AsyncIteratorProtocol {
        private let configuration: PostgresConfiguration
        private let channels: Set<String>
        private var connection: PostgresConnection?
        private var events: ArraySlice<PostgresEvent> = []

        init(configuration: PostgresConfiguration, channels: Set<String>) {
            self.configuration = configuration
            self.channels = channels
        }

        private mutating func connected() throws(PostgresError) -> PostgresConnection {
            if let connection { return connection }
            let fresh = try PostgresConnection(configuration)
            connection = fresh
            return fresh
        }

        /// The next message, as soon as there is one.
        ///
        /// - Returns: The message, or nil when the task was cancelled.
        /// - Throws: ``PostgresError`` that waiting does not mend.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(PostgresError) -> PostgresEvent? {
            while events.isEmpty {
                let connection = try connected()
                do throws(PostgresError) {
                    events = try await connection.receive(on: channels)[...]
                } catch {
                    switch error.code {
                    case .cancelled: return nil
                    case .timedOut, .connectionLost, .outcomeUnknown: continue
                    case .unreachable where !error.isFinal: continue
                    default: throw error
                    }
                }
            }
            return events.popFirst()
        }
    }
}

/// Stays where it was made.
@available(*, unavailable)
extension PostgresNotifications.Iterator: Sendable {}
