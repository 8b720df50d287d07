"""Predictable IDs, for tests.

>>> import signet
>>> with signet.testing.fixed(seed=1):
...     signet.new("user")
'user_1726234567890_000001_910a2dec89025c'
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from . import _generator, _kinds, _mint
from ._parse import parse

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

_MASK = (1 << 64) - 1
#: 2024-09-13T13:36:07.890Z, the time of the format's vectors.
DEFAULT_TIME = 1_726_234_567_890


class FixedIDs:
    """Says when the IDs of a test are made; what `fixed` gives.

    Args:
        seed: Where the sequence of tails begins.
        time: Unix milliseconds at which the clock stands still.
        counter: The counter at which every millisecond begins, 0 to 262143.
    """

    def __init__(self, seed: int = 1, time: int = DEFAULT_TIME, counter: int = 1) -> None:
        self._seed, self._start, self._counter = seed, time, counter
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """Begins again: the same IDs follow as at first."""
        self.time = self._start
        self._state = self._seed & _MASK
        self.generator = _generator.Generator(
            lambda: self.time * 1_000_000, self._tails, lambda: None, self._counter
        )
        if _generator.shared is getattr(self, "_shared", None):
            _generator.shared = self.generator
        self._shared = self.generator

    def advance(self, milliseconds: int = 1) -> None:
        """Moves the clock on; with a negative number, back."""
        self.time += milliseconds

    def _tails(self) -> list[str]:
        """Gives the highest 56 bits of one word of SplitMix64.

        Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
        """
        with self._lock:
            self._state = state = self._state + 0x9E3779B97F4A7C15 & _MASK
        word = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & _MASK
        word = (word ^ word >> 27) * 0x94D049BB133111EB & _MASK
        return [f"{(word ^ word >> 31) >> 8:014x}"]


@contextmanager
def fixed(seed: int = 1, time: int = DEFAULT_TIME, counter: int = 1) -> Iterator[FixedIDs]:
    """Makes all IDs of the process known beforehand, until the block ends.

    Args:
        seed: Where the sequence of tails begins.
        time: Unix milliseconds at which the clock stands still.
        counter: The counter at which every millisecond begins, 0 to 262143.

    Returns:
        What moves the clock and begins again.
    """
    ids = FixedIDs(seed, time, counter)
    before = _generator.shared
    _generator.shared = ids.generator
    try:
        yield ids
    finally:
        _generator.shared = before


@contextmanager
def kinds(path: str | os.PathLike[str] | None = None) -> Iterator[None]:
    """Lets other kinds apply until the block ends: those of a file, or the built-in ones."""
    before = _kinds.current
    _mint.use_catalog(_kinds.BUILT_IN if path is None else _kinds.read_catalog(path))
    try:
        yield
    finally:
        _mint.use_catalog(before)


def assert_unique(ids: Iterable[str]) -> None:
    """Checks that no ID stands twice, in whatever form.

    Raises:
        AssertionError: With the two positions.
        IDError: If one of them is no ID.
    """
    seen: dict[object, int] = {}
    for position, text in enumerate(ids):
        first = seen.setdefault(parse(text), position)
        if first != position:
            raise AssertionError(f"the IDs at {first} and {position} are the same")


def assert_increasing(ids: Iterable[str]) -> None:
    """Checks that IDs stand in the order in which they were made.

    Raises:
        AssertionError: With the position of the first that does not.
        IDError: If one of them is no ID.
    """
    last = None
    for position, text in enumerate(ids):
        current = parse(text)
        if last is not None and current <= last:
            raise AssertionError(f"the ID at {position} is not after the one before it")
        last = current
