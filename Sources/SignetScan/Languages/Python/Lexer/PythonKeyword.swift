/// The words that steer the outline.
///
/// The raw value is the word's symbol in every source.
package enum PythonKeyword: UInt32, CaseIterable, Sendable {
    case `False`
    case `None`
    case `True`
    case and
    case `as`
    case assert
    case async
    case await
    case `break`
    case `class`
    case `continue`
    case def
    case del
    case elif
    case `else`
    case except
    case finally
    case `for`
    case from
    case global
    case `if`
    case `import`
    case `in`
    case `is`
    case lambda
    case nonlocal
    case not
    case or
    case pass
    case raise
    case `return`
    case `try`
    case `while`
    case with
    case yield
    // Soft keywords and a few plain names from here on.
    case match
    case `case`
    case type
    case underscore
    case str
    case format
    case hex
    case join
    // The built-in functions that identifiers are made of.
    case hash
    case id
    case len
    case max
    case next
    // What loops count with.
    case range
    case enumerate
    case dunderStr

    /// The word itself.
    package var text: String {
        switch self {
        case .underscore: "_"
        case .dunderStr: "__str__"
        default: "\(self)"
        }
    }

    /// The number of words that can never be names of variables.
    static let reservedCount = PythonKeyword.match.rawValue
}
