import Signet
import SignetAudit
import SignetConfiguration
import SignetSeal

/// A reason for which a command ends without having done its work.
struct CommandFailure: Error {
    /// One sentence that says what is wrong and what to do.
    let message: String
    /// The exit status.
    let status: Int32

    /// The call is wrong: an option, an argument, the configuration.
    static func usage(_ message: String) -> Self { Self(message: message, status: 2) }

    /// The work could not be done.
    static func failed(_ message: String) -> Self { Self(message: message, status: 3) }
}

/// The reader of standard output has gone: there is nobody to say anything to.
struct ClosedOutput: Error {}

extension CommandFailure {
    /// Gives an error of a library the exit status that it has on the command line.
    static func rethrowing<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as ConfigurationError {
            throw usage(error.description)
        } catch let error as IDError {
            throw error.isEnvironmental ? failed(error.description) : usage(error.description)
        } catch let error as SealError {
            throw usage(error.description)
        }
    }
}

extension CommandFailure {
    /// Gives an error of an audit log the exit status that it has on the command line.
    init(_ error: AuditError) {
        let isUsage = [.invalidEvent, .key, .notFound, .notSealed].contains(error.code)
        self = isUsage ? .usage(error.description) : .failed(error.description)
    }
}

extension IDError {
    /// Whether the machine is at fault and not the call.
    var isEnvironmental: Bool {
        code == .entropyUnavailable || code == .clockOutOfRange || code == .clockFarAhead
    }
}
