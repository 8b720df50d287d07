"""Who is connected, and with which device."""

import random
import string
import threading
import time
from dataclasses import dataclass, field
from typing import Dict, List, Optional

from chat_backend.realtime.events import EventBroker
from chat_backend.shared.id_manager import IdManager


def new_client_id() -> str:
    """Eight characters; people read them to support."""
    return "".join(random.choices(string.ascii_lowercase + string.digits, k=8))


@dataclass
class Connection:
    """A client that polls for events."""

    connection_id: str
    user_id: str
    client_id: str = field(default_factory=new_client_id)
    opened_at: float = field(default_factory=time.time)
    closed: threading.Event = field(default_factory=threading.Event)


class ConnectionRegistry:
    """All open connections of this process."""

    def __init__(self, ids: IdManager, events: EventBroker):
        self._ids = ids
        self._events = events
        self._lock = threading.Lock()
        self._opened = 0
        self._connections: Dict[str, Connection] = {}

    def open(self, user_id: str) -> Connection:
        with self._lock:
            self._opened += 1
            connection_id = f"ws_conn_{user_id[:8]}_{int(time.time() * 1000)}_{self._opened}"
            connection = Connection(connection_id, user_id)
            self._connections[connection_id] = connection
        self._ids.register_existing_id("connection", connection_id)
        return connection

    def find(self, connection_id: str, user_id: str) -> Optional[Connection]:
        """The connection, if it is open and this user's."""
        connection = self._connections.get(connection_id)
        return connection if connection and connection.user_id == user_id else None

    def of_user(self, user_id: str) -> List[Connection]:
        with self._lock:
            return [one for one in self._connections.values() if one.user_id == user_id]

    def close(self, connection_id: str) -> bool:
        with self._lock:
            connection = self._connections.pop(connection_id, None)
        if connection is None:
            return False
        connection.closed.set()
        self._ids.release_id("connection", connection_id)
        self._events.wake()
        return True

    def close_all_of(self, user_id: str) -> int:
        """Closes what a user has left open, told by the beginning of the connection's name."""
        pattern = f"ws_conn_{user_id[:8]}_"
        stale = [one for one in list(self._connections) if one.startswith(pattern)]
        return sum(self.close(connection_id) for connection_id in stale)
