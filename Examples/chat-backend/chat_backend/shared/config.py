"""Settings of a process."""

import os
import socket
from dataclasses import dataclass, field
from uuid import uuid4


@dataclass
class Config:
    """What the command line and the environment decide."""

    host: str = "127.0.0.1"
    port: int = 0
    database: str = ":memory:"
    session_seconds: int = 12 * 3600
    log_requests: bool = False
    environment: str = os.environ.get("CHAT_ENVIRONMENT", "dev")
    # Names the process in the answers, so that support can tell replicas apart.
    instance_id: str = field(default_factory=lambda: f"{socket.gethostname()}-{uuid4().hex[:6]}")
