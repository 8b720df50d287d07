/// Writes the calls by which Python code asks for identifiers.
struct PythonCall {
    /// How the file reaches the runtime.
    let module: String
    /// The quote for texts; `nil` where none may stand.
    let quote: UInt8?

    /// A new text: `signet.new("run", form="compact")`.
    func new(
        _ kind: String,
        form: FixForm,
        slots: [(name: String, value: String)] = []
    ) throws(FixRefusal) -> String {
        var arguments = [try text(kind)]
        arguments += slots.map { "\($0.name)=\($0.value)" }
        if form != .readable { arguments.append("form=\(try text(form.rawValue))") }
        return "\(module).new(\(arguments.joined(separator: ", ")))"
    }

    /// A new object: `signet.uuid("run")`.
    func uuid(_ kind: String) throws(FixRefusal) -> String { "\(module).uuid(\(try text(kind)))" }

    /// The function that makes objects: `signet.uuid`.
    var generator: String { "\(module).uuid" }

    private func text(_ content: String) throws(FixRefusal) -> String {
        guard let quote else {
            throw FixRefusal(
                "both quotes are taken by the f-strings around it",
                remedy: "give the value to a variable first, or require Python 3.12"
            )
        }
        let mark = String(UnicodeScalar(quote))
        return mark + content + mark
    }
}
