import SignetOutput

/// Texts that are named by numbers, in the order in which they were first asked for.
struct HTMLStringTable {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of `text`, which is added if it is new; -1 for no text.
    mutating func number(of text: String?) -> Int {
        guard let text else { return -1 }
        if let number = numbers[text] { return number }
        numbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// The number of `text`, if it has one.
    func known(_ text: String) -> Int? { numbers[text] }

    func write(to json: inout JSONWriter) {
        json.array { json in
            for text in texts { json.string(text) }
        }
    }
}
