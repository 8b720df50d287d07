#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Threads of their own, for what must wait without holding one of the few threads that Swift's
/// tasks share.
package enum DetachedThread {
    /// What a new thread finds to do.
    private final class Work {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Runs work on a new thread that nobody waits for.
    ///
    /// The thread takes no `SIGPIPE`: writing to a connection that the other side has closed is an
    /// error like others, also in C libraries that write without `MSG_NOSIGNAL`.
    ///
    /// - Parameter work: What to do. The thread ends with it.
    /// - Throws: When the system has no thread left.
    package static func start(_ work: @escaping @Sendable () -> Void) throws(SystemFailure) {
        let argument = unsafe Unmanaged.passRetained(Work(work))
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        let status = unsafe pthread_create(
            &thread,
            nil,
            { unsafe DetachedThread.main($0) },
            argument.toOpaque()
        )
        guard status == 0 else {
            unsafe argument.release()
            throw SystemFailure(status)
        }
        #if canImport(Darwin)
        if let thread = unsafe thread { unsafe pthread_detach(thread) }
        #else
        pthread_detach(thread)
        #endif
    }

    #if canImport(Darwin)
    private static func main(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        unsafe run(argument)
        return nil
    }
    #else
    private static func main(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let argument = unsafe argument { unsafe run(argument) }
        return nil
    }
    #endif

    private static func run(_ argument: UnsafeMutableRawPointer) {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
    }
}
