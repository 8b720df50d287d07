/// The places of a ``ConnectionPool``: what is in them, and who waits for one.
///
/// It only decides. Connections are made and closed, and those who wait are told, by others.
struct PoolPlaces<Owner: Hashable, Connection, Turn> {
    /// What becomes of a connection that is given back.
    enum Return {
        /// It lies idle.
        case kept
        /// It goes to who waits longest.
        case passed(to: Turn)
        /// It is to be closed, and its place given up after that.
        case unwanted
    }

    private let size: Int
    private let crowd: Int
    /// The connections that nobody has, the one that came back last at the end.
    private var idle: [(owner: Owner, connection: Connection)] = []
    private var open = 0
    private var waiters: [(number: UInt64, owner: Owner, turn: Turn)] = []
    private var nextNumber: UInt64 = 0
    private(set) var isClosed = false

    /// Creates places without connections.
    init(size: Int, crowd: Int) {
        self.size = max(1, size)
        self.crowd = max(0, crowd)
    }

    /// Whether more may wait.
    var hasRoomToWait: Bool { waiters.count < crowd }
    /// Whether all connections are gone.
    var isEmpty: Bool { open == 0 }
    /// What is there now.
    var statistics: PoolStatistics {
        PoolStatistics(open: open, idle: idle.count, waiting: waiters.count)
    }

    /// A connection or a place; nil when all are taken.
    mutating func take(for owner: Owner) -> PoolGrant<Connection>? {
        if let index = idle.lastIndex(where: { $0.owner == owner }) {
            return .connection(idle.remove(at: index).connection)
        }
        guard open < size else {
            // The place of the connection that nobody has used for the longest time.
            return idle.isEmpty ? nil : .place(insteadOf: idle.removeFirst().connection)
        }
        open += 1
        return .place(insteadOf: nil)
    }

    /// A number by which one who waits can be found.
    mutating func number() -> UInt64 {
        nextNumber += 1
        return nextNumber
    }

    /// Lets one wait behind all others.
    mutating func wait(_ number: UInt64, for owner: Owner, _ turn: Turn) {
        waiters.append((number, owner, turn))
    }

    /// Takes out one who gives up.
    mutating func giveUp(_ number: UInt64) -> Turn? {
        waiters.firstIndex { $0.number == number }.map { waiters.remove(at: $0).turn }
    }

    /// Takes a connection back.
    mutating func giveBack(_ connection: Connection, of owner: Owner) -> Return {
        if isClosed { return .unwanted }
        guard let first = waiters.first else {
            idle.append((owner, connection))
            return .kept
        }
        guard first.owner == owner else { return .unwanted }
        return .passed(to: waiters.removeFirst().turn)
    }

    /// Gives up the place of a connection that is gone.
    ///
    /// - Returns: Who has the place now.
    mutating func leave() -> Turn? {
        if waiters.isEmpty {
            open -= 1
            return nil
        }
        return waiters.removeFirst().turn
    }

    /// Lets nobody have a connection any more.
    ///
    /// - Returns: The connections that nobody has, and those who wait.
    mutating func close() -> (idle: [Connection], refused: [Turn]) {
        isClosed = true
        defer { (idle, waiters) = ([], []) }
        return (idle.map { $0.connection }, waiters.map { $0.turn })
    }
}
