extension PythonLexer {
    /// One level of indentation, measured with tab stops of eight columns and of one.
    ///
    /// CPython compares both: where they disagree, the mix of tabs and spaces is ambiguous.
    struct Indent {
        var column: Int
        var alternate: Int
    }

    /// Reads the blanks that begin a line, and opens or closes blocks accordingly.
    mutating func lexIndentation(_ source: Span<UInt8>) {
        let start = offset
        offset = PythonByteScan.endOfSpaces(in: source, from: start)
        var indent = Indent(column: offset &- start, alternate: offset &- start)
        var continued: Int?
        scan: while offset < source.count {
            switch source[offset] {
            case 0x20:
                indent.column &+= 1
                indent.alternate &+= 1
            case 0x09:
                indent.column = (indent.column / 8 + 1) * 8
                indent.alternate &+= 1
            case 0x0C: indent = Indent(column: 0, alternate: 0)
            case 0x5C:
                // The blanks before the first backslash decide; those behind it do not count.
                if continued == nil, indent.column > 0 { continued = indent.column }
                guard skipContinuation(source) else { break scan }
                continue
            default: break scan
            }
            offset &+= 1
        }
        guard offset < source.count else { return }
        let next = source[offset]
        if next == 0x23 || next == 0x0A || next == 0x0D { return }
        if let continued { indent = Indent(column: continued, alternate: continued) }
        apply(indent, from: start)
    }

    /// Compares a line's indentation with the open blocks.
    private mutating func apply(_ indent: Indent, from start: Int) {
        let current = indents[indents.count - 1]
        if indent.column == current.column {
            if indent.alternate != current.alternate { record(.inconsistentTabs, at: offset) }
        } else if indent.column > current.column {
            if indents.count >= Self.maximumIndents {
                record(.tooManyIndentationLevels, at: offset)
            }
            if indent.alternate <= current.alternate { record(.inconsistentTabs, at: offset) }
            indents.append(indent)
            emit(.indent, start, offset)
        } else {
            closeBlocks(to: indent)
        }
    }

    /// Closes the blocks indented deeper than `indent`.
    ///
    /// A line between two levels is an error; it is taken as part of the inner block, whose
    /// indentation it then sets, so that the lines behind it do not become errors too.
    private mutating func closeBlocks(to indent: Indent) {
        while indents.count > 1, indents[indents.count - 1].column > indent.column {
            if indents[indents.count - 2].column < indent.column {
                record(.inconsistentDedent, at: offset)
                indents[indents.count - 1] = indent
                return
            }
            indents.removeLast()
            emit(.dedent, offset, offset)
        }
        if indents[indents.count - 1].alternate != indent.alternate {
            record(.inconsistentTabs, at: offset)
        }
    }
}
