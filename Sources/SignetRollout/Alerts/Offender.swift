public import Signet

/// An ID that the stage did not allow.
public struct Offender: Hashable, Sendable {
    /// When it came by, in Unix milliseconds.
    public let time: UInt64
    /// What it was to name.
    public let kind: Kind?
    /// Its family.
    public let family: String
    /// Its format.
    public let format: IDFormat
    /// The stage that did not allow it.
    public let stage: RolloutStage
    /// Which way it went.
    public let direction: IDDirection
    /// The text, or its beginning and an ellipsis.
    ///
    /// What controls a terminal is escaped, and credentials are left out. It may hold the name of a
    /// user, as earlier IDs do.
    public let text: String
}

extension Offender {
    init(
        _ classification: IDClassification,
        _ direction: IDDirection,
        time: UInt64,
        text: String
    ) {
        self.time = time
        kind = classification.kind
        family = classification.family
        format = classification.format
        stage = classification.stage
        self.direction = direction
        self.text = text
    }
}
