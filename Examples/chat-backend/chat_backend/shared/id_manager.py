"""Central ID management: the single source of truth, second edition.

Counts per kind and remembers what is active, which `ids` does not.
"""

import threading
import uuid
from collections import defaultdict
from typing import Dict, Set


class IdManager:
    """Makes identifiers such as connection_7_b97ed28f and knows which ones are in use."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counters: Dict[str, int] = defaultdict(int)
        self._active: Dict[str, Set[str]] = defaultdict(set)

    def generate_id(self, kind: str) -> str:
        with self._lock:
            self._counters[kind] += 1
            identifier = "{}_{}_{}".format(kind, self._counters[kind], uuid.uuid4().hex[:8])
            self._active[kind].add(identifier)
            return identifier

    def register_existing_id(self, kind: str, identifier: str) -> None:
        """Takes in an identifier that was made elsewhere."""
        with self._lock:
            self._active[kind].add(identifier)

    def is_active(self, kind: str, identifier: str) -> bool:
        with self._lock:
            return identifier in self._active[kind]

    def release_id(self, kind: str, identifier: str) -> bool:
        with self._lock:
            if identifier not in self._active[kind]:
                return False
            self._active[kind].discard(identifier)
            return True

    def count_active(self) -> Dict[str, int]:
        with self._lock:
            return {kind: len(known) for kind, known in self._active.items() if known}
