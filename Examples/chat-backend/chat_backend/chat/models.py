"""Threads and the messages in them."""

from dataclasses import dataclass, field
from typing import Optional
from uuid import uuid4 as new_id

from chat_backend.shared.clock import now_ms


@dataclass
class Thread:
    """A conversation of one or more users; the owner may invite others."""

    title: str
    owner_id: str
    id: str = field(default_factory=lambda: f"thread_{new_id()}")
    created_at: int = field(default_factory=now_ms)


@dataclass
class Message:
    thread_id: str
    author_id: str
    text: str
    reply_to: Optional[str] = None
    id: str = ""
    created_at: int = field(default_factory=now_ms)

    def __post_init__(self) -> None:
        # Rows from the database bring their ID along.
        self.id = self.id or f"msg_{new_id().hex}"
