"""Jobs over HTTP."""

from typing import Any, Dict

from chat_backend.chat.threads import ThreadStore
from chat_backend.jobs.queue import Job, JobQueue
from chat_backend.jobs.tasks import Tasks
from chat_backend.shared import validation
from chat_backend.shared.http import HTTPError, Request, Response, Router


class JobRoutes:
    def __init__(self, jobs: JobQueue, threads: ThreadStore):
        self._jobs = jobs
        self._threads = threads

    def add_to(self, router: Router) -> None:
        router.add("POST", "/jobs", self.create)
        router.add("GET", "/jobs", self.list)
        router.add("GET", "/jobs/{job_id}", self.show)

    def create(self, request: Request) -> Response:
        kind = validation.text(request.body, "kind", 20)
        if kind not in Tasks.kinds:
            raise HTTPError(400, f"a job is one of {', '.join(Tasks.kinds)}")
        arguments: Dict[str, Any] = {}
        if kind == "purge":
            position = str(request.body.get("position", 0))
            arguments["position"] = int(validation.number(position, 0, 2**53))
        else:
            thread_id = validation.text(request.body, "thread_id", 200)
            if self._threads.find(thread_id, request.user.id) is None:
                raise HTTPError(404, "no such thread")
            arguments["thread_id"] = thread_id
        return Response({"job_id": self._jobs.add(kind, request.user.id, arguments)}, 202)

    def list(self, request: Request) -> Response:
        return Response({"jobs": [job_body(job) for job in self._jobs.of_user(request.user.id)]})

    def show(self, request: Request, job_id: str) -> Response:
        job = self._jobs.find(job_id, request.user.id)
        if job is None:
            raise HTTPError(404, "no such job")
        return Response(job_body(job))


def job_body(job: Job) -> Dict[str, Any]:
    return {"id": job.id, "kind": job.kind, "status": job.status, "result": job.result}
