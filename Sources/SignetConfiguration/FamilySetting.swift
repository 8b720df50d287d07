public import Signet

/// A family of legacy IDs that a project declares by a template.
public struct FamilySetting: Hashable, Sendable {
    /// The name by which results call the family.
    public let name: String
    /// How its texts look, such as `inv-{date}-{hex8}`; the bridge says whether it can be read.
    public let template: String
    /// What its texts name.
    public let kind: Kind
    /// The line of the template, from 1, if it is known.
    public let line: Int?
    /// The column of the template in characters, from 1, if it is known.
    public let column: Int?

    /// Declares a family.
    ///
    /// - Parameters:
    ///   - name: The name by which results call it.
    ///   - template: How its texts look.
    ///   - kind: What they name.
    ///   - line: The line at which the template stands, from 1, if it stands in a file.
    ///   - column: The column, from 1.
    public init(
        name: String,
        template: String,
        kind: Kind,
        line: Int? = nil,
        column: Int? = nil
    ) {
        self.name = name
        self.template = template
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// Reads `bridge: {families: {invoice_v1: {template: "inv-{date}-{hex8}", kind: invoice}}}`.
    static func all(
        in node: YAMLNode?,
        catalog: Catalog
    ) throws(ConfigurationError) -> [FamilySetting] {
        var settings: [FamilySetting] = []
        let families = try node?.members(["families"])["families"]
        for (name, value) in try families?.pairs() ?? [] {
            // A family is named like a kind: one spelling, and nothing that a terminal obeys.
            do throws(IDError) {
                let _: Kind = try Kind(name.text)
            } catch {
                throw name.node.error(
                    "a family's name is lower-case letters, digits and '_', at most 32 bytes"
                )
            }
            let members = try value.members(["template", "kind"])
            guard let template = members["template"], let kindNode = members["kind"] else {
                throw value.error("a family needs template and kind")
            }
            let kindName = try kindNode.text()
            guard let kind = Kind(kindName), catalog.contains(kind) else {
                throw kindNode.error("the kind is not declared; declare it under kinds", .catalog)
            }
            let place = template.error("")
            settings.append(
                FamilySetting(
                    name: name.text,
                    template: try template.text(),
                    kind: kind,
                    line: place.line,
                    column: place.column
                )
            )
        }
        return settings
    }

    /// An error about the template, at its place.
    ///
    /// - Parameters:
    ///   - message: What is wrong and what is allowed, in one sentence without a full stop.
    ///   - file: The path of the configuration.
    /// - Returns: The error.
    public func error(_ message: String, in file: String?) -> ConfigurationError {
        ConfigurationError(.schema, message, file: file, line: line, column: column)
    }
}
