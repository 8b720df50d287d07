/// One running interpreter, and the files that it has been asked about.
final class InterpreterProcess {
    /// What the interpreter said of a file.
    struct Answer {
        let number: Int
        let status: InterpreterScript.Status
        let line: Int
        let text: String
    }

    /// The files that are not answered yet, by number, oldest first.
    private(set) var waiting: [Int] = []
    /// When the oldest of them became the one in work.
    private(set) var since = ContinuousClock.now

    private var child: ChildProcess
    private var output: [UInt8] = []
    private var written = 0
    private var input: [UInt8] = []

    /// Starts an interpreter, alone with our program: no variables of Python, no packages, and
    /// nothing from the working directory.
    init(_ program: String, environment: [String: String]) throws(ProcessError) {
        child = try ChildProcess(
            [program, "-I", "-S", "-B", "-c", InterpreterScript.source],
            environment: environment,
            input: .socket,
            keepsErrors: false
        )
    }

    /// What to wait for: an answer, and room for questions if there are any to be sent.
    var waits: [(descriptor: Int32, writes: Bool)] {
        guard let input = child.input, written < output.count else {
            return [(child.output, false)]
        }
        return [(child.output, false), (input, true)]
    }

    /// Asks about a file.
    func ask(_ number: Int, _ file: FileEdits) {
        if waiting.isEmpty { since = .now }
        waiting.append(number)
        if written == output.count {
            output.removeAll(keepingCapacity: true)
            written = 0
        }
        let result = file.result
        let length = 12 + 16 * file.edits.count + file.original.count + result.count
        let places = zip(file.edits, file.writtenRanges).flatMap {
            [$0.range.lowerBound, $0.range.upperBound, $1.lowerBound, $1.upperBound]
        }
        for value in [length, number, file.edits.count, file.original.count] + places {
            for shift in [24, 16, 8, 0] { output.append(UInt8(truncatingIfNeeded: value >> shift)) }
        }
        output += file.original
        output += result
    }

    /// Sends what can be sent; `false` if the interpreter is gone.
    func send() -> Bool {
        guard let socket = child.input, written < output.count else { return true }
        switch DescriptorIO.write(socket, output, from: written) {
        case .bytes(let count): written += count
        case .wouldBlock: break
        case .ended: return false
        }
        return true
    }

    /// Takes in what can be read; `nil` if the interpreter is gone or says what it never should.
    func receive() -> [Answer]? {
        if case .ended = DescriptorIO.read(child.output, into: &input) { return nil }
        var answers: [Answer] = []
        var start = 0
        while input.count - start >= 4 {
            let length = number(at: start)
            guard (9...4096).contains(length) else { return nil }
            guard input.count - start - 4 >= length else { break }
            guard let status = InterpreterScript.Status(rawValue: input[start + 8]) else {
                return nil
            }
            let text = input[(start + 13)..<(start + 4 + length)]
            let answer = Answer(
                number: number(at: start + 4),
                status: status,
                line: number(at: start + 9),
                text: String(decoding: text, as: UTF8.self)
            )
            if answer.number > 0 {
                guard let first = waiting.first, first == answer.number else { return nil }
                waiting.removeFirst()
                since = .now
            }
            answers.append(answer)
            start += 4 + length
        }
        input.removeFirst(start)
        return answers
    }

    private func number(at start: Int) -> Int {
        input[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
}
