/// The names that can stand for a path of the catalog: imported ones and their aliases.
///
/// Most names of a file are none of them; only these are looked up.
struct PythonInterest {
    private var isInteresting: ContiguousArray<Bool>
    /// Whether there are any.
    private(set) var isEmpty = true

    /// Follows imports to aliases, to aliases of aliases, and so on, in linear time.
    init(_ binder: PythonBinder) {
        isInteresting = ContiguousArray(repeating: false, count: binder.outline.symbolCount)
        var aliases: [(root: UInt32, symbol: UInt32)] = []
        var pending: [UInt32] = []
        for binding in binder.bindings {
            switch binding.value {
            case .opaque: break
            case .node: mark(binding.symbol, &pending)
            case .alias(let token):
                aliases.append((binder.outline.symbol(at: token), binding.symbol))
            }
        }
        isEmpty = pending.isEmpty
        if isEmpty { return }
        aliases.sort { $0.root < $1.root }
        while let root = pending.popLast() {
            var (low, high) = (0, aliases.count)
            while low < high {
                let middle = (low + high) / 2
                if aliases[middle].root < root { low = middle + 1 } else { high = middle }
            }
            while low < aliases.count, aliases[low].root == root {
                mark(aliases[low].symbol, &pending)
                low += 1
            }
        }
    }

    @inline(__always)
    func contains(_ symbol: UInt32) -> Bool { isInteresting[Int(symbol)] }

    private mutating func mark(_ symbol: UInt32, _ pending: inout [UInt32]) {
        if isInteresting[Int(symbol)] { return }
        isInteresting[Int(symbol)] = true
        pending.append(symbol)
    }
}
