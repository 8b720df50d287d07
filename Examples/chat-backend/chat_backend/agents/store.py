"""Runs and their tool calls, as rows."""

import time
from typing import Any, Dict, List, Optional

from chat_backend.agents.checkpoints import Checkpoints
from chat_backend.agents.context import ExecutionContext
from chat_backend.shared.database import Database


class RunStore:
    def __init__(self, database: Database):
        self._database = database
        self.checkpoints = Checkpoints(database)

    def begin(self, context: ExecutionContext, agent: str) -> None:
        self._database.execute(
            "INSERT INTO runs (id, thread_id, user_id, request_id, agent, status)"
            " VALUES (?, ?, ?, ?, ?, 'running')",
            context.run_id,
            context.thread_id,
            context.user_id,
            context.request_id,
            agent,
        )

    def finish(self, context: ExecutionContext, status: str, answer: str) -> None:
        self._database.execute(
            "UPDATE runs SET status = ?, answer = ? WHERE id = ?", status, answer, context.run_id
        )

    def tool_used(self, context: ExecutionContext, tool: str, result: str) -> str:
        tool_execution_id = f"tool_exec_{context.run_id}_{tool}_{int(time.time() * 1000)}"
        self._database.execute(
            "INSERT INTO tool_calls (id, run_id, tool, result) VALUES (?, ?, ?, ?)",
            tool_execution_id,
            context.run_id,
            tool,
            result,
        )
        return tool_execution_id

    def find(self, run_id: str, user_id: str) -> Optional[Dict[str, Any]]:
        """A run of this user, with all that is known of it."""
        row = self._database.row(
            "SELECT * FROM runs WHERE id = ? AND user_id = ?", run_id, user_id
        )
        if row is None:
            return None
        calls = self._database.rows(
            "SELECT tool, result FROM tool_calls WHERE run_id = ? ORDER BY rowid", run_id
        )
        run = dict(row)
        run["tools"] = [dict(call) for call in calls]
        run["checkpoints"] = self.checkpoints.of_run(run_id)
        return run

    def of_thread(self, thread_id: str, user_id: str) -> List[str]:
        rows = self._database.rows(
            "SELECT id FROM runs WHERE thread_id = ? AND user_id = ? ORDER BY rowid",
            thread_id,
            user_id,
        )
        return [row["id"] for row in rows]
