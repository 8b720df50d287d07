"""What the auth service keeps of people and their sessions."""

import uuid
from dataclasses import dataclass, field


@dataclass
class User:
    email: str
    name: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass
class Session:
    """A login. The token is what the client shows; the ID is for us."""

    id: str
    user_id: str
    session_token: str
    device: str
    expires_at: int
