"""Measures making IDs beside `str(uuid.uuid4())`, in turns, and prints one row of a table.

Each round times every candidate once, one right after the other, so that what slows the machine
down slows all of them; the median over the rounds is printed, in nanoseconds.
"""

import itertools
import platform
import statistics
import time
import timeit
import uuid

import signet
from signet import _generator

ROUNDS = 41
COUNT = 5_000

#: Makes IDs as a program does that makes at most one a millisecond: the word moves for each.
SELDOM = _generator.Generator(itertools.count(time.time_ns(), 1_000_000).__next__, uptime=lambda: 0)
USUAL = _generator.shared

CANDIDATES = {
    "str(uuid.uuid4())": (USUAL, lambda: str(uuid.uuid4())),
    'new("run")': (USUAL, lambda: signet.new("run")),
    "one a millisecond": (SELDOM, lambda: signet.new("run")),
    "with slots": (USUAL, lambda: signet.new("session", type="auth", owner="user123")),
    "compact": (USUAL, lambda: signet.new("run", form="compact")),
    "uuid.uuid4()": (USUAL, uuid.uuid4),
    "signet.uuid()": (USUAL, signet.uuid),
}


def measure(generator, make):
    """Gives the nanoseconds of one call."""
    _generator.shared = generator
    return timeit.timeit(make, number=COUNT) / COUNT * 1e9


def main():
    """Prints the row, and under Python 3.9 the head of the table before it."""
    rounds = [
        {name: measure(*candidate) for name, candidate in CANDIDATES.items()} for _ in range(ROUNDS)
    ]
    names = list(CANDIDATES)
    medians = [statistics.median(timings[name] for timings in rounds) for name in names]
    ratio = statistics.median(timings[names[0]] / timings[names[1]] for timings in rounds)
    if platform.python_version_tuple()[1] == "9":
        print(f"| Python | {' | '.join(f'`{name}`' for name in names)} | uuid4 / new |")
        print(f"| --- |{' ---: |' * (len(names) + 1)}")
    cells = " | ".join(f"{median:,.0f}" for median in medians)
    print(f"| {platform.python_version()} | {cells} | {ratio:.1f}× |")


if __name__ == "__main__":
    main()
