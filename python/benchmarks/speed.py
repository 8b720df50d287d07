"""Measures making IDs beside `str(uuid.uuid4())`, in turns, and prints one row of a table.

Each round times every candidate once, one right after the other, so that what slows the machine
down slows all of them; the median over the rounds is printed, in nanoseconds.
"""

import platform
import statistics
import timeit
import uuid

import signet

ROUNDS = 41
COUNT = 5_000

CANDIDATES = {
    "str(uuid.uuid4())": lambda: str(uuid.uuid4()),
    'new("run")': lambda: signet.new("run"),
    "with slots": lambda: signet.new("session", type="auth", owner="user123"),
    "compact": lambda: signet.new("run", form="compact"),
    "uuid.uuid4()": uuid.uuid4,
    "signet.uuid()": signet.uuid,
}


def main():
    """Prints the row, and under Python 3.9 the head of the table before it."""
    rounds = [
        {name: timeit.timeit(make, number=COUNT) / COUNT * 1e9 for name, make in CANDIDATES.items()}
        for _ in range(ROUNDS)
    ]
    medians = [statistics.median(timings[name] for timings in rounds) for name in CANDIDATES]
    names = list(CANDIDATES)
    ratio = statistics.median(timings[names[0]] / timings[names[1]] for timings in rounds)
    if platform.python_version_tuple()[1] == "9":
        print(f"| Python | {' | '.join(f'`{name}`' for name in names)} | uuid4 / new |")
        print(f"| --- |{' ---: |' * (len(names) + 1)}")
    cells = " | ".join(f"{median:,.0f}" for median in medians)
    print(f"| {platform.python_version()} | {cells} | {ratio:.1f}× |")


if __name__ == "__main__":
    main()
