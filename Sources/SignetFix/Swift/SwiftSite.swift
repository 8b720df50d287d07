import SignetScan
import SwiftSyntax

/// The expression at a place that makes an identifier, and what type its value has.
struct SwiftSite {
    /// What comes out of the expression.
    enum Value: Equatable {
        /// A `UUID`.
        case object
        /// The text of a whole UUID, a `String`.
        case text
        /// The text of a whole UUID that has been turned to upper case once more.
        case upperText
        /// 32 hexadecimal digits.
        case hex
        /// A `String` of another length: a cut UUID, or one that is put together.
        case string
        /// A cut UUID of type `Substring`.
        case substring
    }

    /// The bytes of the whole expression.
    var range: Range<Int>
    /// What comes out.
    var value: Value
    /// What takes it.
    var name: ValueName
    /// The call of the generator.
    var call: FunctionCallExprSyntax
    /// Texts between the parts of a text that is put together.
    var literals: [String] = []
}
