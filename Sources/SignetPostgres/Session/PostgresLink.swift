import CPostgres
import SignetConnections

/// Owns a `PGconn` and is the only one to touch it: libpq without its pointers.
///
/// Nothing here waits; ``PostgresSession`` waits for the socket in between.
@safe final class PostgresLink {
    private let connection: OpaquePointer

    /// Begins to connect.
    ///
    /// Only the look-up of the host's name may take time.
    init?(_ configuration: PostgresConfiguration) {
        let settings: [(String, String)] = [
            // Before the URL, which may set them otherwise.
            ("fallback_application_name", configuration.applicationName),
            ("keepalives_idle", "30"),
            ("keepalives_interval", "10"),
            ("keepalives_count", "3"),
            ("dbname", configuration.url),
            ("client_encoding", "UTF8"),
        ]
        let connection = unsafe settings.withCStrings { keywords, values in
            unsafe PQconnectStartParams(keywords, values, 1)
        }
        guard let connection = unsafe connection else { return nil }
        unsafe self.connection = unsafe connection
        // In errors of the start too: the SQLSTATE and no sentence.
        unsafe PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE)
        // A notice would be written to standard error.
        unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
    }

    deinit {
        unsafe PQfinish(connection)
    }

    // MARK: Connecting

    var isBroken: Bool { unsafe PQstatus(connection) == CONNECTION_BAD }
    var socket: Int32 { unsafe PQsocket(connection) }
    var polling: PostgresPollingStatusType { unsafe PQconnectPoll(connection) }
    var neededPassword: Bool {
        unsafe PQconnectionNeedsPassword(connection) == 1
    }

    /// The SQLSTATE with which the server refused to begin, after the last `:  ` of the message.
    var startState: String? {
        let message = unsafe String(cString: PQerrorMessage(connection))
        let state = message.split(separator: ":  ").last?.prefix(5) ?? ""
        let isState =
            state.utf8.count == 5
            && state.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5a).contains($0)
            }
        return isState ? String(state) : nil
    }

    func makeNonblocking() -> Bool { unsafe PQsetnonblocking(connection, 1) == 0 }

    // MARK: Statements

    var isIdle: Bool { unsafe PQtransactionStatus(connection) == PQTRANS_IDLE }
    var isBusy: Bool { unsafe PQisBusy(connection) == 1 }
    var next: PostgresAnswer? { unsafe PQgetResult(connection).map(PostgresAnswer.init(owning:)) }

    func enterPipeline() -> Bool { unsafe PQenterPipelineMode(connection) == 1 }
    func exitPipeline() -> Bool { unsafe PQexitPipelineMode(connection) == 1 }
    func sync() -> Bool { unsafe PQpipelineSync(connection) == 1 }
    func consume() -> Bool { unsafe PQconsumeInput(connection) == 1 }

    /// Writes what it can; nil when the connection is broken, true when something is left.
    func flush() -> Bool? {
        switch unsafe PQflush(connection) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    func prepare(_ name: String, _ statement: PostgresStatement) -> Bool {
        let types = statement.values.map { Oid($0.type.number) }
        return unsafe types.withUnsafeBufferPointer {
            unsafe PQsendPrepare(
                connection,
                name,
                statement.sql,
                Int32($0.count),
                $0.baseAddress
            ) == 1
        }
    }

    func execute(_ name: String, _ values: [PostgresValue]) -> Bool {
        let count = Int32(values.count)
        let formats = [Int32](repeating: 1, count: values.count)
        let lengths = values.map { Int32($0.bytes?.count ?? 0) }
        return unsafe values.withPointers { pointers in
            unsafe PQsendQueryPrepared(connection, name, count, pointers, lengths, formats, 1) == 1
        }
    }

    // MARK: Beside statements

    /// The next message that `NOTIFY` sent.
    var notification: PostgresNotification? {
        guard let notify = unsafe PQnotifies(connection) else { return nil }
        defer { unsafe PQfreemem(notify) }
        return unsafe PostgresNotification(
            channel: String(cString: notify.pointee.relname),
            payload: String(cString: notify.pointee.extra)
        )
    }

    /// Asks the server to end what it is at, on a thread of its own: libpq waits for a second
    /// connection meanwhile, and over a broken network that takes its time.
    func requestCancel() {
        guard let cancel = unsafe PQgetCancel(connection) else { return }
        let address = UInt(bitPattern: cancel)
        do throws(SystemFailure) {
            try DetachedThread.start {
                let cancel = unsafe OpaquePointer(bitPattern: address)
                var reason: [256 of CChar] = .init(repeating: 0)
                _ = unsafe withUnsafeMutableBytes(of: &reason) {
                    unsafe PQcancel(
                        cancel,
                        $0.baseAddress?.assumingMemoryBound(to: CChar.self),
                        256
                    )
                }
                unsafe PQfreeCancel(cancel)
            }
        } catch {
            unsafe PQfreeCancel(cancel)
        }
    }
}
