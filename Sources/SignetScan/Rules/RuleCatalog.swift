/// All rules, in the order in which they are listed.
package enum RuleCatalog {
    /// The rules.
    package static let all: [any Rule] = [
        RawUUID(), TruncatedUUID(), HomeMadeID(), RandomID(), DatabaseDefault(), WeakSecret(),
        IDAsCredential(), RivalGenerator(), UndeclaredSource(), MixedFormats(),
        IDSplit(), IDSlice(), IDPrefix(), IDLength(), IDOrder(),
        UUIDPattern(), UUIDParse(), UUIDAnnotation(), UUIDColumn(), UUIDRoute(), UUIDMock(),
        PlaceholderOwner(), SplitFamily(), SharedDefault(),
        SuppressionRule(),
    ]

    /// The rule called `name`.
    package static func rule(named name: String) -> (any Rule)? {
        all.first { $0.name == name }
    }
}
