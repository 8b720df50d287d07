/// Where a generator gets the time from.
///
/// The time need not be right for IDs to be unique and increasing: a clock that stands still or
/// goes back makes the generator count on from the highest time it has seen.
public struct WallClock: Sendable {
    /// Reads Unix time in milliseconds.
    typealias Reader = @Sendable () throws(IDError) -> UInt64

    let reader: Reader
    let uptimeReader: @Sendable () -> UInt64?

    /// A clock that a program provides, such as that of a test.
    ///
    /// - Parameters:
    ///   - milliseconds: Reads Unix time in milliseconds. It is called from any thread.
    ///   - uptime: Reads the milliseconds since some fixed moment from a clock that nobody sets
    ///     and that runs on while the machine sleeps, or gives nil. It tells a clock that jumped
    ///     ahead from a program that slept.
    public init(
        milliseconds: @escaping @Sendable () throws(IDError) -> UInt64,
        uptime: @escaping @Sendable () -> UInt64? = { nil }
    ) {
        reader = milliseconds
        uptimeReader = uptime
    }

    /// Unix time in milliseconds.
    ///
    /// - Throws: ``IDError/Code-swift.struct/clockOutOfRange`` when the clock cannot be read or its
    ///   time has no 13 digits.
    public func milliseconds() throws(IDError) -> UInt64 {
        let time = try reader()
        guard Core.times.contains(time) else { throw IDError(.clockOutOfRange) }
        return time
    }

    /// Milliseconds of a clock that nobody sets, or nil when there is none.
    public func uptime() -> UInt64? { uptimeReader() }
}
