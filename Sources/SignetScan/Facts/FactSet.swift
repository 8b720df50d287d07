/// The sorts of facts that a scan needs, so that a language need not look for others.
package struct FactSet: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Generations of UUIDs.
    package static let uuids = Self(rawValue: 1 << 0)
    /// All other generations, compositions and cuts.
    package static let producers = Self(rawValue: 1 << 1)
    /// Consumptions.
    package static let consumers = Self(rawValue: 1 << 2)
    /// Placeholders and family splits.
    package static let isolation = Self(rawValue: 1 << 3)
    /// Mentions of functions and classes that make identifiers.
    package static let minters = Self(rawValue: 1 << 4)

    /// Comments that speak to the scanner, also in files that hold nothing else of interest.
    ///
    /// The scanner looks for them itself. A language gives them for every source that it analyses
    /// and is never asked for them.
    package static let directives = Self(rawValue: 1 << 5)

    /// Everything.
    package static let all: Self = [
        .uuids, .producers, .consumers, .isolation, .minters, .directives,
    ]
}
