"""The sessions of users: bounded, expiring, and never one user's for another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .. import _mint
from ._expiring import ExpiringTable
from ._runs import run_of

_DAY = 86_400.0
_CAPACITY = 100_000


@dataclass
class UserSession:
    """What goes on in one thread of a user."""

    thread_id: str
    run_id: str
    operation: str


class SessionMethods:
    """The part of `UnifiedIdGenerator` that keeps sessions.

    A session is found by user and thread together. It is forgotten when it was unused for a day, or
    when 100,000 others were used since.
    """

    form: ClassVar[str]
    #: By user and thread; None is the thread that a user without one was given.
    _sessions: ClassVar[ExpiringTable[tuple[str, str | None], UserSession]] = ExpiringTable(
        _CAPACITY, _DAY
    )

    @classmethod
    def get_or_create_user_session(
        cls,
        user_id: str,
        thread_id: str | None = None,
        run_id: str | None = None,
        operation: str = "session",
    ) -> dict[str, str]:
        """Gives thread, run and a new request of a user's session; begins one if there is none.

        Args:
            user_id: The user.
            thread_id: The thread; None is the user's last one without a name.
            run_id: The run; None is the session's own, another begins that run in the session.
            operation: What the session is for.
        """
        with cls._sessions.lock:
            session = cls._sessions.get((user_id, thread_id))
            if session is None:
                session = cls._begin(user_id, thread_id, operation)
            if run_id is not None and run_id != session.run_id:
                session.run_id, session.operation = run_id, operation
            return cls._identifiers(session)

    @classmethod
    def get_existing_session(cls, user_id: str, thread_id: str) -> dict[str, str] | None:
        """Gives thread, run and a new request of a user's session, or None if there is none."""
        with cls._sessions.lock:
            session = cls._sessions.get((user_id, thread_id))
            return None if session is None else cls._identifiers(session)

    @classmethod
    def cleanup_expired_sessions(cls, max_age_hours: float = 24) -> int:
        """Forgets sessions that were unused for some hours; gives their number."""
        return cls._sessions.expire(max_age_hours * 3600)

    @classmethod
    def get_active_sessions_count(cls) -> int:
        """Gives the number of sessions."""
        return len({id(session) for _, session in cls._sessions.items()})

    @classmethod
    def invalidate_user_sessions(cls, user_id: str) -> int:
        """Forgets all sessions of one user, and of nobody else; gives their number."""
        with cls._sessions.lock:
            keys = [key for key, _ in cls._sessions.items() if key[0] == user_id]
            return len({id(cls._sessions.pop(key)) for key in keys})

    @classmethod
    def _begin(cls, user_id: str, thread_id: str | None, operation: str) -> UserSession:
        if thread_id is None:
            thread, run = _mint.family("thread", "run", form=cls.form, operation=operation)
        else:
            thread, run = thread_id, run_of(thread_id, cls.form)
        session = UserSession(thread, run, operation)
        if thread_id is None:
            cls._sessions.put((user_id, None), session)
        cls._sessions.put((user_id, thread), session)
        return session

    @classmethod
    def _identifiers(cls, session: UserSession) -> dict[str, str]:
        request = _mint.new("req", form=cls.form, operation=session.operation)
        return {
            "thread_id": session.thread_id,
            "run_id": session.run_id,
            "request_id": request,
        }
