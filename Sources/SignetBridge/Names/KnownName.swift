import Signet
import SignetSeal

/// A text that others are compared with, and all that is known of it.
struct KnownName: Sendable {
    let text: [UInt8]
    let detection: Detection
    let kind: Kind?
    /// The translation's core, or nil where there is none.
    let core: Core?

    init(_ text: Span<UInt8>, kind: Kind?, bridge: Bridge) {
        self.text = text.indices.map { text[$0] }
        detection = bridge.detect(text)
        let translation = try? bridge.translate(text, detection, kind: kind)
        self.kind = translation?.kind ?? kind ?? detection.kind
        core = translation?.core
    }

    /// Whether another text names the same resource.
    func isSame(_ other: Span<UInt8>, _ otherDetection: Detection) -> Bool {
        if text.span.isEqual(text.indices, other, other.indices) { return true }
        guard let core else { return false }
        let otherKind = otherDetection.kind
        if let kind, let otherKind, kind != otherKind { return false }
        if let otherCore = otherDetection.core { return otherCore == core }
        // What is looked for may be the translation of the other text.
        guard detection.core != nil, core.version == 8, let kind,
            otherDetection.family?.isTranslatable ?? true
        else { return false }
        return Core.derived(from: other, kind: kind) == core
    }
}
