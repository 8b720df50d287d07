/// One place in a Python file that makes a UUID, or passes on a function that does.
package struct PythonUUIDSite: Sendable, Equatable {
    /// The bytes from the resolved name's first to the call's closing parenthesis, or to the
    /// function's name where it is not called.
    package var range: Range<Int>
    /// The line and column of the first byte.
    package var start: PythonLineTable.Position
    /// The line and column behind the last byte.
    package var end: PythonLineTable.Position
    /// The function of the `uuid` module, such as `uuid4`.
    package var function: String
    /// Whether the function is called here.
    package var isCalled: Bool
    /// What the value becomes.
    package var shape: PythonValueShape
    /// The name of what the value is assigned or passed to; nil if it has none.
    package var target: String?
    /// The class and function around the site, as in `Class.method`; empty in the module itself.
    package var symbol: String
}
