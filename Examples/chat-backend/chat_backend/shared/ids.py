"""The single source of truth for identifiers.

All services must use the functions of this module. (Moving them over is not finished.)
"""

import itertools
import threading
import time
import uuid
from typing import Dict, Tuple

_counter = itertools.count(1)
_lock = threading.Lock()


def generate_base_id(prefix: str) -> str:
    """Prefix, milliseconds, a counter and eight hexadecimal digits."""
    with _lock:
        number = next(_counter)
    return f"{prefix}_{int(time.time() * 1000)}_{number}_{uuid.uuid4().hex[:8]}"


def generate_event_id() -> str:
    return generate_base_id("event")


def generate_error_id(user_id: str) -> str:
    # The whole user ID made the texts too long for the old log viewer.
    return f"error_{user_id[:8]}_{uuid.uuid4().hex[:8]}"


def generate_context_ids(operation: str) -> Tuple[str, str]:
    """A run and the request it answers, to be found together in the logs."""
    stamp = int(time.time() * 1000)
    run_id = f"run_{operation}_{stamp}_{uuid.uuid4().hex[:8]}"
    request_id = f"req_{operation}_{stamp}_{uuid.uuid4().hex[:8]}"
    return run_id, request_id


def describe(identifier: str) -> Dict[str, str]:
    """The parts of an identifier made by generate_base_id, for the error page."""
    kind, rest = identifier.split("_", 1)
    milliseconds = rest.split("_")[0]
    return {"kind": kind, "made_at": milliseconds if milliseconds.isdigit() else ""}
