/// The bindings of the names that matter, ordered so that a look-up is a binary search.
///
/// The rule where a scope binds a name more than once, in the order of the text: an unconditional
/// binding replaces those before it; the others are alternatives, and the name stands for the
/// first alternative that a catalog knows. A use in code that runs at once sees the bindings
/// before it; a use in a function that is called later sees those that hold at the end.
struct PythonBindingTable {
    private struct Entry {
        var key: UInt64
        var binding: PythonBinding
    }

    private var entries: ContiguousArray<Entry>

    init(_ bindings: [PythonBinding]) {
        entries = ContiguousArray(
            bindings.map { Entry(key: Self.key($0.scope, $0.symbol), binding: $0) }
        )
        entries.sort { ($0.key, $0.binding.position) < ($1.key, $1.binding.position) }
    }

    var count: Int { entries.count }

    subscript(index: Int) -> PythonBinding { entries[index].binding }

    /// The bindings of `symbol` in `scope`; nil if there are none.
    func group(_ scope: Int, _ symbol: UInt32) -> Range<Int>? {
        let key = Self.key(scope, symbol)
        let start = partition { $0.key < key }
        let end = partition { $0.key <= key }
        return start < end ? start..<end : nil
    }

    /// The last binding of `group` that holds at token `position`; nil if none does yet.
    func last(of group: Range<Int>, at position: Int) -> Int? {
        var (low, high) = (group.lowerBound, group.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].binding.position <= position {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low > group.lowerBound ? low - 1 : nil
    }

    private func partition(_ isBefore: (Entry) -> Bool) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(entries[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func key(_ scope: Int, _ symbol: UInt32) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: scope)) << 32 | UInt64(symbol)
    }
}
