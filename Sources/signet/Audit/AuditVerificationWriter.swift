import Signet
import SignetAudit
import SignetOutput

/// Prints what verifying audit logs found.
struct AuditVerificationWriter {
    /// Whether nothing was wrong so far.
    private(set) var isSound = true
    /// Whether any log was signed.
    private(set) var isAnySigned = false
    private let json: Bool
    private let style: TerminalStyle
    private let keys: Set<AuditPublicKey>

    /// Prepares to print.
    init(json: Bool, style: TerminalStyle, keys: Set<AuditPublicKey>) {
        self.json = json
        self.style = style
        self.keys = keys
    }

    /// Prints files that could not be taken for part of any log.
    mutating func write(_ problems: [AuditProblem]) throws {
        guard !problems.isEmpty else { return }
        isSound = false
        if json {
            StandardOutput.shared.text.object { json in
                json.key("sound")
                json.bool(false)
                Self.write(problems, to: &json)
            }
            try StandardOutput.shared.endLine()
        } else {
            for problem in problems { try writeLine(problem) }
        }
    }

    /// Prints what was found in one tenant's log.
    mutating func write(_ verification: AuditVerification) throws {
        isSound = isSound && verification.isSound
        isAnySigned = isAnySigned || verification.newestCheckpoint != nil
        if json {
            StandardOutput.shared.text.object { json in write(verification, to: &json) }
            return try StandardOutput.shared.endLine()
        }
        let output = StandardOutput.shared
        let isSound = verification.isSound
        let tenant = TerminalText.escaped(verification.tenant)
        output.write(isSound ? style.good("sound  ") : style.bad("wrong  "))
        output.write(style.strong(tenant) + "  " + Self.summary(verification))
        try output.endLine()
        output.write("       head \(verification.end)")
        try output.endLine()
        for problem in verification.problems { try writeLine(problem) }
        let rest = verification.problemCount - verification.problems.count
        if rest > 0 {
            output.write("       and \(rest) problems more")
            try output.endLine()
        }
    }

    private func writeLine(_ problem: AuditProblem) throws {
        let output = StandardOutput.shared
        output.write(
            "       \(Self.place(of: problem)): \(style.bad(problem.code.name)): \(problem.message)"
        )
        try output.endLine()
    }

    /// The file and line, or in a database the number of the record.
    private static func place(of problem: AuditProblem) -> String {
        guard let place = problem.place else {
            return problem.sequence.map { "record \($0)" } ?? "-"
        }
        return TerminalText.escaped(place.file) + (place.line.map { ":\($0)" } ?? "")
    }

    private static func summary(_ verification: AuditVerification) -> String {
        guard verification.recordCount > 0 else { return "no records" }
        let first = verification.first
        var parts = ["records \(first) to \(verification.end.sequence)"]
        if let record = verification.dropRecord {
            parts.append("those before dropped, as record \(record) says")
        } else if first > 1 {
            parts.append("those before are not here")
        }
        if verification.redactedCount > 0 { parts.append("\(verification.redactedCount) redacted") }
        if let checkpoint = verification.newestCheckpoint {
            parts.append("signed up to \(checkpoint.sequence)")
            if verification.unsignedCount > 0 {
                parts.append("\(verification.unsignedCount) behind not")
            }
        } else {
            parts.append("not signed")
        }
        if let torn = verification.torn {
            parts.append("unfinished line at \(TerminalText.escaped(torn.file)):\(torn.line ?? 0)")
        }
        return parts.joined(separator: ", ")
    }

    private func write(_ verification: AuditVerification, to json: inout JSONWriter) {
        json.member("tenant", verification.tenant)
        json.key("sound")
        json.bool(verification.isSound)
        for (name, value) in [
            ("records", verification.recordCount), ("first", verification.first),
            ("last", verification.end.sequence), ("redacted", verification.redactedCount),
            ("checkpoints", verification.checkpointCount),
            ("unsigned", verification.unsignedCount),
        ] {
            json.key(text: name)
            json.number(value)
        }
        json.member("head", verification.end.description)
        if let checkpoint = verification.newestCheckpoint {
            json.key("signed")
            json.number(checkpoint.sequence)
            json.member("key", checkpoint.key.description)
            json.key("trusted")
            json.bool(keys.contains(checkpoint.key))
        }
        if let record = verification.dropRecord {
            json.key("drop_record")
            json.number(record)
        }
        json.member("torn", verification.torn?.file)
        json.key("problem_count")
        json.number(verification.problemCount)
        Self.write(verification.problems, to: &json)
    }

    private static func write(_ problems: [AuditProblem], to json: inout JSONWriter) {
        json.key("problems")
        json.array { json in
            for problem in problems {
                json.object { json in
                    json.member("code", problem.code.name)
                    json.member("message", problem.message)
                    if let sequence = problem.sequence {
                        json.key("seq")
                        json.number(sequence)
                    }
                    json.member("file", problem.place?.file)
                    if let line = problem.place?.line {
                        json.key("line")
                        json.number(line)
                    }
                }
            }
        }
    }
}
