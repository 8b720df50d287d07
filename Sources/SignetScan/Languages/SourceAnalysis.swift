/// What a language knows of one source file, in the terms that rules work with.
package struct SourceAnalysis: Sendable, Equatable {
    /// The places where the source makes a raw UUID, in order.
    package var rawUUIDs: [GenerationSite]
    /// The first syntax error, if there is one; what could be read is still in the lists.
    package var syntaxError: SyntaxError?

    /// Creates an analysis.
    package init(rawUUIDs: [GenerationSite] = [], syntaxError: SyntaxError? = nil) {
        self.rawUUIDs = rawUUIDs
        self.syntaxError = syntaxError
    }

    /// Why and where a source cannot be read as its language.
    package struct SyntaxError: Sendable, Equatable {
        /// The offset of the byte at which reading failed.
        package var offset: Int
        /// What is wrong, as one clause.
        package var message: String

        /// Creates an error.
        package init(offset: Int, message: String) {
            self.offset = offset
            self.message = message
        }
    }
}
