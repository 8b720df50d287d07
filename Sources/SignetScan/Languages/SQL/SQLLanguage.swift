/// SQL of any dialect as a language of the scanner.
package struct SQLLanguage: SourceLanguage {
    package let name = "sql"
    package let extensions = ["sql", "ddl", "psql", "pgsql"]

    /// Creates the language.
    package init() {}

    package func claims(firstLine line: Span<UInt8>) -> Bool { false }

    /// Whether a name is there that a fact could be about: most files have an `id`, but not each has
    /// a generator.
    package func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        guard facts.isSubset(of: .uuids) else { return !bytes.isEmpty }
        // The names of all functions that make UUIDs hold one of these, in letters of any case.
        var index = 0
        while index + 4 <= bytes.count {
            // The second letter of `uuid`, `guid` and `newid` differs, the last two do not.
            if bytes[index + 3] | 0x20 == UInt8(ascii: "d"),
                bytes[index + 2] | 0x20 == UInt8(ascii: "i")
            {
                let second = bytes[index + 1] | 0x20
                if second == UInt8(ascii: "u") || second == UInt8(ascii: "w")
                    || second == UInt8(ascii: "l")
                {
                    return true
                }
            }
            index += 1
        }
        return false
    }

    package func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
        SQLReader.analyze(source, facts)
    }
}
