#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A running program with sockets for its standard input and output, ended with the value.
///
/// Sockets take the place of pipes because a write to a socket whose reader is gone can be told
/// not to raise SIGPIPE, which would end this program. There is no shell: the arguments reach the
/// program as they are.
struct ChildProcess: ~Copyable {
    /// What the program's standard input is.
    enum Input {
        /// Nothing.
        case empty
        /// What is written to `input`.
        case socket
    }

    /// Where standard input is written to; `nil` if it is empty or closed.
    private(set) var input: Int32?
    /// Where standard output is read from.
    let output: Int32
    /// Where standard error is read from; `nil` if it is thrown away.
    let errors: Int32?

    private let process: pid_t
    private var hasEnded = false

    /// Starts a program, looked for in PATH if its name has no slash.
    ///
    /// - Parameters:
    ///   - arguments: The arguments, the program's name first.
    ///   - environment: All variables of the program.
    ///   - input: What its standard input is.
    ///   - keepsErrors: Whether standard error is to be read.
    /// - Throws: Why the program cannot be started.
    init(
        _ arguments: [String],
        environment: [String: String],
        input: Input,
        keepsErrors: Bool
    ) throws(ProcessError) {
        let source = try SocketPair()
        let target = try SocketPair()
        let complaints = try SocketPair()
        var launch = ProcessLaunch()
        switch input {
        case .empty: launch.open("/dev/null", as: 0)
        case .socket: launch.use(source.theirs, as: 0)
        }
        launch.use(target.theirs, as: 1)
        if keepsErrors {
            launch.use(complaints.theirs, as: 2)
        } else {
            launch.open("/dev/null", as: 2)
        }
        process = try launch.start(arguments, environment: environment)
        self.input =
            switch input {
            case .empty: nil
            case .socket: source.takeOurs()
            }
        output = target.takeOurs()
        errors = keepsErrors ? complaints.takeOurs() : nil
    }

    deinit {
        if let input { close(input) }
        close(output)
        if let errors { close(errors) }
        if !hasEnded {
            kill(process, SIGKILL)
            _ = Self.wait(for: process)
        }
    }

    /// Ends standard input.
    mutating func closeInput() {
        if let input { close(input) }
        input = nil
    }

    /// Waits for the end of the program.
    ///
    /// - Returns: The exit status, or 128 and the number of the signal.
    mutating func wait() -> Int32 {
        hasEnded = true
        return Self.wait(for: process)
    }

    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? status >> 8 & 0xff : 128 + signal
    }
}
