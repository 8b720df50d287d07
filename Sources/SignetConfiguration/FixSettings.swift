public import Signet

/// What a project tells the rewriter: names that it cannot guess, and what new code must run on.
public struct FixSettings: Hashable, Sendable {
    /// By the name of a variable, field or function: the kind that it holds or makes.
    public let names: [String: Kind]
    /// Names of what holds the user for whom code runs, such as `customer_id`.
    public let owners: [String]
    /// The form in which new code asks for identifiers; chosen place by place if `nil`.
    public let form: TextForm?
    /// The minor number of the oldest Python that is to run the code: 9 for 3.9.
    public let python: Int?

    /// The settings of a project that says nothing.
    public static let none = Self(names: [:], owners: [], form: nil, python: nil)

    private static let forms: [TextForm] = [.compact, .readable, .uuid]
}

extension FixSettings {
    /// Reads `fix: {names: {wfid: workflow}, owners: [customer_id], form: compact, python: 3.9}`.
    init(_ node: YAMLNode?) throws(ConfigurationError) {
        let settings = try node?.members(["names", "owners", "form", "python"]) ?? [:]
        var names: [String: Kind] = [:]
        for (name, value) in try settings["names"]?.pairs() ?? [] {
            let text = try value.text()
            do throws(IDError) {
                let kind: Kind = try Kind(text)
                names[name.text] = kind
            } catch {
                throw value.error(error.code.message, .catalog)
            }
        }
        self.names = names
        owners = try settings["owners"]?.texts() ?? []
        form = try settings["form"].map { node throws(ConfigurationError) in
            let text = try node.text()
            guard let form = Self.forms.first(where: { $0.name == text }) else {
                throw node.error("a form is compact, readable or uuid")
            }
            return form
        }
        python = try settings["python"].map { node throws(ConfigurationError) in
            let parts = try node.text().split(separator: ".")
            guard parts.count == 2, parts[0] == "3", let minor = Int(parts[1]),
                (0...99).contains(minor)
            else { throw node.error("a version of Python is a text such as \"3.9\"") }
            return minor
        }
    }
}
