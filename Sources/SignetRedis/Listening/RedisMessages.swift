import SignetConnections

/// The messages on some channels of Redis, for as long as somebody iterates.
///
/// The sequence outlives connections: it subscribes again for as long as it takes and then says
/// that it may have missed messages (``RedisEvent/resumed``). A quiet connection is tried every so
/// often, so that one which broke without a sign is found.
///
/// It ends when its task is cancelled, and throws when the server refuses.
public struct RedisMessages: AsyncSequence, Sendable {
    let configuration: RedisConfiguration
    let channels: Set<String>

    /// A new connection's messages.
    public func makeAsyncIterator() -> Iterator {
        Iterator(configuration: configuration, channels: channels)
    }

    /// Reads messages one by one.
    public struct Iterator: AsyncIteratorProtocol {
        private let configuration: RedisConfiguration
        private let channels: Set<String>
        private var connection: RedisConnection?

        init(configuration: RedisConfiguration, channels: Set<String>) {
            self.configuration = configuration
            self.channels = channels
        }

        /// The next message, as soon as there is one.
        ///
        /// - Returns: The message, or nil when the task was cancelled.
        /// - Throws: ``RedisError`` that waiting does not mend.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(RedisError) -> RedisEvent? {
            while true {
                let connection = try connected()
                do throws(RedisError) {
                    return try await connection.receive(on: channels.sorted())
                } catch {
                    switch error.code {
                    case .cancelled: return nil
                    case .timedOut, .outcomeUnknown: if Task.isCancelled { return nil }
                    case .unreachable where !error.isFinal: break
                    default: throw error
                    }
                }
            }
        }

        private mutating func connected() throws(RedisError) -> RedisConnection {
            if let connection { return connection }
            let fresh = try RedisConnection(configuration)
            connection = fresh
            return fresh
        }
    }
}

/// Stays where it was made.
@available(*, unavailable)
extension RedisMessages.Iterator: Sendable {}
