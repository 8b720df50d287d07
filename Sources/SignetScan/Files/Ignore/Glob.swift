/// A compiled glob over a path of bytes, with the syntax of gitignore(5).
///
/// `*`, `?` and `[…]` stay inside one path component; `**/` skips any number of whole components.
/// Matching keeps one point of return for the last `*` and one for the last `**/`. An earlier one
/// never has to be tried again: a `*` ends with its component, and the first place where what
/// stands between two `**/` fits leaves the most for the rest. So the cost is bounded by
/// pattern length times path length, whatever the pattern.
package struct Glob: Sendable, Equatable {
    /// One step of the pattern.
    enum Token: Sendable, Equatable {
        case byte(UInt8)
        case anyByte
        case oneOf(ByteSet)
        case anyRun
        case separator
        case anyDirectories
    }

    /// The steps, in order.
    let tokens: [Token]

    /// Whether the pattern matches the whole of `path`, which has no slash at either end.
    package func matches(_ path: Span<UInt8>) -> Bool {
        var state = Position()
        while true {
            if state.token == tokens.count {
                if state.byte == path.count { return true }
            } else if advance(&state, over: path) {
                continue
            }
            guard state.retry(in: path) else { return false }
        }
    }

    /// Takes one step of the pattern; `false` when the path does not allow it.
    private func advance(_ state: inout Position, over path: Span<UInt8>) -> Bool {
        switch tokens[state.token] {
        case .anyDirectories:
            state.markDirectories()
            return true
        case .anyRun:
            state.markRun()
            return true
        case .separator:
            guard state.byte < path.count, path[state.byte] == UInt8(ascii: "/") else {
                return false
            }
            state.run = nil
        case .byte(let byte):
            guard state.byte < path.count, path[state.byte] == byte else { return false }
        case .anyByte:
            guard state.byte < path.count, path[state.byte] != UInt8(ascii: "/") else {
                return false
            }
        case .oneOf(let set):
            guard state.byte < path.count, path[state.byte] != UInt8(ascii: "/"),
                set.contains(path[state.byte])
            else { return false }
        }
        state.token += 1
        state.byte += 1
        return true
    }

    /// The pattern when it is nothing but bytes, `nil` when it has a wildcard.
    package var literal: [UInt8]? {
        var bytes: [UInt8] = []
        for token in tokens {
            switch token {
            case .byte(let byte): bytes.append(byte)
            case .separator: bytes.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return bytes
    }

    /// What follows `*.` in a pattern like `*.pyc`, when that holds neither a wildcard nor a dot.
    package var extensionOnly: [UInt8]? {
        guard tokens.count > 2, tokens[0] == .anyRun, tokens[1] == .byte(UInt8(ascii: ".")),
            let rest = Glob(tokens: Array(tokens[2...])).literal,
            !rest.contains(UInt8(ascii: ".")), !rest.contains(UInt8(ascii: "/"))
        else { return nil }
        return rest
    }
}
