/// The few colours of a report, or none.
struct TerminalStyle {
    /// Whether to write escape sequences.
    let isOn: Bool

    /// What the eye should find first.
    func strong(_ text: String) -> String { wrap(text, "1") }

    /// What is there if somebody looks for it.
    func quiet(_ text: String) -> String { wrap(text, "2") }

    /// What becomes of a value.
    func accent(_ text: String) -> String { wrap(text, "36") }

    /// What is wrong.
    func alarm(_ text: String) -> String { wrap(text, "33") }

    private func wrap(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }
}
