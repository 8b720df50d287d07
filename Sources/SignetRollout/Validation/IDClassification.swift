public import Signet

/// What a validator makes of one ID.
public struct IDClassification: Hashable, Sendable {
    /// What the ID names, as far as it or the caller says so.
    public let kind: Kind?
    /// What sort of text it is.
    public let format: IDFormat
    /// The stage under which it was looked at.
    public let stage: RolloutStage
    /// Whether the stage allows it.
    public let isAllowed: Bool
    let slot: FamilySlot

    /// The family, by the name that `signet bridge detect` gives it; `uuid_v7`, `mixed` and
    /// `ambiguous` besides.
    public var family: String { slot.name }
}

extension RolloutStage {
    /// Whether an ID of a format may pass.
    ///
    /// What is no ID at all is nobody's format: it is counted, and left to who parses it. What is
    /// written has to be in the stage's own form.
    func allows(_ format: IDFormat, _ direction: IDDirection) -> Bool {
        switch (format, direction) {
        case (.new, .inbound): readsNew
        case (.legacy, .inbound): readsLegacy
        case (.mixed, .inbound): readsNew && readsLegacy
        case (.new, .outbound): writesNew
        case (.legacy, .outbound): !writesNew
        case (.unknown, _): true
        default: false
        }
    }
}
