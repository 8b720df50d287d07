/// The first place where a source breaks the lexical rules.
///
/// The lexer goes on behind it, so that a file with one bad line is still scanned.
package struct ScriptLexicalError: Sendable, Equatable {
    /// The rule that was broken.
    package enum Code: UInt8, Sendable {
        case unterminatedString
        case unterminatedTemplate
        case unterminatedRegex
        case unterminatedComment
        case unterminatedElement
        case unmatchedClosingBracket
        case unclosedBracket
        case tooManyNestedBrackets
        case invalidNumber
        case invalidCharacter
        case sourceTooLong
    }

    /// The rule that was broken.
    package var code: Code
    /// The byte offset of the place.
    package var offset: Int

    /// One clause that says what is wrong, without the source's own text.
    package var message: String {
        switch code {
        case .unterminatedString: "a string literal is not terminated on its line"
        case .unterminatedTemplate: "a template literal is not terminated"
        case .unterminatedRegex: "a regular expression is not terminated on its line"
        case .unterminatedComment: "a comment is not terminated"
        case .unterminatedElement: "a JSX element is never closed"
        case .unmatchedClosingBracket: "a closing bracket has no matching opening bracket"
        case .unclosedBracket: "a bracket is never closed"
        case .tooManyNestedBrackets: "brackets or templates are nested too deeply"
        case .invalidNumber: "a number is malformed"
        case .invalidCharacter: "a character cannot begin a token"
        case .sourceTooLong: "the source is longer than 1 GiB"
        }
    }
}
