#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How a program is started: its standard streams, and signals as a new program expects them
/// (posix_spawn(3)).
@safe
struct ProcessLaunch: ~Copyable {
    #if canImport(Darwin)
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
    #else
    private var actions = unsafe posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
    #endif

    init() {
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        // A blocked or ignored signal would be inherited; then nothing but SIGKILL ends the child.
        var none = sigset_t()
        var defaults = sigset_t()
        _ = unsafe sigemptyset(&none)
        _ = unsafe sigemptyset(&defaults)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGQUIT, SIGHUP] {
            _ = unsafe sigaddset(&defaults, signal)
        }
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
        unsafe posix_spawnattr_setflags(&attributes, flags)
    }

    deinit {
        // Both calls want a place that can change; the copies refer to the same storage.
        var actions = unsafe actions
        var attributes = attributes
        unsafe posix_spawn_file_actions_destroy(&actions)
        unsafe posix_spawnattr_destroy(&attributes)
    }

    /// Gives the program a descriptor of this one under the number `target`.
    mutating func use(_ descriptor: Int32, as target: Int32) {
        unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, target)
    }

    /// Gives the program a file to read and write under the number `target`.
    mutating func open(_ path: String, as target: Int32) {
        unsafe posix_spawn_file_actions_addopen(&actions, target, path, O_RDWR, 0)
    }

    /// Starts the program that the first argument names.
    mutating func start(
        _ arguments: [String],
        environment: [String: String]
    ) throws(ProcessError) -> pid_t {
        guard let program = arguments.first, !arguments.contains(where: { $0.utf8.contains(0) })
        else { throw .notStarted(EINVAL) }
        let variables = environment.map { "\($0.key)=\($0.value)" }
        var process: pid_t = 0
        let status = unsafe Self.withCStrings(arguments) { arguments in
            unsafe Self.withCStrings(variables) { variables in
                unsafe posix_spawnp(
                    &process,
                    program,
                    &actions,
                    &attributes,
                    arguments,
                    variables
                )
            }
        }
        if status != 0 { throw .notStarted(status) }
        return process
    }

    /// Calls `body` with the texts as C has them: pointers, ended by a null pointer.
    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer {
            for index in unsafe pointers.indices { unsafe free(pointers[index]) }
        }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("it has an end mark") }
            return unsafe body(base)
        }
    }
}
