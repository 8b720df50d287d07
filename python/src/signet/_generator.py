"""The generator: one word that only grows, and fresh random bits for every ID.

The word holds `time << 18 | counter`. When the clock is ahead of it, it becomes the clock's
millisecond with a counter of 17 random bits (RFC 9562, section 6.2, method 1); else it grows by
one, and a counter that overflows borrows the next millisecond. So IDs increase strictly whatever
the clock does.

No lock is held while an ID is made, for two reasons: an ID would take a third to a half longer, and
a signal handler or finalizer that makes an ID while its thread holds the lock would wait for
itself. Instead each step that threads share is one call that CPython does not interrupt: the next
value of an `itertools.count`, the last element of a `list`. On free-threaded builds a list guards
itself, and the counter gets a lock. Only the thread that moves the word to a later millisecond
excludes others, and those do not wait: they count on meanwhile.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import weakref
from itertools import count
from typing import Callable

from . import _core
from ._errors import IDError

#: Reads nanoseconds.
Clock = Callable[[], int]
#: Gives fresh tails, at least one, of 14 hexadecimal digits each.
Entropy = Callable[[], "list[str]"]

_MINIMUM_TIME = _core.MINIMUM_TIME
_MAXIMUM_TIME = _core.MAXIMUM_TIME
_MILLISECOND = 1_000_000
_HOUR = 3_600_000
#: A thread that was interrupted may still take one value of the counter that another has replaced.
#: The new one begins this far behind it, which is more than there are threads.
_MARGIN = 4096
_BATCH = 256
_TAIL_BYTES = 7


def counting(start: int) -> Callable[[], int]:
    """Gives a function that counts on from a number, one caller at a time under the GIL."""
    return count(start).__next__


def guarded_counting(start: int) -> Callable[[], int]:
    """Gives a function that counts on from a number, one caller at a time on any build.

    The lock is one that its own thread may take again, because a signal handler may run while it is
    held; the counting itself is never interrupted.
    """
    numbers = count(start)
    lock = threading.RLock()

    def locked() -> int:
        with lock:
            return next(numbers)

    return locked


def _has_gil() -> bool:
    return bool(getattr(sys, "_is_gil_enabled", lambda: True)())


successor = counting if _has_gil() else guarded_counting


def system_entropy() -> list[str]:
    """Reads a batch of tails from the operating system.

    Raises:
        IDError: `entropy_unavailable`. No weak tail is ever made.
    """
    try:
        digits = os.urandom(_TAIL_BYTES * _BATCH).hex()
    except (OSError, NotImplementedError) as error:
        raise IDError("entropy_unavailable") from error
    width = 2 * _TAIL_BYTES
    return [digits[start : start + width] for start in range(0, len(digits), width)]


def system_uptime() -> int | None:
    """Reads a clock that nobody sets and that runs on while the machine sleeps, in nanoseconds."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW)
    if sys.platform == "win32":
        return time.monotonic_ns()
    return None


class Generator:
    """Makes words and tails.

    Args:
        clock: Reads Unix time in nanoseconds.
        entropy: Gives fresh tails.
        uptime: Reads nanoseconds of a clock that nobody sets, or gives None: it tells a clock that
            jumped ahead from a program that slept.
        start: For tests: the counter at which every millisecond begins, instead of a random one.
    """

    __slots__ = (
        "__weakref__",
        "_entropy",
        "_moving",
        "_offset",
        "_start",
        "_uptime",
        "clock",
        "limit",
        "next_word",
        "pop_tail",
    )

    def __init__(
        self,
        clock: Clock = time.time_ns,
        entropy: Entropy = system_entropy,
        uptime: Callable[[], int | None] = system_uptime,
        start: int | None = None,
    ) -> None:
        self.clock = clock
        self._entropy = entropy
        self._uptime = uptime
        self._start = start
        now = clock()
        up = uptime()
        self._offset = None if up is None else now - up
        # A millisecond behind the clock, so that the first ID moves the word. Nobody sees its value
        # unless a thread asks for an ID while another one makes the first.
        before = max(now // _MILLISECOND - 1, _MINIMUM_TIME)
        self.next_word = successor(before << 18)
        #: Before this time, in nanoseconds, the clock is not ahead of the word.
        self.limit = 0
        self.reset()
        _generators.add(self)

    def reset(self) -> None:
        """Forgets the batch of tails and who was moving the word: what a forked child must do."""
        self._moving = threading.Lock()
        tails: list[str] = []
        self.pop_tail = tails.pop

    def mint(self) -> tuple[int, str]:
        """Makes a word and a tail.

        Raises:
            IDError: When entropy or clock fail; then no ID is made.
        """
        word = self.next_word() if self.clock() < self.limit else self.advance()
        try:
            return word, self.pop_tail()
        except IndexError:
            return word, self.refill()

    def core(self) -> int:
        """Makes a core.

        Raises:
            IDError: As `mint`.
        """
        word, tail = self.mint()
        return _core.from_word(word, int(tail, 16))

    def refill(self) -> str:
        """Takes a tail of a new batch.

        Threads that find the batch empty at the same time read one each, and all but the last to
        arrive lose the rest of theirs, which is nothing worth a lock.
        """
        tails = self._entropy()
        tail = tails.pop()
        self.pop_tail = tails.pop
        return tail

    def advance(self) -> int:
        """Makes a word when the clock may be ahead of the last one.

        Raises:
            IDError: `clock_out_of_range`, `clock_far_ahead` or `entropy_unavailable`.
        """
        now = self.clock() // _MILLISECOND
        if not _MINIMUM_TIME <= now <= _MAXIMUM_TIME:
            raise IDError("clock_out_of_range")
        moving = self._moving
        if not moving.acquire(False):
            return self.next_word()
        try:
            word = self.next_word()
            newest = word >> 18
            if newest < now:
                if now - newest > _HOUR:
                    self._check_leap(now, newest)
                if self._start is None:
                    word = max(now << 18 | self._random_counter(), word + _MARGIN)
                else:
                    word = max(now << 18 | self._start, word + 1)
                self.next_word = successor(word + 1)
            self.limit = ((word >> 18) + 1) * _MILLISECOND
            return word
        finally:
            moving.release()

    def _random_counter(self) -> int:
        """Takes 17 random bits."""
        try:
            tail = self.pop_tail()
        except IndexError:
            tail = self.refill()
        return int(tail[:5], 16) >> 3

    def _check_leap(self, now: int, newest: int) -> None:
        """Refuses a clock that leaves the past, or the uptime, far behind; all in milliseconds."""
        up = self._uptime()
        if self._offset is not None and up is not None:
            explained = (up + self._offset) // _MILLISECOND
            if now > max(explained, newest) + _HOUR:
                raise IDError("clock_far_ahead")
        elif now - newest > 24 * _HOUR:
            raise IDError("clock_far_ahead")


_generators: weakref.WeakSet[Generator] = weakref.WeakSet()


def _reset_child() -> None:
    for generator in list(_generators):
        generator.reset()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_child)

#: The generator of this process. `signet.testing.fixed` replaces it for a while.
shared = Generator()
