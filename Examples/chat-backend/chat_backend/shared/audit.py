"""Who did what, and in which request."""

import uuid
from dataclasses import dataclass, field
from typing import List, Optional

from chat_backend.shared.clock import now_ms
from chat_backend.shared.database import Database


@dataclass
class AuditRecord:
    """One line of the audit log."""

    action: str
    actor_id: str
    request_id: str
    record_id: uuid.UUID = field(default_factory=uuid.uuid4)
    created_at: int = field(default_factory=now_ms)


class AuditLog:
    """Append-only; nothing in the program changes a row."""

    def __init__(self, database: Database):
        self._database = database

    def record(self, action: str, request_id: str, user_id: Optional[str] = None) -> AuditRecord:
        entry = AuditRecord(action, actor_id=user_id or "unknown", request_id=request_id)
        self._database.execute(
            "INSERT INTO audit (id, actor_id, action, request_id, created_at)"
            " VALUES (?, ?, ?, ?, ?)",
            str(entry.record_id),
            entry.actor_id,
            entry.action,
            entry.request_id,
            entry.created_at,
        )
        return entry

    def of_user(self, user_id: str) -> List[str]:
        """The actions of one user, oldest first."""
        rows = self._database.rows(
            "SELECT action FROM audit WHERE actor_id = ? ORDER BY rowid", user_id
        )
        return [row["action"] for row in rows]
