/// Names that nothing is found by again: those in a page, and those that only a reader of a log sees.
extension PythonDestination {
    /// Libraries whose tasks and threads bear names for people who look for faults.
    private static let schedulers: Set<String> = [
        "asyncio", "loop", "tg", "threading", "multiprocessing",
    ]

    /// Whether the call at `open` makes a task or a thread of Python's own library, which is known
    /// by itself and not by its `name`.
    func makesTask(_ open: Int, _ callee: String?, _ source: Span<UInt8>) -> Bool {
        switch callee {
        case "Thread": return true
        case "create_task", "ensure_future", "Process", "Timer":
            return outline.isName(at: open - 3)
                && Self.schedulers.contains(
                    source.text(in: outline.tokens[open - 3].range, limit: 16)
                )
        default: return false
        }
    }

    /// Whether the bracket at `open` holds the attributes of an element of a page, whose `id` names
    /// a place in the page: `{**attrs, "id": …}`, `dict(attrs, id=…)`, `attrs={"id": …}`.
    func isMarkup(_ open: Int, _ source: Span<UInt8>) -> Bool {
        let first = outline.isOp(.doubleStar, at: open + 1) ? open + 2 : open + 1
        let isCall = outline.isOp(.leftParen, at: open)
        let equal = isCall ? open - 2 : open - 1
        return isAttributes(first, source)
            || outline.isOp(.equal, at: equal) && isAttributes(equal - 1, source)
    }

    /// Whether the target before `end` is an entry of such attributes: `attrs["id"]`.
    func endsInMarkup(_ end: Int, _ source: Span<UInt8>) -> Bool {
        guard let open = outline.partner(of: end - 1) else { return false }
        return isAttributes(open - 1, source)
    }

    private func isAttributes(_ index: Int, _ source: Span<UInt8>) -> Bool {
        outline.isName(at: index)
            && source.text(in: outline.tokens[index].range, limit: 64).hasSuffix("attrs")
    }
}
