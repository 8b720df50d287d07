"""The time, in the two units that the tables use."""

import time
from datetime import datetime, timezone


def now_ms() -> int:
    """Milliseconds since 1970."""
    return int(time.time() * 1000)


def iso(milliseconds: int) -> str:
    """A time as people and clients read it."""
    moment = datetime.fromtimestamp(milliseconds / 1000, tz=timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
