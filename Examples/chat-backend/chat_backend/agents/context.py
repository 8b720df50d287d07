"""What belongs to one run of an agent: whose it is, and where it happens."""

import time
import uuid
from dataclasses import dataclass, field

from chat_backend.shared import ids


@dataclass
class ExecutionContext:
    """Handed to everything that works for a run."""

    user_id: str
    thread_id: str
    run_id: str
    request_id: str
    started_at: float = field(default_factory=time.monotonic)

    @classmethod
    def in_thread(cls, user_id: str, thread_id: str) -> "ExecutionContext":
        """A run in a thread that is there."""
        run_id, request_id = ids.generate_context_ids("chat")
        return cls(user_id, thread_id, run_id, request_id)

    @classmethod
    def fresh(cls, user_id: str, request_id: str) -> "ExecutionContext":
        """A run in a thread of its own, which is yet to be stored."""
        thread_id = f"thread_{uuid.uuid4()}"
        run_id = f"run_{uuid.uuid4().hex[:8]}"
        return cls(user_id=user_id, thread_id=thread_id, run_id=run_id, request_id=request_id)

    def trace_id(self) -> str:
        return "_".join(["trace", self.user_id, str(int(time.time()))])

    def elapsed_ms(self) -> int:
        return int((time.monotonic() - self.started_at) * 1000)
