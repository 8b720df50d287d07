"""`UnifiedIdGenerator`, the generator of the earlier system."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import ClassVar

from .. import _mint
from .._detect import detect
from .._errors import IDError
from .._id import ID
from .._parse import parse
from . import _prefixes
from ._sessions import SessionMethods


@dataclass(frozen=True)
class IdComponents:
    """What the text of an ID says."""

    prefix: str
    """What stands before the time: the kind, and the slots of a readable or classic text."""
    timestamp: int | None
    """Unix milliseconds; None where the text does not say."""
    counter: int | None
    """The counter; None where the text has none."""
    random: str
    """The digits at the end."""
    full_id: str
    """The text."""


class UnifiedIdGenerator(SessionMethods):
    """Names and argument orders of the earlier generator, on today's IDs.

    Owners are written whole. Thread, run and request of one context share one core. Parameters that
    asked for fewer random digits are accepted and make no ID weaker.

    `form` is `readable`. Where consumers still validate 8 digits, make it `classic`, which writes
    what the earlier generator wrote and loses 24 random bits:

        UnifiedIdGenerator.form = "classic"
    """

    form: ClassVar[str] = "readable"

    @classmethod
    def generate_base_id(
        cls, prefix: str = "id", include_random: bool = True, random_length: int = 8
    ) -> str:
        """Makes an ID that begins with a prefix, of any declared kind or none."""
        return _prefixes.mint(prefix, cls.form)

    @classmethod
    def generate_user_context_ids(
        cls, user_id: str, operation: str = "context"
    ) -> tuple[str, str, str]:
        """Makes thread, run and request, in this order, with one core."""
        thread, run, request = _mint.family(
            "thread", "run", "req", form=cls.form, operation=operation
        )
        return thread, run, request

    @classmethod
    def generate_websocket_connection_id(
        cls, user_id: str, connection_timestamp: float | None = None
    ) -> str:
        """Makes the ID of a WebSocket connection; its time is that of its making."""
        return _mint.new("ws_conn", owner=user_id, form=cls.form)

    @classmethod
    def generate_websocket_client_id(
        cls, user_id: str, connection_timestamp: float | None = None
    ) -> str:
        """Makes the ID of a WebSocket client; its time is that of its making."""
        return _mint.new("ws_client", owner=user_id, form=cls.form)

    @classmethod
    def generate_agent_execution_id(cls, agent_type: str, user_id: str) -> str:
        """Makes the ID of an agent of a type, for a user."""
        return _mint.new("agent", owner=user_id, form=cls.form, type=agent_type)

    @classmethod
    def generate_tool_execution_id(cls, tool_name: str, agent_id: str | None = None) -> str:
        """Makes the ID of a call of a tool; the agent is not part of its text."""
        return _mint.new("tool", form=cls.form, name=tool_name)

    @classmethod
    def generate_message_id(
        cls, message_type: str, user_id: str, thread_id: str | None = None
    ) -> str:
        """Makes the ID of a message; the thread is not part of its text."""
        return _mint.new("msg", owner=user_id, form=cls.form, type=message_type)

    @classmethod
    def generate_session_id(cls, user_id: str, session_type: str = "web") -> str:
        """Makes the ID of a session, which is never its secret: see `signet.Secret`."""
        return _mint.new("session", owner=user_id, form=cls.form, type=session_type)

    @classmethod
    def generate_error_context_id(cls, error_type: str, user_id: str) -> str:
        """Makes the ID of an error record."""
        return _mint.new("error", owner=user_id, form=cls.form, type=error_type)

    @classmethod
    def generate_batch_ids(cls, prefix: str, count: int, include_random: bool = True) -> list[str]:
        """Makes several IDs that begin with a prefix, in ascending order."""
        return [cls.generate_base_id(prefix) for _ in range(count)]

    @staticmethod
    def parse_id(id_string: str) -> IdComponents | None:
        """Takes the text of an ID apart, today's or of an earlier generator; None if it is none."""
        if not isinstance(id_string, str):
            return None
        try:
            return _components(parse(id_string), id_string)
        except IDError:
            found = detect(id_string)
        if found is None:
            return None
        if found.adopted is not None:
            return IdComponents("", None, None, f"{found.adopted:032x}", id_string)
        prefix, _, last = id_string.rpartition("_")
        before, _, number = prefix.rpartition("_")
        has_number = found.family in ("counted", "run_of_thread")
        counter = int(number) if has_number else None
        return IdComponents(before if has_number else prefix, found.time, counter, last, id_string)

    @classmethod
    def is_valid_id(cls, id_string: str, expected_prefix: str | None = None) -> bool:
        """Whether a text is an ID, today's or of an earlier generator, and begins with a prefix."""
        parsed = cls.parse_id(id_string)
        if parsed is None:
            return False
        return not expected_prefix or f"{parsed.prefix}_".startswith(f"{expected_prefix}_")

    @classmethod
    def get_id_age(cls, id_string: str) -> int:
        """Gives an ID's age in milliseconds; -1 for a text that is none or has no time."""
        parsed = cls.parse_id(id_string)
        if parsed is None or parsed.timestamp is None:
            return -1
        return max(time.time_ns() // 1_000_000 - parsed.timestamp, 0)


def _components(parsed: ID, text: str) -> IdComponents:
    prefix = parsed.kind or ""
    if parsed.form in ("readable", "classic"):
        prefix = text.rsplit("_", 3)[0]
    random = parsed.tail or parsed.uuid.hex
    return IdComponents(prefix, parsed.time, parsed.counter, random, text)


def create_user_execution_context_factory(
    user_id: str, operation: str = "context"
) -> dict[str, str]:
    """Makes what a user's execution context needs: user, thread, run and request."""
    thread, run, request = UnifiedIdGenerator.generate_user_context_ids(user_id, operation)
    return {"user_id": user_id, "thread_id": thread, "run_id": run, "request_id": request}
