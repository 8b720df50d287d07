/// The stage of a service and a kind, and how it came to be.
public struct RolloutFlag: Hashable, Sendable {
    /// What the flag is about.
    public let target: RolloutTarget
    /// The stage.
    public let stage: RolloutStage
    /// The stage before; nil for the first time the flag was set.
    public let previous: RolloutStage?
    /// The number of the change, in the order of all changes of the store, from 1.
    public let revision: UInt64
    /// When it was set, in Unix milliseconds.
    public let time: UInt64
    /// Who wanted it.
    public let actor: String
    /// Why.
    public let reason: String

    /// Describes a flag; stores read them with this.
    public init(
        target: RolloutTarget,
        stage: RolloutStage,
        previous: RolloutStage?,
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
}
