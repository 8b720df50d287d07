/// The names of modules, functions and classes that the facts of Python rest on.
enum PythonKnownNames {
    /// All known names: the generators first, in the order of `PythonGenerator.all`.
    static let catalog = PythonCatalog(
        PythonGenerator.all.map(\.path) + consumers,
        words: PythonUseWords.all
    )

    /// What each symbol of the catalog may tell of the use of identifiers.
    static let useRoles = PythonUseWords.roles(catalog.symbols)

    /// The index of the first name that is no generator.
    static let firstConsumer = PythonGenerator.all.count

    /// What depends on how an identifier looks.
    static let consumers = ["uuid.UUID"]
}
