import Foundation
import Signet
import SignetRegistry
import Synchronization

/// Living nodes in Redis, each for a short time.
///
/// A node that ends leaves a mark in its place for as long as entries live. Who read it from the
/// store before, and comes late, finds the mark and does not put the node back (`SET … NX`).
///
/// When Redis fails, nobody asks it for a second: a look-up takes no longer for a cache that is away.
final class NodeCache: Sendable {
    private let redis: RedisStore
    private let lifetime: Duration
    private let awayUntil = Mutex(ContinuousClock.now)

    private static let pause = Duration.seconds(1)
    private static let mark = "-"

    init(_ redis: RedisStore, lifetime: Duration) {
        self.redis = redis
        self.lifetime = lifetime
    }

    /// A node, if it is there.
    func node(_ id: AnyID) async -> Node? {
        guard let text = await send(["GET", key(id)])?.text, text != Self.mark else { return nil }
        return try? CachedNode(text).node
    }

    /// Keeps a node that lives, unless it has just ended.
    func keep(_ node: Node) async {
        guard node.state == .active, let text = try? CachedNode(node).text else { return }
        let milliseconds = String(lifetime.milliseconds)
        _ = await send(["SET", key(node.id), text, "NX", "PX", milliseconds])
    }

    /// Forgets nodes that have changed or ended.
    func forget(_ ids: [AnyID]) async {
        guard !ids.isEmpty, isThere else { return }
        let milliseconds = String(lifetime.milliseconds)
        let commands = ids.map { RedisCommand("SET", key($0), Self.mark, "PX", milliseconds) }
        do throws(RedisError) {
            _ = try await redis.pool.pipeline(commands, isIdempotent: true)
        } catch {
            giveUpForNow()
        }
    }

    private func key(_ id: AnyID) -> String { "\(redis.prefix):node:\(id.compact)" }

    private var isThere: Bool { awayUntil.withLock { $0 <= .now } }

    private func giveUpForNow() {
        awayUntil.withLock { $0 = .now + Self.pause }
    }

    private func send(_ command: RedisCommand) async -> RedisValue? {
        guard isThere else { return nil }
        do throws(RedisError) {
            return try await redis.pool.send(command, isIdempotent: true)
        } catch {
            giveUpForNow()
            return nil
        }
    }
}
