/// The built-in functions whose values identifiers are made of.
struct PythonBuiltins {
    private var isHash = true
    private var isID = true
    private var isLength = true
    private var isMaximum = true
    private var isNext = true

    /// Leaves out the names to which the file binds something.
    init(_ binder: PythonBinder) {
        for binding in binder.bindings {
            switch PythonKeyword(rawValue: binding.symbol) {
            case .hash: isHash = false
            case .id where binder.scopes[binding.scope].kind == .module: isID = false
            case .len: isLength = false
            case .max: isMaximum = false
            case .next: isNext = false
            default: break
            }
        }
    }

    /// What the call of the name at `token` makes; nil if it is no call of such a function.
    @inline(__always)
    func ingredient(of symbol: UInt32, at token: Int, _ outline: PythonOutline) -> Ingredients? {
        guard symbol >= PythonKeyword.hash.rawValue, symbol <= PythonKeyword.next.rawValue,
            outline.isOp(.leftParen, at: token + 1)
        else { return nil }
        switch PythonKeyword(rawValue: symbol) {
        case .hash: return isHash ? .hash : nil
        case .id: return isID ? .address : nil
        case .len: return isLength ? .length : nil
        case .max:
            // The number behind the largest one so far.
            guard isMaximum, let close = outline.partner(of: token + 1),
                outline.isOp(.plus, at: close + 1)
            else { return nil }
            return .counter
        case .next: return isNext ? .counter : nil
        default: return nil
        }
    }
}
