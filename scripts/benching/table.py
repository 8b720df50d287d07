"""The table that is printed."""
import datetime
import os
import pathlib
import platform


class Row:
    """A line of the table; `targets` are pairs of a text and whether it is met."""

    def __init__(self, what, figure, comparison="–", ratio="–", allocations="–",
                 instructions="–", targets=()):
        self.cells = [what, figure, comparison, ratio, allocations, instructions]
        self.cells.append(", ".join(text for text, _ in targets) or "–")
        missed = [text for text, met in targets if not met]
        self.cells.append(f"missed: {', '.join(missed)}" if missed else "met" if targets else "–")


def processor() -> str:
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def table(rows: list, figures: dict) -> str:
    header = ["what", "Signet", "beside it", "ratio", "allocations", "instructions", "target", ""]
    cells = [row.cells for row in rows]
    counts = any(values.get("Instructions") for values in figures.values())
    if not counts:
        header.pop(5)
        for line in cells:
            line.pop(5)
    lines = [f"| {' | '.join(line)} |" for line in [header, ["---"] * len(header), *cells]]
    load = os.getloadavg()[0]
    note = (f"{processor()}, {os.cpu_count()} CPUs, load {load:.1f}, {platform.system()} "
            f"{platform.release()}, {datetime.date.today().isoformat()}. Medians of one run.")
    if figures and not counts:
        note += " This machine offers no instruction counter."
    return "\n".join([*lines, "", note])
