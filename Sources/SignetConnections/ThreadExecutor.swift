/// Runs an actor on a thread of its own, so that the actor may wait for a socket.
///
/// Swift's tasks share as many threads as there are cores. Who waits on one of them for a server's
/// answer takes it from everybody; with this executor an actor waits on its own.
///
/// The thread ends when nothing refers to the executor any more.
package final class ThreadExecutor: SerialExecutor {
    private let jobs: JobQueue

    /// Starts the thread.
    ///
    /// - Throws: When the system has no thread left.
    package init() throws(SystemFailure) {
        let jobs = JobQueue()
        self.jobs = jobs
        try DetachedThread.start {
            // The entry keeps the executor while its job runs.
            while let entry = jobs.next() {
                unsafe entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor())
            }
        }
    }

    deinit {
        jobs.finish()
    }

    /// Adds a job behind those that wait.
    package func enqueue(_ job: consuming ExecutorJob) {
        jobs.append(JobQueue.Entry(job: UnownedJob(job), executor: self))
    }
}
