/// Finds the ignore file that a user has set for all repositories (`core.excludesFile`,
/// git-config(1)).
///
/// Its patterns are relative to the root of the repository, as in Git; ripgrep takes the working
/// directory instead, which differs only for patterns with a slash.
package enum UserIgnoreFile {
    /// Reads the user's rules, if there are any.
    ///
    /// - Parameters:
    ///   - home: The home directory.
    ///   - configuration: The directory of `XDG_CONFIG_HOME`; `home/.config` if `nil` or empty.
    /// - Returns: The rules, or `nil` when there is no such file or it has none.
    package static func rules(home: String?, configuration: String?) -> IgnoreRules? {
        guard let path = path(home: home, configuration: configuration),
            let text = OpenFile.content(of: Array(path.utf8), limit: 16 << 20)
        else { return nil }
        let rules = IgnoreRules(parsing: text.span, dialect: .git)
        return rules.isEmpty ? nil : rules
    }

    /// Where the user's rules stand: what `~/.gitconfig` says, else what `git/config` says, else
    /// `git/ignore` of the configuration directory.
    private static func path(home: String?, configuration: String?) -> String? {
        let isSet = configuration.map { !$0.isEmpty } ?? false
        let directory = isSet ? configuration : home.map { $0 + "/.config" }
        let files = [home.map { $0 + "/.gitconfig" }, directory.map { $0 + "/git/config" }]
        for case let file? in files {
            guard let text = OpenFile.content(of: Array(file.utf8), limit: 1 << 20),
                let value = excludesFile(in: String(decoding: text, as: UTF8.self))
            else { continue }
            guard value.hasPrefix("~/") else { return value }
            return home.map { $0 + String(value.dropFirst()) }
        }
        return directory.map { $0 + "/git/ignore" }
    }

    /// The value of `excludesFile` in section `[core]`; the last one counts.
    static func excludesFile(in text: String) -> String? {
        var isCore = false
        var found: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop(while: \.isWhitespace)
            if line.first == "[" {
                isCore = line.dropFirst().prefix { $0 != "]" }.lowercased() == "core"
            } else if isCore, let equals = line.firstIndex(of: "=") {
                let key = line[..<equals].prefix { !$0.isWhitespace }
                guard key.lowercased() == "excludesfile" else { continue }
                found = value(line[line.index(after: equals)...])
            }
        }
        return found
    }

    /// A value without its quotes, the blanks around it and the comment after it.
    private static func value(_ text: Substring) -> String {
        var result = ""
        var kept = 0
        var isQuoted = false
        var isEscaped = false
        for character in text.drop(while: \.isWhitespace) {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
                continue
            } else if character == "\"" {
                isQuoted.toggle()
                continue
            } else if !isQuoted, character == "#" || character == ";" {
                break
            }
            result.append(character)
            if isQuoted || !character.isWhitespace { kept = result.count }
        }
        return String(result.prefix(kept))
    }
}
