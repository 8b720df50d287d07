#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs one piece of work on several threads at once.
///
/// Scanning blocks on files, which the threads of Swift's concurrency must not do.
package enum ThreadTeam {
    /// The number of processors that are online.
    package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// What a new thread is to do.
    private final class Start: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }

    /// Calls `work` on `count` threads, one of which is the caller's, and waits for all.
    ///
    /// - Returns: How many threads there were; fewer than `count` when the system had no more.
    @discardableResult
    package static func run(count: Int, _ work: @escaping @Sendable () -> Void) -> Int {
        var threads: [pthread_t] = []
        for _ in 1..<max(1, count) {
            let start = unsafe Unmanaged.passRetained(Start(work))
            var thread = pthread_t()
            let status = unsafe pthread_create(
                &thread,
                nil,
                { context in
                    if let context = unsafe context {
                        unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().work()
                    }
                    return nil
                },
                start.toOpaque()
            )
            if status != 0 {
                unsafe start.release()
                break
            }
            threads.append(thread)
        }
        work()
        for thread in threads { pthread_join(thread, nil) }
        return threads.count + 1
    }
}
