"""Checks of what clients send."""

import re
from typing import Any, Dict, Optional

from chat_backend.shared.http import HTTPError

REQUEST_ID = re.compile(r"^req_[0-9a-f]{32}$")
EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")


def text(body: Dict[str, Any], name: str, limit: int = 4000) -> str:
    """A member of the body that must be a text with something in it."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise HTTPError(400, f"{name} is missing")
    if len(value) > limit:
        raise HTTPError(400, f"{name} is longer than {limit} characters")
    return value.strip()


def email(body: Dict[str, Any]) -> str:
    value = text(body, "email", 200).lower()
    if not EMAIL.match(value):
        raise HTTPError(400, "email is not an address")
    return value


def number(value: Optional[str], default: float, most: float) -> float:
    """A number of the query, within bounds."""
    try:
        parsed = float(value) if value is not None else default
    except ValueError:
        raise HTTPError(400, "a number is expected") from None
    return min(max(parsed, 0), most)


def is_request_id(value: Optional[str]) -> bool:
    """Whether a client's X-Request-ID may be taken over into the logs."""
    return value is not None and REQUEST_ID.match(value) is not None


def is_session_id(session_id: str) -> bool:
    """Saves a query for what can be no session."""
    return len(session_id) == 36 and session_id.count("-") == 4
