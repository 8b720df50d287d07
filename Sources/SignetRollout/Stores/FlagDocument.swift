/// What a file of flags holds.
struct FlagDocument: Codable {
    /// One flag, now or at some time.
    struct Entry: Codable {
        let target: String
        let stage: String
        let previous: String?
        let revision: UInt64
        let time: UInt64
        let actor: String
        let reason: String

        init(_ flag: RolloutFlag) {
            target = flag.target.description
            stage = flag.stage.rawValue
            previous = flag.previous?.rawValue
            revision = flag.revision
            time = flag.time
            actor = flag.actor
            reason = flag.reason
        }

        /// The flag.
        func flag() throws(RolloutError) -> RolloutFlag {
            guard let target = RolloutTarget(target), let stage = RolloutStage(rawValue: stage)
            else {
                throw RolloutError(.storeFailed, "the file of flags has one that is none")
            }
            return RolloutFlag(
                target: target,
                stage: stage,
                previous: previous.flatMap { RolloutStage(rawValue: $0) },
                revision: revision,
                time: time,
                actor: actor,
                reason: reason
            )
        }
    }

    var version = 1
    var revision: UInt64 = 0
    var flags: [Entry] = []
    /// The changes, the oldest first.
    var history: [Entry] = []
}
