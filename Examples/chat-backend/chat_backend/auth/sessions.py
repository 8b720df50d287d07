"""Sessions: made at login, looked up with every request, ended by logout or age."""

import uuid
from typing import List, Optional

from chat_backend.auth.models import Session
from chat_backend.shared.clock import now_ms
from chat_backend.shared.database import Database


class SessionService:
    def __init__(self, database: Database, seconds: int):
        self._database = database
        self._seconds = seconds

    def open(self, user_id: str, device: str) -> Session:
        session_token = uuid.uuid4().hex
        session = Session(
            id=str(
                uuid.uuid4()
            ),
            user_id=user_id,
            session_token=session_token,
            device=device,
            expires_at=now_ms() + self._seconds * 1000,
        )
        self._database.execute(
            "INSERT INTO sessions (id, user_id, session_token, device, expires_at)"
            " VALUES (?, ?, ?, ?, ?)",
            session.id,
            session.user_id,
            session.session_token,
            session.device,
            session.expires_at,
        )
        return session

    def find(self, session_token: str) -> Optional[Session]:
        """The session of a token, unless it has expired."""
        row = self._database.row(
            "SELECT * FROM sessions WHERE session_token = ? AND expires_at > ?",
            session_token,
            now_ms(),
        )
        return Session(**dict(row)) if row else None

    def of_user(self, user_id: str) -> List[Session]:
        rows = self._database.rows(
            "SELECT * FROM sessions WHERE user_id = ? ORDER BY rowid", user_id
        )
        return [Session(**dict(row)) for row in rows]

    def close(self, session_id: str, user_id: str) -> bool:
        """Ends a session of this user; says whether there was one."""
        changed = self._database.execute(
            "DELETE FROM sessions WHERE id = ? AND user_id = ?", session_id, user_id
        )
        return changed > 0
