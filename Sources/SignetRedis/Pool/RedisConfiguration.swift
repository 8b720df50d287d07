import Signet
public import SignetRegistry

/// Which Redis to talk to, and how long and how much at once.
///
/// Every limit has a value by default: nothing waits for ever.
public struct RedisConfiguration: Sendable {
    let address: RedisAddress
    private let user: String?
    private let password: String?
    private let number: Int

    /// The name under which the server lists the connections, without white space.
    ///
    /// The connections of a pool add their IDs: `signet/redis_client_…`.
    public var clientName = "signet"
    /// How many connections a pool makes at most.
    ///
    /// Each has a thread of its own.
    public var poolSize = 4
    /// How many tasks may wait for a connection of the pool; more are refused at once.
    public var waitingTasks = 10_000
    /// How long a task waits for a connection of the pool.
    public var waitLimit = Duration.seconds(5)
    /// How long an operation tries to connect, with pauses in between, before it gives up.
    public var connectLimit = Duration.seconds(5)
    /// How long an operation may take, connecting and repetitions included.
    public var commandLimit = Duration.seconds(10)
    /// How long a connection that has subscribed may be quiet before it is tried; the server then has
    /// a third of that to answer.
    public var quietLimit = Duration.seconds(15)
    /// Whose the connections of a pool are, and where they are recorded.
    ///
    /// Without it they have IDs and are counted, but not recorded.
    public var record: ClientRecord?
    /// How often an operation that may be repeated is tried when no answer comes.
    public var attempts = 20

    /// Reads a URL.
    ///
    /// - Parameter url: `redis://USER:PASSWORD@HOST:PORT/NUMBER`, where all but the host may be
    ///   left out, or `unix:///PATH`. TLS (`rediss`) is not there in Debian's hiredis: put a tunnel
    ///   such as stunnel between, or the server on a socket of this machine.
    /// - Throws: ``RedisError/Code-swift.struct/configuration``.
    public init(url: String) throws(RedisError) {
        if url.hasPrefix("unix:///") {
            address = .path(String(url.dropFirst(7)))
            (user, password, number) = (nil, nil, 0)
            return
        }
        guard url.hasPrefix("redis://") else { throw RedisError(.configuration) }
        let rest = url.dropFirst(8)
        let authority = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(authority.count + 1)
        guard let number = path.isEmpty ? 0 : Int(path), number >= 0 else {
            throw RedisError(.configuration)
        }
        self.number = number
        let at = authority.lastIndex(of: "@")
        let credentials = at.map { authority[..<$0] }
        (user, password) = try Self.credentials(credentials)
        address = try Self.address(at.map { authority[authority.index(after: $0)...] } ?? authority)
    }

    /// The same for a connection with an ID.
    func named(_ id: AnyID) -> Self {
        var copy = self
        copy.clientName += "/\(id.compact)"
        return copy
    }

    /// The commands with which a connection begins.
    var greeting: [RedisCommand] {
        var commands: [RedisCommand] = []
        if let password {
            commands.append(RedisCommand(texts: ["AUTH"] + (user.map { [$0] } ?? []) + [password]))
        }
        if number != 0 { commands.append(RedisCommand("SELECT", String(number))) }
        commands.append(RedisCommand("CLIENT", "SETNAME", clientName))
        return commands
    }

    /// `USER:PASSWORD`, `:PASSWORD` or `PASSWORD`, percent-encoded.
    private static func credentials(
        _ text: Substring?
    ) throws(RedisError) -> (user: String?, password: String?) {
        guard let text else { return (nil, nil) }
        guard let colon = text.firstIndex(of: ":") else { return (nil, try decoded(text)) }
        let user = try decoded(text[..<colon])
        return (user.isEmpty ? nil : user, try decoded(text[text.index(after: colon)...]))
    }

    /// `HOST`, `HOST:PORT`, or an IPv6 address in brackets.
    private static func address(_ text: Substring) throws(RedisError) -> RedisAddress {
        var host = text
        var port = Substring("6379")
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { throw RedisError(.configuration) }
            host = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw RedisError(.configuration) }
            if !rest.isEmpty { port = rest.dropFirst() }
        } else if let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
        }
        guard !host.isEmpty, let port = UInt16(port), port > 0 else {
            throw RedisError(.configuration)
        }
        return .host(String(host), port: Int32(port))
    }

    /// The text that percent-encoding (RFC 3986, section 2.1) stands for.
    private static func decoded(_ text: Substring) throws(RedisError) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(Substring(rest.prefix(2)))
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
                throw RedisError(.configuration)
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
            throw RedisError(.configuration)
        }
        return text
    }
}

extension RedisConfiguration: CustomStringConvertible, CustomReflectable {
    /// The limits, without the address and the password.
    public var description: String {
        "Redis, \(poolSize) connections, \(commandLimit) a command"
    }

    /// Shows nothing of the password to a debugger or a dump.
    public var customMirror: Mirror { Mirror(self, children: ["poolSize": poolSize]) }
}
