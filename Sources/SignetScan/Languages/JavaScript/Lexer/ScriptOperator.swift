/// The punctuator of an `.op` token (ECMA-262, section 12.8).
///
/// Punctuators that mean the same to a reader of names and values share a case.
package enum ScriptOperator: UInt8, Sendable {
    case none
    case leftParen
    case rightParen
    case leftBracket
    case rightBracket
    case leftBrace
    case rightBrace
    /// `${`, closed by a `rightBrace`.
    case substitution
    case colon
    case comma
    case semicolon
    case dot
    case questionDot
    case ellipsis
    case question
    case arrow
    case equal
    /// `||=` and `??=`.
    case defaultEqual
    /// The other assignments that compute.
    case compoundEqual
    case plus
    case minus
    case plusPlus
    case minusMinus
    case star
    /// `/`, `%` and `**`.
    case arithmetic
    /// `&`, `|`, `^`, `<<`, `>>` and `>>>`.
    case bitwise
    case tilde
    case exclamation
    case and
    /// `||` and `??`.
    case or
    /// `==` and `===`.
    case equality
    /// `!=` and `!==`.
    case inequality
    case less
    case greater
    /// `<=` and `>=`.
    case comparison
    case at
    /// `<` before the name of an element.
    case tagStart
    /// `>` behind an element's name and attributes.
    case tagEnd
    /// `/` in a tag.
    case tagSlash

    /// Whether it opens a bracket.
    package var isOpening: Bool {
        switch self {
        case .leftParen, .leftBracket, .leftBrace, .substitution: true
        default: false
        }
    }

    /// Whether it closes a bracket.
    package var isClosing: Bool {
        self == .rightParen || self == .rightBracket || self == .rightBrace
    }

    /// Whether it reads a member of what stands before it.
    package var isAccess: Bool { self == .dot || self == .questionDot }
}
