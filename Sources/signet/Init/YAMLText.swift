import SignetOutput

/// Texts from a code base, made safe to stand in a YAML file.
enum YAMLText {
    /// A scalar: plain where that means the same, else in double quotes (YAML 1.2, 7.3.1).
    static func quoted(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true
            && text.utf8.allSatisfy { byte in
                let isDigit = (0x30...0x39).contains(byte)
                let isLetter = (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                return isDigit || isLetter || [0x2d, 0x2e, 0x2f, 0x5f].contains(byte)
            }
        let meansOther = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        if isPlain, !meansOther.contains(text.lowercased()) { return text }
        var json = JSONWriter()
        json.string(text)
        return json.text
    }

    /// A text in a comment: without line ends and what a terminal would act on.
    static func comment(_ text: String) -> String { TerminalText.escaped(text) }

    /// A path as a glob that matches nothing else.
    static func glob(_ path: String) -> String {
        var glob = ""
        for character in path {
            if "*?[]{}\\!#".contains(character) { glob.append("\\") }
            glob.append(character)
        }
        return glob
    }
}
