extension PythonVersion {
    /// What is taken where a project does not say.
    package static let fallback = Self(3, 9)
    /// The first whose f-strings may hold their own quote (PEP 701).
    static let nestedQuotes = Self(3, 12)

    /// The oldest version 3 that a text such as `>=3.8,<4` or `3.10` allows.
    ///
    /// - Returns: `nil` if the text names none.
    init?(oldestIn text: some StringProtocol) {
        var rest = Substring(text)
        var oldest: Int?
        while let range = rest.firstRange(of: "3.") {
            let before = rest[..<range.lowerBound].last
            rest = rest[range.upperBound...]
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            // `<3.13` names what is not meant, and `13.2` is another number.
            if let before, before == "<" || before.isNumber || before == "." { continue }
            guard digits.count <= 2, let minor = Int(digits) else { continue }
            oldest = min(oldest ?? minor, minor)
        }
        guard let oldest else { return nil }
        self.init(3, oldest)
    }
}
