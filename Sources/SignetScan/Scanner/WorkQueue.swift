#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Jobs that threads take from and add to, until all are done.
///
/// The last job in is the first out, so a walk goes down before it goes on and holds few
/// directories at a time. The lock is taken twice a directory, not once a file, and is hardly
/// ever contended.
///
/// Sendable is unchecked because the jobs are guarded by a mutex of the C library: the condition
/// variable on which idle threads sleep needs that kind.
@safe
final class WorkQueue<Job: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [Job]
    private var busy = 0
    private var waiting = 0

    /// Creates a queue that holds `jobs`.
    init(_ jobs: [Job]) {
        self.jobs = jobs
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(condition, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }

    /// Adds jobs and wakes threads that wait for some.
    func add(_ more: [Job]) {
        if more.isEmpty { return }
        unsafe pthread_mutex_lock(mutex)
        jobs.append(contentsOf: more)
        if waiting > 0 { unsafe pthread_cond_broadcast(condition) }
        unsafe pthread_mutex_unlock(mutex)
    }

    /// Takes a job, waiting for one while other threads may still add some; `nil` when all is
    /// done.
    ///
    /// - Parameter hasFinished: Whether the thread has done a job that it took before.
    /// - Returns: The job.
    func next(hasFinished: Bool) -> Job? {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        if hasFinished { busy -= 1 }
        waiting += 1
        defer { waiting -= 1 }
        while jobs.isEmpty {
            if busy == 0 {
                unsafe pthread_cond_broadcast(condition)
                return nil
            }
            unsafe pthread_cond_wait(condition, mutex)
        }
        busy += 1
        return jobs.removeLast()
    }
}
