/// Some CPython processes that check edits: both sides must compile, and their syntax trees must be
/// equal but for what the edits have written.
///
/// A node whose bytes all lie in an edited range may become anything whose bytes all lie in what
/// the edit wrote, and such nodes may come and go in lists: arguments, statements, imported names.
/// Every other node must keep its type, its fields and its place, moved by the edits before it; a
/// node of which bytes of its own are edited, outside of its children, may differ in plain fields
/// such as a name. Statements without an edit must consist of the same bytes. In f-strings before
/// Python 3.12 nodes have no exact place; there each edit accounts for one run of pieces.
///
/// Several files are under way in each process, so none of them waits for this program. The code
/// that is checked is compiled and never run.
package final class InterpreterPool {
    /// The program that runs.
    package let program: String
    /// Its version.
    package let version: PythonVersion

    private let environment: [String: String]
    private let timeLimit: Duration
    private var workers: [Worker] = []

    /// How many files are under way in one process.
    private static let window = 4

    private struct Worker {
        var process: InterpreterProcess?
        var hasRestarted = false
    }

    /// Starts the processes; `nil` if the program does not start, does not answer, or is too old.
    ///
    /// - Parameters:
    ///   - program: The path or the name of the interpreter.
    ///   - count: How many processes to run, from 1.
    ///   - timeLimit: How long one file may take.
    ///   - environment: The variables of this program.
    package init?(
        _ program: String,
        count: Int,
        timeLimit: Duration = .seconds(20),
        environment: [String: String]
    ) {
        guard let first = try? InterpreterProcess(program, environment: environment),
            let version = Self.version(of: first), version >= Self.oldestVersion
        else { return nil }
        self.program = program
        self.version = version
        self.environment = environment
        self.timeLimit = timeLimit
        workers = [Worker(process: first)]
        for _ in 1..<max(1, count) { workers.append(Worker(process: start())) }
    }

    /// Checks files, in any order and several at once.
    ///
    /// A process that ends or hangs is started again once. A file that was in work when it ended is
    /// tried once more; one that took too long is not.
    ///
    /// - Returns: A verdict for each file. Files without edits are the same.
    package func check(_ files: [FileEdits]) -> [InterpreterVerdict] {
        var batch = Batch(files)
        while true {
            feed(&batch)
            let busy = workers.indices.filter { workers[$0].process?.waiting.isEmpty == false }
            if busy.isEmpty { return batch.verdicts }
            var waits: [(descriptor: Int32, writes: Bool)] = []
            for index in busy { waits += workers[index].process?.waits ?? [] }
            _ = DescriptorIO.wait(waits, milliseconds: 100)
            for index in busy { serve(index, &batch) }
        }
    }

    /// The files of one call, and what is known of them.
    private struct Batch {
        let files: [FileEdits]
        var verdicts: [InterpreterVerdict]
        /// The numbers of the files that wait for a process, the next one last.
        var pending: [Int]
        /// The files on which a process has ended.
        var crashed: Set<Int> = []

        init(_ files: [FileEdits]) {
            self.files = files
            verdicts = files.map { $0.isEmpty ? .same : .notChecked(.notAvailable) }
            pending = files.indices.reversed().filter { !files[$0].isEmpty }
        }
    }

    /// Gives every process work.
    private func feed(_ batch: inout Batch) {
        for worker in workers {
            guard let process = worker.process else { continue }
            while process.waiting.count < Self.window, let number = batch.pending.popLast() {
                process.ask(number + 1, batch.files[number])
            }
        }
    }

    /// Moves data from and to one process, and ends it if that does not work.
    private func serve(_ index: Int, _ batch: inout Batch) {
        guard let process = workers[index].process else { return }
        guard process.send(), let answers = process.receive() else {
            restart(index, &batch, .crash)
            return
        }
        // The first answer says that the process is there.
        for answer in answers where answer.number > 0 {
            batch.verdicts[answer.number - 1] = Self.verdict(answer)
        }
        if !process.waiting.isEmpty, ContinuousClock.now - process.since > timeLimit {
            restart(index, &batch, .timeLimit)
        }
    }

    private func restart(
        _ index: Int,
        _ batch: inout Batch,
        _ reason: InterpreterVerdict.Reason
    ) {
        var waiting = workers[index].process?.waiting.map { $0 - 1 } ?? []
        if let first = waiting.first {
            let isKnown = !batch.crashed.insert(first).inserted
            if reason == .timeLimit || isKnown {
                batch.verdicts[first] = .notChecked(reason)
                waiting.removeFirst()
            }
        }
        batch.pending += waiting.reversed()
        workers[index].process = workers[index].hasRestarted ? nil : start()
        workers[index].hasRestarted = true
    }

    private func start() -> InterpreterProcess? {
        try? InterpreterProcess(program, environment: environment)
    }

    /// The version that a new process reports within ten seconds.
    private static func version(of process: InterpreterProcess) -> PythonVersion? {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(10) {
            guard DescriptorIO.wait(process.waits, milliseconds: 1000).contains(true) else {
                continue
            }
            guard let answers = process.receive() else { return nil }
            if let answer = answers.first { return PythonVersion(answer.text) }
        }
        return nil
    }

    private static func verdict(_ answer: InterpreterProcess.Answer) -> InterpreterVerdict {
        switch answer.status {
        case .same: .same
        case .oldFaulty: .originalFaulty(line: answer.line, error: answer.text)
        case .newFaulty: .resultFaulty(line: answer.line, error: answer.text)
        case .different: .different(line: answer.line, node: answer.text)
        case .unknown: .notChecked(.beyondLimits)
        }
    }
}
