import Synchronization

/// The stage of one kind in one service, to be looked at for every ID: one atomic load.
///
/// A gate always shows the newest stage that this process knows. Ask for it once and keep it.
public final class RolloutGate: Sendable {
    /// The change that set the stage, and the stage in the lowest two bits.
    private let word: Atomic<UInt64>

    init(_ stage: RolloutStage, revision: UInt64) {
        word = Atomic(Self.word(stage, revision))
    }

    /// The stage.
    public var stage: RolloutStage { state.stage }

    /// The stage, and the number of the change that set it; 0 when no flag did.
    var state: (stage: RolloutStage, revision: UInt64) {
        let value = word.load(ordering: .relaxed)
        return (RolloutStage(order: UInt8(value & 3)) ?? .legacy, value >> 2)
    }

    func set(_ stage: RolloutStage, revision: UInt64) {
        word.store(Self.word(stage, revision), ordering: .relaxed)
    }

    private static func word(_ stage: RolloutStage, _ revision: UInt64) -> UInt64 {
        revision << 2 | UInt64(stage.order)
    }
}
