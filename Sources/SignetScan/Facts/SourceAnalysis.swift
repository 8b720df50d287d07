/// What a language knows of one source file, in the terms that rules of every language work with.
///
/// A language fills in the lists that its sources can have, each in the order of the source. Rules
/// read nothing else, so one rule serves all languages.
package struct SourceAnalysis: Sendable, Equatable {
    /// Calls of, and references to, functions that generate values for identifiers.
    package var generations: [Generation] = []
    /// Texts built from such values.
    package var compositions: [Composition] = []
    /// Places where such a value loses digits.
    package var cuts: [Cut] = []
    /// Places that depend on how an identifier looks.
    package var consumptions: [Consumption] = []
    /// Constants that stand where somebody's identifier belongs.
    package var placeholders: [Placeholder] = []
    /// Calls that pass some identifiers of a family on and make others anew.
    package var familySplits: [FamilySplit] = []
    /// Functions and classes that make identifiers for others, their imports and their calls.
    package var minters: [MinterMention] = []
    /// The comments that speak to the scanner: those with `signet:` in them.
    package var directives: [Range<Int>] = []
    /// The first syntax error, if there is one; what could be read is still in the lists.
    package var syntaxError: SyntaxError?

    /// Whether no rule can find anything.
    var isEmpty: Bool {
        generations.isEmpty && compositions.isEmpty && cuts.isEmpty && consumptions.isEmpty
            && placeholders.isEmpty && familySplits.isEmpty && minters.isEmpty
            && directives.isEmpty
    }

    /// Creates an analysis without facts.
    package init() {}

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
