/// Where the flags of a rollout are kept, for all processes that follow them.
///
/// Flags change a few times a day and are read at every start; figures are published every few
/// seconds by each process. Every step is atomic.
public protocol FlagStore: Sendable {
    /// All flags that are set, in any order.
    func flags() async throws(RolloutError) -> [RolloutFlag]

    /// The number of the newest change; 0 before the first. It is asked for often.
    func revision() async throws(RolloutError) -> UInt64

    /// Sets a flag, unless somebody else changed it in between.
    ///
    /// - Parameter flag: The flag, with the revision that the caller saw last; 0 when there was no
    ///   flag.
    /// - Returns: The flag with the revision of this change, one more than any before.
    /// - Throws: ``RolloutError/Code-swift.struct/conflict`` when the stored flag has another
    ///   revision; ``RolloutError/Code-swift.struct/storeFailed``.
    func set(_ flag: RolloutFlag) async throws(RolloutError) -> RolloutFlag

    /// The changes of a flag, or of all, the newest first.
    ///
    /// - Parameters:
    ///   - target: The flag; nil for all.
    ///   - limit: How many at most.
    /// - Returns: The changes, each as the flag was then.
    /// - Throws: ``RolloutError/Code-swift.struct/storeFailed``.
    func history(of target: RolloutTarget?, limit: Int) async throws(RolloutError) -> [RolloutFlag]

    /// Puts a process's figures in the place of those that it published before.
    ///
    /// - Parameters:
    ///   - tallies: What the process counted since the newest step of each flag.
    ///   - instance: The process.
    /// - Throws: ``RolloutError/Code-swift.struct/invalid`` for a name that is none,
    ///   ``RolloutError/Code-swift.struct/storeFailed``.
    func publish(_ tallies: [FormatTally], of instance: String) async throws(RolloutError)

    /// The figures of all processes, also of those that have ended.
    func tallies() async throws(RolloutError) -> [FormatTally]
}
