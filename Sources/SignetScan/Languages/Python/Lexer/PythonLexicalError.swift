/// The first place where a source breaks Python's lexical rules.
///
/// The lexer goes on behind it, so that a file with one bad line is still scanned.
package struct PythonLexicalError: Sendable, Equatable {
    /// The rule that was broken.
    package enum Code: UInt8, Sendable {
        case unterminatedString
        case unterminatedTripleQuotedString
        case unterminatedInterpolation
        case singleClosingBrace
        case unmatchedClosingBracket
        case unclosedBracket
        case inconsistentDedent
        case inconsistentTabs
        case tooManyIndentationLevels
        case tooManyNestedBrackets
        case invalidNumber
        case invalidCharacter
        case strayBackslash
        case endAfterBackslash
        case nullByte
        case sourceTooLong
    }

    /// The rule that was broken.
    package var code: Code
    /// The byte offset of the place.
    package var offset: Int

    /// One sentence that says what is wrong, without the source's own text.
    package var message: String {
        switch code {
        case .unterminatedString: "a string literal is not terminated on its line"
        case .unterminatedTripleQuotedString: "a triple-quoted string is not terminated"
        case .unterminatedInterpolation: "an f-string or t-string is not terminated"
        case .singleClosingBrace: "a single '}' stands in an f-string"
        case .unmatchedClosingBracket: "a closing bracket has no matching opening bracket"
        case .unclosedBracket: "a bracket is never closed"
        case .inconsistentDedent: "an unindent matches no outer indentation level"
        case .inconsistentTabs: "tabs and spaces are mixed inconsistently in an indentation"
        case .tooManyIndentationLevels: "there are too many levels of indentation"
        case .tooManyNestedBrackets: "brackets or f-strings are nested too deeply"
        case .invalidNumber: "a number is malformed"
        case .invalidCharacter: "a character cannot begin or continue a token"
        case .strayBackslash: "a character follows a line continuation"
        case .endAfterBackslash: "the source ends after a line continuation"
        case .nullByte: "the source holds a null byte"
        case .sourceTooLong: "the source is longer than 1 GiB"
        }
    }
}
