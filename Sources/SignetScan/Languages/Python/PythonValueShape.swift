/// What the value of a call becomes where it is made.
package enum PythonValueShape: Sendable, Equatable, CustomStringConvertible {
    /// The whole text, as from `str(…)` or an f-string.
    case str
    /// The 32 hexadecimal digits.
    case hex
    /// The first hexadecimal digits.
    case hexPrefix(Int)
    /// The first characters of the text.
    case strPrefix(Int)
    /// The object itself.
    case uuid
    /// The function, passed on uncalled.
    case reference
    /// Anything else, such as `.int`, other slices and changed text.
    case other

    package var description: String {
        switch self {
        case .str: "str"
        case .hex: "hex"
        case .hexPrefix(let count): "hex[:\(count)]"
        case .strPrefix(let count): "str[:\(count)]"
        case .uuid: "uuid"
        case .reference: "reference"
        case .other: "other"
        }
    }

    /// The shape of the first `count` characters of a value of this shape.
    func prefix(_ count: Int) -> PythonValueShape {
        switch self {
        case .str: .strPrefix(count)
        case .hex: .hexPrefix(count)
        default: .other
        }
    }
}
