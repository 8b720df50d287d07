import Foundation

/// A finding in code that a rule was not written for, judged by hand.
///
/// The code is not the one it was found in, but a few lines of the same shape for which the verdict
/// has the same reason.
struct JudgedFinding: Decodable {
    enum Verdict: String, Decodable {
        case right
        case wrong
    }

    /// What it was found in: agents, inference, a service, workflows, storage and so on.
    let base: String
    /// Whether it is what the rule looks for.
    let verdict: Verdict
    /// The reason for the verdict, in a clause.
    let why: String
    /// The source.
    let code: String
    /// The line of `code` the finding is about, counted from one.
    let line: Int
    private let known: Bool?

    /// Of a wrong one: whether it is known that the rule still finds it.
    var isKnown: Bool { known ?? false }

    /// The findings in a file of `Fixtures/Judged`, one a line.
    static func all(in file: String) throws -> [JudgedFinding] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Judged").appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let decoder = JSONDecoder()
        return try text.split(separator: "\n").map {
            try decoder.decode(JudgedFinding.self, from: Data($0.utf8))
        }
    }
}
