/// A place where a value that identifiers are made of comes into a file or is used again.
struct PythonOccurrence {
    /// The tokens of the call or name.
    var tokens: Range<Int>
    /// What is known of the value there.
    var value: PythonValue
    /// The scope in which it stands.
    var scope: Int32
    /// Whether it is a use of a variable that holds the value, not the generator itself.
    var isVariable = false
}
