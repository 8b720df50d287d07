"""Finds out who sends a request."""

from chat_backend.auth.sessions import SessionService
from chat_backend.auth.users import UserStore
from chat_backend.shared.http import Request


class Guard:
    def __init__(self, users: UserStore, sessions: SessionService):
        self._users = users
        self._sessions = sessions

    def identify(self, request: Request) -> None:
        """Sets user and session; leaves both empty for an unknown or expired token."""
        token = request.bearer()
        session = self._sessions.find(token) if token else None
        if session is not None:
            request.session = session
            request.user = self._users.find(session.user_id)
