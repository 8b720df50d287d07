import CHiredis
import SignetConnections

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Owns a `redisContext` and is the only one to touch it: hiredis without its pointers.
///
/// Nothing here waits; ``RedisSession`` waits for the socket in between. It is used on threads that
/// take no `SIGPIPE`, since hiredis writes without `MSG_NOSIGNAL`.
@safe final class RedisLink {
    private let context: UnsafeMutablePointer<redisContext>

    /// Begins to connect.
    ///
    /// Only the look-up of the host's name may take time.
    init?(_ address: RedisAddress) {
        let context =
            switch address {
            case .host(let host, let port): unsafe redisConnectNonBlock(host, port)
            case .path(let path): unsafe redisConnectUnixNonBlock(path)
            }
        guard let context = unsafe context else { return nil }
        unsafe self.context = unsafe context
    }

    deinit {
        unsafe redisFree(context)
    }

    /// Whether hiredis has found a fault; the connection is of no use any more.
    var isBroken: Bool { unsafe context.pointee.err != 0 }
    var socket: Int32 { unsafe context.pointee.fd }

    /// Whether the attempt to connect has come to a good end.
    var isConnected: Bool {
        var status: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(socket, SOL_SOCKET, SO_ERROR, &status, &size) == 0 else {
            return false
        }
        return status == 0
    }

    /// Sends small commands at once, and finds out when the other side is gone.
    func tune() {
        var isOn: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        _ = unsafe setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, size)
        unsafe redisEnableKeepAlive(context)
    }

    /// Adds a command to what is to be sent.
    func append(_ command: RedisCommand) -> Bool {
        let lengths = command.words.map(\.count)
        var bytes: [UInt8] = []
        for word in command.words { bytes += word }
        bytes.append(0)
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return false }
            var offset = 0
            var pointers: [UnsafePointer<CChar>?] = unsafe []
            for length in lengths {
                unsafe pointers.append((start + offset).assumingMemoryBound(to: CChar.self))
                offset += length
            }
            return unsafe redisAppendCommandArgv(context, Int32(lengths.count), &pointers, lengths)
                == REDIS_OK
        }
    }

    /// Writes what it can; nil when the connection is broken, true when something is left.
    func flush() -> Bool? {
        var isDone: Int32 = 0
        guard unsafe redisBufferWrite(context, &isDone) == REDIS_OK else { return nil }
        return isDone == 0
    }

    /// Reads what has come.
    func consume() -> Bool {
        unsafe redisBufferRead(context) == REDIS_OK
    }

    /// The next reply, if it is complete.
    func next() throws(RedisError) -> RedisValue? {
        var reply: UnsafeMutableRawPointer?
        guard unsafe redisGetReplyFromReader(context, &reply) == REDIS_OK else {
            throw RedisError(.outcomeUnknown)
        }
        guard let reply = unsafe reply else { return nil }
        defer { unsafe freeReplyObject(reply) }
        return unsafe Self.value(reply.assumingMemoryBound(to: redisReply.self))
    }

    private static func value(_ reply: UnsafeMutablePointer<redisReply>) -> RedisValue {
        let reply = unsafe reply.pointee
        switch unsafe reply.type {
        case REDIS_REPLY_INTEGER: return unsafe RedisValue(.integer(reply.integer))
        case REDIS_REPLY_NIL: return RedisValue(.null)
        case REDIS_REPLY_ARRAY:
            let elements = unsafe UnsafeBufferPointer(start: reply.element, count: reply.elements)
            return unsafe RedisValue(
                .array(elements.map { unsafe $0.map { unsafe value($0) } ?? RedisValue(.null) })
            )
        case REDIS_REPLY_ERROR: return unsafe RedisValue(.refusal(word: word(bytes(reply))))
        default: return unsafe RedisValue(.bytes(bytes(reply)))
        }
    }

    private static func bytes(_ reply: redisReply) -> [UInt8] {
        unsafe [UInt8](UnsafeRawBufferPointer(start: reply.str, count: reply.len))
    }

    /// The first word of a refusal; `ERR` when it is none of the usual capital letters.
    private static func word(_ refusal: [UInt8]) -> String {
        let word = refusal.prefix { $0 != 0x20 }
        let isWord = word.count <= 16 && word.allSatisfy { (0x41...0x5a).contains($0) }
        return isWord ? String(decoding: word, as: UTF8.self) : "ERR"
    }
}
