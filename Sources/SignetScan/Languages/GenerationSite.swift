/// A place in a source that generates an identifier or passes the generator on.
package struct GenerationSite: Sendable, Equatable {
    /// The bytes of the call or reference, from the first byte of `uuid.uuid4` to the last of
    /// its arguments.
    package var range: Range<Int>
    /// The generator under its full name, such as `uuid.uuid4`, whatever the source calls it.
    package var symbol: String
    /// The function or method that encloses the site, with its classes, or `nil` outside of all.
    package var function: String?
    /// What becomes of the value: `str`, `hex`, `hex[:8]`, `str[:8]`, `uuid`, `reference`, `other`.
    package var shape: String
    /// The variable, attribute, parameter or key that takes the value.
    package var target: String?
    /// The kind of identifier that the target suggests.
    package var kind: String?

    /// Creates a site.
    package init(
        range: Range<Int>,
        symbol: String,
        function: String? = nil,
        shape: String,
        target: String? = nil,
        kind: String? = nil
    ) {
        self.range = range
        self.symbol = symbol
        self.function = function
        self.shape = shape
        self.target = target
        self.kind = kind
    }
}
