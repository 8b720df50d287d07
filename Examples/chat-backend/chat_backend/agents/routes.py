"""Agents over HTTP: start one, ask one, look at what it did."""

import uuid

from chat_backend.agents.registry import AgentRegistry
from chat_backend.agents.runner import AgentRunner
from chat_backend.agents.store import RunStore
from chat_backend.chat.threads import ThreadStore
from chat_backend.shared import validation
from chat_backend.shared.http import HTTPError, Request, Response, Router


class AgentRoutes:
    def __init__(
        self, runner: AgentRunner, runs: RunStore, agents: AgentRegistry, threads: ThreadStore
    ):
        self._runner = runner
        self._runs = runs
        self._agents = agents
        self._threads = threads

    def add_to(self, router: Router) -> None:
        router.add("GET", "/agents", self.list)
        router.add("POST", "/threads/{thread_id}/runs", self.start)
        router.add("POST", "/ask", self.ask)
        router.add("GET", "/activity/{activity_id}", self.activity)

    def list(self, request: Request) -> Response:
        return Response({"agents": self._agents.names()})

    def start(self, request: Request, thread_id: str) -> Response:
        if self._threads.find(thread_id, request.user.id) is None:
            raise HTTPError(404, "no such thread")
        name = validation.text(request.body, "agent", 40)
        prompt = validation.text(request.body, "prompt")
        run_id = self._runner.start(request.user.id, thread_id, name, prompt)
        if run_id is None:
            raise HTTPError(404, "no such agent")
        return Response({"run_id": run_id}, 202)

    def ask(self, request: Request) -> Response:
        name = validation.text(request.body, "agent", 40)
        prompt = validation.text(request.body, "prompt")
        context = self._runner.ask(request.user.id, request.request_id, name, prompt)
        if context is None:
            raise HTTPError(404, "no such agent")
        ticket_id = f'ask_{request.user.id}_{uuid.uuid4().hex[:8]}'
        body = {"run_id": context.run_id, "thread_id": context.thread_id, "ticket_id": ticket_id}
        return Response(body, 202)

    def activity(self, request: Request, activity_id: str) -> Response:
        """A run, or the runs of a thread; the ID tells which."""
        if activity_id.startswith("run_"):
            run = self._runs.find(activity_id, request.user.id)
            if run is not None:
                return Response(run)
        elif activity_id.startswith("thread_"):
            if self._threads.find(activity_id, request.user.id) is not None:
                return Response({"runs": self._runs.of_thread(activity_id, request.user.id)})
        raise HTTPError(404, "no such run or thread")
