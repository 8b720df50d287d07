"""A table that cannot grow for ever."""

from __future__ import annotations

import os
import threading
import time
import weakref
from collections import OrderedDict
from typing import Any, Callable, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class ExpiringTable(Generic[Key, Value]):
    """Keeps what was used last: so many entries at most, none unused for longer than a lifetime.

    Every use of an entry begins its lifetime anew. It is safe to use from any thread.

    Args:
        capacity: How many entries it holds; the one unused for longest makes room.
        lifetime: How long an entry stays without being used, in seconds.
        clock: Reads seconds of a clock that nobody sets.
    """

    def __init__(
        self, capacity: int, lifetime: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        if capacity < 1 or lifetime <= 0:
            raise ValueError("a table holds an entry for some time")
        self.capacity, self.lifetime = capacity, lifetime
        self.clock = clock
        self.lock = threading.RLock()
        #: Ordered by last use.
        self._entries: OrderedDict[Key, tuple[float, Value]] = OrderedDict()
        _tables.add(self)

    def put(self, key: Key, value: Value) -> None:
        """Keeps a value, in place of the key's former one."""
        with self.lock:
            self._entries[key] = (self.clock(), value)
            self._entries.move_to_end(key)
            self.expire()
            while len(self._entries) > self.capacity:
                self._entries.popitem(last=False)

    def get(self, key: Key) -> Value | None:
        """Gives the value of a key, and begins its lifetime anew."""
        with self.lock:
            self.expire()
            entry = self._entries.get(key)
            if entry is None:
                return None
            self._entries[key] = (self.clock(), entry[1])
            self._entries.move_to_end(key)
            return entry[1]

    def pop(self, key: Key) -> Value | None:
        """Forgets a key, and gives the value that it had."""
        with self.lock:
            entry = self._entries.pop(key, None)
            return None if entry is None else entry[1]

    def items(self) -> list[tuple[Key, Value]]:
        """Lists what is kept, the longest unused first."""
        with self.lock:
            self.expire()
            return [(key, value) for key, (_, value) in self._entries.items()]

    def expire(self, lifetime: float | None = None) -> int:
        """Forgets what was unused for longer than its lifetime, or a shorter one.

        Returns:
            How many entries that were.
        """
        count = 0
        with self.lock:
            limit = self.clock() - (self.lifetime if lifetime is None else lifetime)
            while self._entries:
                key = next(iter(self._entries))
                if self._entries[key][0] > limit:
                    break
                del self._entries[key]
                count += 1
        return count

    def clear(self) -> None:
        """Forgets everything."""
        with self.lock:
            self._entries.clear()

    def __len__(self) -> int:
        with self.lock:
            self.expire()
            return len(self._entries)


_tables: weakref.WeakSet[ExpiringTable[Any, Any]] = weakref.WeakSet()


def _unlock_in_child() -> None:
    """Gives each table a new lock: a thread that held the old one is not there any more."""
    for table in list(_tables):
        table.lock = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_unlock_in_child)
