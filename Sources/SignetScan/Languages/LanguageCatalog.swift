/// All languages that can be scanned.
package enum LanguageCatalog {
    /// The languages.
    package static let all: [any SourceLanguage] = [
        PythonLanguage(), NotebookLanguage(), SQLLanguage(), SwiftLanguage(),
        ScriptLanguage.javaScript, ScriptLanguage.typeScript, ScriptLanguage.typeScriptElements,
    ]
}
