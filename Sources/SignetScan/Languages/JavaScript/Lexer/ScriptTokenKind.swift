/// The class of a token (ECMA-262, section 12; JSX specification).
package enum ScriptTokenKind: UInt8, Sendable {
    case endMarker
    /// A name or a reserved word.
    case name
    /// A name with its `#`.
    case privateName
    case number
    case string
    case regex
    /// The backtick that opens a template.
    case templateStart
    /// Literal text of a template, never empty.
    case templateText
    /// The backtick that closes a template.
    case templateEnd
    /// The name of an element or of an attribute, between dots and colons.
    case elementName
    /// Text between the tags of elements.
    case elementText
    case op
    /// Bytes that begin no token; an error has been recorded.
    case stray
}
