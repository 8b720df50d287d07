import Signet
import SignetOutput
import SignetRegistry

/// Prints nodes: one line or one JSON object each.
struct NodeWriter {
    let json: Bool
    let style: TerminalStyle

    /// Prints a node.
    ///
    /// - Parameters:
    ///   - node: The node.
    ///   - depth: How far it is indented, in a tree.
    /// - Throws: What writing throws.
    func write(_ node: Node, depth: Int = 0) throws {
        let output = StandardOutput.shared
        if json {
            writeObject(node, depth: depth, to: &output.text)
        } else {
            writeLine(node, depth: depth, to: &output.text)
        }
        try output.endLine()
    }

    /// Prints a node and what hangs below it.
    func write(_ tree: NodeTree, depth: Int = 0) throws {
        try write(tree.node, depth: depth)
        for child in tree.children { try write(child, depth: depth + 1) }
    }

    private func writeLine(_ node: Node, depth: Int, to text: inout JSONWriter) {
        let name = String(repeating: "  ", count: depth) + node.id.compact
        text.append(name, paddedTo: 44)
        text.append(" ")
        switch node.state {
        case .active: text.append(style.good("active  "))
        case .released: text.append(style.quiet("released"))
        case .expired: text.append(style.alarm("expired "))
        }
        let owner = TerminalText.escaped("\(node.owner.tenant)/\(node.owner.user)")
        text.append("  \(owner)  ")
        text.append(style.quiet(Timestamp.text(clamped: node.created)))
        for (key, value) in node.metadata.sorted(by: { $0.key < $1.key }) {
            text.append("  \(TerminalText.escaped(key))=\(TerminalText.escaped(value))")
        }
    }

    private func writeObject(_ node: Node, depth: Int, to json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.string(node.id.compact)
            json.key("kind")
            json.string(node.id.kind.description)
            json.key("uuid")
            json.string(node.id.uuid)
            json.key("tenant")
            json.string(node.owner.tenant)
            json.key("owner")
            json.string(node.owner.user)
            json.key("state")
            json.string(node.state.rawValue)
            json.key("depth")
            json.number(depth)
            json.key("parents")
            json.array { json in for parent in node.parents { json.string(parent.compact) } }
            json.key("created_ms")
            json.number(node.created)
            json.key("touched_ms")
            json.number(node.touched)
            json.key("expires_ms")
            json.number(node.expires)
            if let ended = node.ended {
                json.key("ended_ms")
                json.number(ended)
            }
            json.key("held")
            json.bool(node.holder != nil)
            json.key("metadata")
            json.object { json in
                for (key, value) in node.metadata.sorted(by: { $0.key < $1.key }) {
                    json.key(text: key)
                    json.string(value)
                }
            }
        }
    }
}
