import SignetScan
import Testing

/// Token for token, the lexer agrees with CPython's `tokenize`.
///
/// What the comparison normalises, and why:
/// - Line ends: the reference reads text with `\n` only. Text is compared after the same
///   translation; of NEWLINE and NL tokens only kind and start, for CPython invents their end and
///   text where the last line has none.
/// - ENDMARKER and the dedents at the end of the file: kind only. CPython puts them on a line
///   behind the last one.
/// - NL tokens for a last line without a line end are dropped: the versions disagree about them.
/// - An indent that a backslash continues on the next line: kind only, for the same reason.
/// - Before 3.12 an f-string is one STRING: ours is folded, from its start to its end token.
/// - Before 3.12 an identifier with combining marks is split: its parts are joined.
/// - Before 3.12 a blank line behind a backslash ends with NEWLINE, though it ends no statement:
///   a NEWLINE that follows a line end is an NL.
/// - In 3.12 the end column of tokens over several lines is wrong where they hold characters
///   beyond ASCII: it is not compared.
/// - From 3.12 CPython splits text behind `\N{…}` and adds empty FSTRING_MIDDLE tokens: neighbours
///   are joined and empty ones dropped, on both sides.
/// - Where either side meets an error, tokens are compared up to it, and ours must have seen one
///   whenever the reference has.
@Suite struct PythonLexerReferenceTests {
    @Test(
        "The lexer agrees with tokenize",
        arguments: PythonReferenceTrees.jobs(fixtures: "tokens")
    )
    func agrees(_ job: PythonReferenceTrees.Job) throws {
        let stream = try PythonReferenceStream(
            interpreter: job.interpreter,
            script: "reference_tokens.py",
            arguments: job.arguments
        )
        var reader = try PythonReferenceTokens(stream)
        var tokens = 0
        var files = 0
        var refused = 0
        var differences: [String] = []
        while let file = try reader.nextFile() {
            files += 1
            tokens += file.tokens.count
            refused += file.isRefused ? 1 : 0
            let ours = PythonComparableTokens(file.source, minor: reader.minor)
            if let difference = ours.difference(from: file), differences.count < 20 {
                differences.append("\(file.path): \(difference)")
            }
        }
        try stream.finish()
        print("\(job.testDescription): \(files) files, \(refused) refused, \(tokens) tokens")
        #expect(files > 0)
        #expect(differences == [])
    }
}
