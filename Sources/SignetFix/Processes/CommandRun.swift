/// One run of a program to its end: input in, output and errors out, all within bounds.
///
/// Input is written while output is read, so neither side can wait for the other for ever.
struct CommandRun {
    /// The exit status, or 128 and the number of the signal.
    let status: Int32
    /// Standard output.
    let output: [UInt8]
    /// The beginning of standard error.
    let errors: [UInt8]

    /// How much of standard error is kept.
    private static let errorLimit = 1 << 16

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments, the program's name first.
    ///   - environment: All variables of the program.
    ///   - input: Standard input.
    ///   - outputLimit: How many bytes of output are taken.
    ///   - timeLimit: How long the run may take; `nil` for a program that people talk to.
    /// - Throws: Why there is no outcome; a status other than zero is one.
    init(
        _ arguments: [String],
        environment: [String: String],
        input: [UInt8] = [],
        outputLimit: Int = 256 << 20,
        timeLimit: Duration? = nil
    ) throws(ProcessError) {
        var child = try ChildProcess(
            arguments,
            environment: environment,
            input: input.isEmpty ? .empty : .socket,
            keepsErrors: true
        )
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var written = 0
        var isReading = [true, true]
        let start = ContinuousClock.now
        while isReading != [false, false] {
            var waits: [(descriptor: Int32, writes: Bool)] = []
            if isReading[0] { waits.append((child.output, false)) }
            if isReading[1], let errors = child.errors { waits.append((errors, false)) }
            if let input = child.input { waits.append((input, true)) }
            let isReady = DescriptorIO.wait(waits, milliseconds: 1000)
            for (wait, isReady) in zip(waits, isReady) where isReady {
                if wait.writes {
                    Self.feed(&child, input, &written)
                } else if wait.descriptor == child.output {
                    isReading[0] = Self.take(wait.descriptor, &output)
                } else {
                    isReading[1] = Self.take(wait.descriptor, &errors)
                    errors.removeLast(max(0, errors.count - Self.errorLimit))
                }
            }
            if output.count > outputLimit { throw .tooMuchOutput }
            if let timeLimit, ContinuousClock.now - start > timeLimit { throw .timeLimit }
        }
        self.status = child.wait()
        self.output = output
        self.errors = errors
    }

    private static func feed(_ child: inout ChildProcess, _ bytes: [UInt8], _ written: inout Int) {
        guard let input = child.input else { return }
        switch DescriptorIO.write(input, bytes, from: written) {
        case .bytes(let count): written += count
        case .wouldBlock: break
        case .ended: written = bytes.count
        }
        if written == bytes.count { child.closeInput() }
    }

    /// Reads once; `false` at the end.
    private static func take(_ descriptor: Int32, _ bytes: inout [UInt8]) -> Bool {
        if case .ended = DescriptorIO.read(descriptor, into: &bytes) { false } else { true }
    }
}
