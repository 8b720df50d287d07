/// The exact operator or delimiter of a `.op` token.
package enum PythonOperator: UInt8, Sendable {
    case none
    case leftParen
    case rightParen
    case leftBracket
    case rightBracket
    case leftBrace
    case rightBrace
    case colon
    case comma
    case semicolon
    case dot
    case ellipsis
    case exclamation
    case arrow
    case colonEqual
    case equal
    case plusEqual
    case minusEqual
    case starEqual
    case slashEqual
    case percentEqual
    case ampersandEqual
    case barEqual
    case caretEqual
    case atEqual
    case leftShiftEqual
    case rightShiftEqual
    case doubleStarEqual
    case doubleSlashEqual
    case plus
    case minus
    case star
    case slash
    case bar
    case ampersand
    case less
    case greater
    case percent
    case tilde
    case caret
    case at
    case leftShift
    case rightShift
    case doubleStar
    case doubleSlash
    case equalEqual
    case notEqual
    case lessEqual
    case greaterEqual

    /// Whether the operator assigns in place, as `+=` does.
    package var isAugmentedAssignment: Bool {
        rawValue >= Self.plusEqual.rawValue && rawValue <= Self.doubleSlashEqual.rawValue
    }

    /// Whether the operator opens a bracket.
    package var isOpening: Bool { self == .leftParen || self == .leftBracket || self == .leftBrace }

    /// Whether the operator closes a bracket.
    package var isClosing: Bool {
        self == .rightParen || self == .rightBracket || self == .rightBrace
    }
}
