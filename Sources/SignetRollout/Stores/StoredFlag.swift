/// A flag in words and numbers, as files and tables hold it.
package struct StoredFlag: Codable, Sendable {
    /// `SERVICE/KIND`, or `SERVICE/*`.
    package let target: String
    /// The stage's name.
    package let stage: String
    /// The name of the stage before.
    package let previous: String?
    /// The number of the change.
    package let revision: UInt64
    /// When it was made, in Unix milliseconds.
    package let time: UInt64
    /// Who wanted it.
    package let actor: String
    /// Why.
    package let reason: String

    /// How many changes a store remembers.
    package static let historyLimit = 1000

    /// Takes what a store has read.
    package init(
        target: String,
        stage: String,
        previous: String?,
        revision: UInt64,
        time: UInt64,
        actor: String,
        reason: String
    ) {
        self.target = target
        self.stage = stage
        self.previous = previous
        self.revision = revision
        self.time = time
        self.actor = actor
        self.reason = reason
    }

    /// Takes a flag.
    package init(_ flag: RolloutFlag) {
        self.init(
            target: flag.target.description,
            stage: flag.stage.rawValue,
            previous: flag.previous?.rawValue,
            revision: flag.revision,
            time: flag.time,
            actor: flag.actor,
            reason: flag.reason
        )
    }

    /// The flag.
    ///
    /// - Throws: ``RolloutError/Code-swift.struct/storeFailed`` for what no store has written.
    package func flag() throws(RolloutError) -> RolloutFlag {
        guard let target = RolloutTarget(target), let stage = RolloutStage(rawValue: stage) else {
            throw RolloutError(.storeFailed, "the store of flags has one that is none")
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
