/// The few colours of text on a terminal, or none.
package struct TerminalStyle: Sendable {
    /// Whether to write escape sequences.
    package let isOn: Bool

    /// Creates a style that writes escape sequences, or does not.
    package init(isOn: Bool) {
        self.isOn = isOn
    }

    /// What the eye should find first.
    package func strong(_ text: String) -> String { wrap(text, "1") }

    /// What is there if somebody looks for it.
    package func quiet(_ text: String) -> String { wrap(text, "2") }

    /// What becomes of a value.
    package func accent(_ text: String) -> String { wrap(text, "36") }

    /// What is right.
    package func good(_ text: String) -> String { wrap(text, "32") }

    /// What wants a look.
    package func alarm(_ text: String) -> String { wrap(text, "33") }

    /// What is refused.
    package func bad(_ text: String) -> String { wrap(text, "31") }

    private func wrap(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }
}
