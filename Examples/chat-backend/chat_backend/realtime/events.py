"""Events: stored per user first, then handed to whoever waits for them."""

import json
import threading
import time
from typing import Any, Dict, List, Optional

from chat_backend.shared import ids
from chat_backend.shared.database import Database


class EventBroker:
    """Events of a user have positions that only grow; a client asks for what is after one."""

    def __init__(self, database: Database):
        self._database = database
        self._arrived = threading.Condition()
        self._closed = False

    def publish(self, user_id: str, type: str, body: Dict[str, Any]) -> str:
        event_id = ids.generate_event_id()
        with self._arrived:
            self._database.execute(
                "INSERT INTO events (id, user_id, type, body) VALUES (?, ?, ?, ?)",
                event_id,
                user_id,
                type,
                json.dumps(body),
            )
            self._arrived.notify_all()
        return event_id

    def after(self, user_id: str, position: int, limit: int = 100) -> List[Dict[str, Any]]:
        """Events of a user behind a position, in order."""
        rows = self._database.rows(
            "SELECT * FROM events WHERE user_id = ? AND position > ? ORDER BY position LIMIT ?",
            user_id,
            position,
            limit,
        )
        return [
            {
                "position": row["position"],
                "id": row["id"],
                "type": row["type"],
                "made_at": ids.describe(row["id"])["made_at"],
                "body": json.loads(row["body"]),
            }
            for row in rows
        ]

    def wait(
        self,
        user_id: str,
        position: int,
        seconds: float,
        stop: Optional[threading.Event] = None,
    ) -> List[Dict[str, Any]]:
        """As `after`, but waits for the first event up to some seconds."""
        deadline = time.monotonic() + seconds
        with self._arrived:
            while True:
                found = self.after(user_id, position)
                left = deadline - time.monotonic()
                if found or left <= 0 or self._closed or (stop is not None and stop.is_set()):
                    return found
                self._arrived.wait(left)

    def wake(self) -> None:
        """Lets everybody who waits look again, as after the end of a connection."""
        with self._arrived:
            self._arrived.notify_all()

    def forget(self, user_id: str, position: int) -> int:
        """Removes a user's events up to a position."""
        return self._database.execute(
            "DELETE FROM events WHERE user_id = ? AND position <= ?", user_id, position
        )

    def close(self) -> None:
        with self._arrived:
            self._closed = True
            self._arrived.notify_all()
