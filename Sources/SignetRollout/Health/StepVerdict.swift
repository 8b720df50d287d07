/// Whether the next step of a flag is safe, and why.
public struct StepVerdict: Hashable, Sendable {
    /// The next stage; nil behind the last.
    public let next: RolloutStage?
    /// Whether the step there is safe.
    public let isSafe: Bool
    /// Whether the figures say that going back is better than staying.
    public let shouldGoBack: Bool
    /// Why, in one sentence without a full stop.
    public let reason: String

    init(_ next: RolloutStage?, isSafe: Bool, shouldGoBack: Bool = false, _ reason: String) {
        self.next = next
        self.isSafe = isSafe
        self.shouldGoBack = shouldGoBack
        self.reason = reason
    }
}
