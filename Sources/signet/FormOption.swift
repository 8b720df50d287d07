import ArgumentParser
import Signet

/// `--form FORM`: how IDs are written.
struct FormOption: ParsableArguments {
    @Option(
        name: .customLong("form"),
        help: "readable, compact, uuid, checked or classic (default: the kind's own form).",
        completion: .list(TextForm.writable.map(\.name))
    )
    var name: String?

    func validate() throws {
        guard name == nil || form != nil else {
            throw ValidationError("A form is readable, compact, uuid, checked or classic.")
        }
    }

    /// The form, if one is given.
    var form: TextForm? { TextForm.writable.first { $0.name == name } }
}
