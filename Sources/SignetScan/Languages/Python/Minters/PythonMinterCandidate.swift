/// A function or class whose name says that it makes identifiers.
struct PythonMinterCandidate {
    /// The bytes of the name.
    var name: Range<Int>
    /// Where the body ends; it begins behind the name.
    var end: Int
    /// The function or class around it.
    var function: String?
}
