#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The jobs that wait for a ``ThreadExecutor``'s thread.
///
/// `@unchecked Sendable`: every access to the variables is made under the mutex.
@safe final class JobQueue: @unchecked Sendable {
    /// A job, and the executor that has to live until it is done.
    struct Entry {
        let job: UnownedJob
        let executor: ThreadExecutor
    }

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let isFilled = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var entries: [Entry] = []
    private var isFinished = false

    init() {
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe isFilled.initialize(to: pthread_cond_t())
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(isFilled, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(isFilled)
        unsafe pthread_mutex_destroy(mutex)
        unsafe isFilled.deallocate()
        unsafe mutex.deallocate()
    }

    /// Adds a job at the end.
    func append(_ entry: Entry) {
        unsafe pthread_mutex_lock(mutex)
        entries.append(entry)
        unsafe pthread_cond_signal(isFilled)
        unsafe pthread_mutex_unlock(mutex)
    }

    /// Lets ``next()`` end when no job is left.
    func finish() {
        unsafe pthread_mutex_lock(mutex)
        isFinished = true
        unsafe pthread_cond_signal(isFilled)
        unsafe pthread_mutex_unlock(mutex)
    }

    /// Waits for a job; nil when there will be none.
    func next() -> Entry? {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while entries.isEmpty, !isFinished { unsafe pthread_cond_wait(isFilled, mutex) }
        return entries.isEmpty ? nil : entries.removeFirst()
    }
}
