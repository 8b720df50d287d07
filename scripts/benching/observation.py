"""Observing a log beside grep."""
import os
import random
import subprocess
import uuid

from .places import OUTPUT, SIGNET
from .processes import paired
from .table import Row


# What `grep` is asked for: four of the families that `signet observe` tells apart.
SHAPES = ["[a-z][a-z_]*_[0-7][0-9a-hjkmnp-tv-z]{25}", "[a-z][a-z_]*_[0-9]+_[0-9a-f]{8}",
          # signet: ignore[uuid-pattern] the text of a UUID is one of the four
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "[a-z][a-z_]*_[0-9a-f]{8}"]


def observe_rows() -> list:
    """Counts the identifiers of a log of 600 MB, one in most of its lines."""
    log = OUTPUT / "observe.log"
    if not log.exists():
        dice = random.Random(5)
        words = "request handled cache miss for tenant upstream worker retry finished".split()
        new = [str(SIGNET), "new", "session", "--form", "compact", "-n", "100000"]
        names = subprocess.run(new, check=True, capture_output=True, text=True).stdout.split()
        lines = []
        for number, name in enumerate(names):
            hexadecimal = f"{dice.getrandbits(128):032x}"
            # signet: ignore[uuid-parse] a UUID as earlier generators wrote it
            word = [f"session={name}", f"session={name}", f"id={uuid.UUID(hexadecimal, version=4)}",
                    f"thread_chat_{number}_{hexadecimal[:8]}", "no"][number % 5]
            text = " ".join(dice.choice(words) for _ in range(9))
            lines.append(f"2026-11-21T12:{number % 60:02}:07.{number % 1000:03}Z INFO api[4711] "
                         f"{text} {word} took {number % 3000} ms\n")
        log.write_text("".join(lines) * 40)
    observe = [str(SIGNET), "observe", "--quiet", str(log)]
    shapes = [part for shape in SHAPES for part in ("-e", shape)]
    # Into a pipe: where nobody reads, grep ends with the first match.
    search = ["sh", "-c", '"$@" | cat', "sh", "grep", "-aoE", *shapes, str(log)]
    os.environ["LC_ALL"] = "C"
    own, other, ratio = paired(observe, search)
    rate = log.stat().st_size / own / 1e6
    return [Row(f"observe a log of {log.stat().st_size / 1e6:.0f} MB", f"{rate:.0f} MB/s",
                f"`grep -oE`, 4 patterns {log.stat().st_size / other / 1e6:.0f} MB/s",
                f"{1 / ratio:.1f}×",
                targets=[("≥ 400 MB/s", rate >= 400), ("not slower", ratio <= 1)])]
