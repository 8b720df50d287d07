"""Takes jobs from the queue, one after the other."""

from __future__ import annotations

import threading
import uuid
from typing import Any, Dict

from chat_backend.jobs.queue import Job, JobQueue
from chat_backend.jobs.tasks import Tasks
from chat_backend.realtime.events import EventBroker
from chat_backend.shared.id_manager import IdManager


class Worker:
    # Says in the events which process has done a job.
    worker_id = f"worker_{uuid.uuid4().hex[:6]}"

    def __init__(self, jobs: JobQueue, tasks: Tasks, events: EventBroker, ids: IdManager):
        self._jobs = jobs
        self._tasks = tasks
        self._events = events
        self._ids = ids
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._jobs.wake()
        self._thread.join()

    def _work(self) -> None:
        while not self._stopping.is_set():
            job = self._jobs.take(seconds=0.1)
            if job is not None:
                self._perform(job)

    def _perform(self, job: Job) -> None:
        context: Dict[str, Any] = dict(job.arguments, user_id=job.owner_id)
        lease_id = self._ids.generate_id("lease")
        try:
            result = self._tasks.perform(job.kind, context)
            status = "done"
        except Exception as error:
            result = {"error": str(error), "error_id": "error_" + str(uuid.uuid1())}
            status = "failed"
        finally:
            self._ids.release_id("lease", lease_id)
        self._jobs.finish(job.id, status, result)
        body = {"job_id": job.id, "worker_id": self.worker_id, "lease_id": lease_id, **result}
        self._events.publish(job.owner_id, f"job_{status}", body)
