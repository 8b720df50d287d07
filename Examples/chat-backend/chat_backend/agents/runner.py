"""Runs agents, each in a thread, and publishes what they do."""

import threading
import time
from typing import Any, List, Optional

from chat_backend.agents.agents import Agent, Answer, Think, UseTool
from chat_backend.agents.context import ExecutionContext
from chat_backend.agents.registry import AgentRegistry
from chat_backend.agents.store import RunStore
from chat_backend.chat.messages import MessageStore
from chat_backend.chat.models import Message, Thread
from chat_backend.chat.threads import ThreadStore
from chat_backend.realtime.events import EventBroker
from chat_backend.shared import ids
from chat_backend.shared.id_manager import IdManager


class AgentRunner:
    def __init__(
        self,
        agents: AgentRegistry,
        runs: RunStore,
        threads: ThreadStore,
        messages: MessageStore,
        events: EventBroker,
        manager: IdManager,
    ):
        self._agents = agents
        self._runs = runs
        self._threads = threads
        self._messages = messages
        self._events = events
        self._manager = manager
        self._lock = threading.Lock()
        self._workers: List[threading.Thread] = []

    def start(self, user_id: str, thread_id: str, name: str, prompt: str) -> Optional[str]:
        """Starts an agent in a thread; its run ID, or nothing if there is no such agent."""
        agent = self._agents.create(name, user_id)
        if agent is None:
            return None
        return self._launch(agent, ExecutionContext.in_thread(user_id, thread_id), prompt)

    def ask(
        self, user_id: str, request_id: str, name: str, prompt: str
    ) -> Optional[ExecutionContext]:
        """Opens a thread for one question and starts an agent in it."""
        agent = self._agents.create(name, user_id)
        if agent is None:
            return None
        context = ExecutionContext.fresh(user_id, request_id)
        self._threads.add(Thread(title=prompt, owner_id=user_id, id=context.thread_id))
        self._launch(agent, context, prompt)
        return context

    def wait(self) -> None:
        """Waits until all agents that have been started are done."""
        with self._lock:
            workers = list(self._workers)
        for worker in workers:
            worker.join()

    def _launch(self, agent: Agent, context: ExecutionContext, prompt: str) -> str:
        self._runs.begin(context, agent.name)
        self._manager.register_existing_id("run", context.run_id)
        worker = threading.Thread(target=self._run, args=(agent, context, prompt), daemon=True)
        with self._lock:
            self._workers = [worker for worker in self._workers if worker.is_alive()]
            self._workers.append(worker)
            worker.start()
        return context.run_id

    def _run(self, agent: Agent, context: ExecutionContext, prompt: str) -> None:
        execution_id = f"exec_{agent.name}_{int(time.time() * 1000)}"
        self._publish(context, "agent_started", agent=agent.name, execution_id=execution_id)
        try:
            answer = self._follow(agent, context, prompt)
        except Exception as error:
            error_id = ids.generate_error_id(context.user_id)
            self._runs.finish(context, "failed", str(error))
            self._publish(context, "agent_error", error=str(error), error_id=error_id)
        else:
            self._runs.finish(context, "completed", answer)
            self._say(agent, context, answer)
            self._publish(
                context,
                "agent_completed",
                answer=answer,
                trace_id=context.trace_id(),
                elapsed_ms=context.elapsed_ms(),
            )
        finally:
            self._manager.release_id("run", context.run_id)

    def _follow(self, agent: Agent, context: ExecutionContext, prompt: str) -> str:
        """Does what the agent says, step by step, until it has an answer."""
        tools = self._agents.tools(context)
        steps = agent.steps(prompt)
        step = next(steps)
        while not isinstance(step, Answer):
            if isinstance(step, Think):
                self._publish(context, "agent_thinking", text=step.text)
                step = next(steps)
                continue
            step = steps.send(self._use_tool(tools, context, step))
        return step.text

    def _use_tool(self, tools: Any, context: ExecutionContext, step: UseTool) -> str:
        self._publish(context, "tool_executing", tool=step.tool, argument=step.argument)
        result = tools.use(step.tool, step.argument)
        call_id = self._runs.tool_used(context, step.tool, result)
        self._runs.checkpoints.save(context.run_id, {"tool": step.tool, "result": result})
        self._publish(context, "tool_completed", tool=step.tool, call_id=call_id, result=result)
        return result

    def _say(self, agent: Agent, context: ExecutionContext, answer: str) -> None:
        self._messages.add(Message(context.thread_id, agent.agent_id, answer))

    def _publish(self, context: ExecutionContext, type: str, **body: Any) -> None:
        body["run_id"] = context.run_id
        body["thread_id"] = context.thread_id
        self._events.publish(context.user_id, type, body)
