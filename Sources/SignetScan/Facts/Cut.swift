/// A place where a generated value loses digits, directly or through a variable of the function.
package struct Cut: Sendable, Equatable {
    /// The bytes of the expression that is left, such as `uuid4().hex[:8]` or `value[:8]`.
    package var range: Range<Int>
    /// The generator under its full name.
    package var symbol: String
    /// What is left, such as `hex[:8]`.
    package var shape: String
    /// How many random bits are left, at most.
    package var entropy: Int
    /// The function or method that encloses it.
    package var function: String?
    /// What takes the value.
    package var name: ValueName?

    /// Creates a cut.
    package init(
        range: Range<Int>,
        symbol: String,
        shape: String,
        entropy: Int,
        function: String? = nil,
        name: ValueName? = nil
    ) {
        self.range = range
        self.symbol = symbol
        self.shape = shape
        self.entropy = entropy
        self.function = function
        self.name = name
    }
}
