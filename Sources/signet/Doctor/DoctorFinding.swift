import Signet
import SignetOutput

/// What a check of `signet doctor` found.
struct DoctorFinding {
    /// What was looked at.
    let check: String
    /// What is wrong and what to do; nil if nothing is.
    let problem: String?
    /// What there is to say where nothing is wrong.
    let detail: String

    /// Prints a line.
    func print(json: Bool, style: TerminalStyle) throws {
        let output = StandardOutput.shared
        let isSound = problem == nil
        let text = TerminalText.escaped(problem ?? detail)
        if json {
            output.text.object { json in
                json.key("check")
                json.string(check)
                json.key("ok")
                json.bool(isSound)
                json.key("detail")
                json.string(text)
            }
        } else {
            output.write(isSound ? style.good("ok     ") : style.bad("wrong  "))
            output.write(style.strong(check.padded(to: 14)) + text)
        }
        try output.endLine()
    }
}
