"""Jobs as rows: queued, taken by a worker, done or failed."""

import json
import threading
import uuid
from dataclasses import dataclass
from typing import Any, Dict, List, Optional

from chat_backend.shared.clock import now_ms
from chat_backend.shared.database import Database


@dataclass
class Job:
    id: str
    owner_id: str
    arguments: Dict[str, Any]
    status: str
    result: Optional[Dict[str, Any]]

    @property
    def kind(self) -> str:
        """What is to be done; the ID begins with it."""
        return self.id.split("_")[0]


class JobQueue:
    def __init__(self, database: Database):
        self._database = database
        self._arrived = threading.Condition()

    def add(self, kind: str, user_id: str, arguments: Dict[str, Any]) -> str:
        job_id = f"{kind}_{uuid.uuid4().hex[:12]}"
        with self._arrived:
            self._database.execute(
                "INSERT INTO jobs (id, owner_id, arguments, status, created_at)"
                " VALUES (?, ?, ?, 'queued', ?)",
                job_id,
                user_id,
                json.dumps(arguments),
                now_ms(),
            )
            self._arrived.notify()
        return job_id

    def take(self, seconds: float) -> Optional[Job]:
        """The oldest queued job, now running; waits for one up to some seconds."""
        with self._arrived:
            row = self._oldest()
            if row is None:
                self._arrived.wait(seconds)
                row = self._oldest()
            if row is None:
                return None
            self._database.execute("UPDATE jobs SET status = 'running' WHERE id = ?", row["id"])
            return _job(row)

    def finish(self, job_id: str, status: str, result: Dict[str, Any]) -> None:
        self._database.execute(
            "UPDATE jobs SET status = ?, result = ? WHERE id = ?",
            status,
            json.dumps(result),
            job_id,
        )

    def find(self, job_id: str, user_id: str) -> Optional[Job]:
        row = self._database.row(
            "SELECT * FROM jobs WHERE id = ? AND owner_id = ?", job_id, user_id
        )
        return _job(row) if row else None

    def of_user(self, user_id: str) -> List[Job]:
        rows = self._database.rows(
            "SELECT * FROM jobs WHERE owner_id = ? ORDER BY rowid", user_id
        )
        return [_job(row) for row in rows]

    def wake(self) -> None:
        """Lets a worker that waits look whether it is to stop."""
        with self._arrived:
            self._arrived.notify_all()

    def _oldest(self) -> Any:
        return self._database.row(
            "SELECT * FROM jobs WHERE status = 'queued' ORDER BY rowid LIMIT 1"
        )


def _job(row: Any) -> Job:
    result = json.loads(row["result"]) if row["result"] else None
    arguments = json.loads(row["arguments"])
    return Job(row["id"], row["owner_id"], arguments, row["status"], result)
