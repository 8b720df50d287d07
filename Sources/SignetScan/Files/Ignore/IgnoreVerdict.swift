/// What a set of ignore rules says of a path.
package enum IgnoreVerdict: Sendable {
    /// No rule matches.
    case none
    /// The path is left out.
    case ignore
    /// The path is taken back in, even if it is hidden.
    case include

    /// This verdict, or `other` where this one says nothing.
    package func otherwise(_ other: @autoclosure () -> IgnoreVerdict) -> IgnoreVerdict {
        self == .none ? other() : self
    }
}
