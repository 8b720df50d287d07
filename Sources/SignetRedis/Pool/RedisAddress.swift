/// Where a Redis listens.
enum RedisAddress: Hashable, Sendable {
    case host(String, port: Int32)
    case path(String)
}
