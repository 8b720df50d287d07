"""Single operations, measured by the package Benchmarks."""
import json
import subprocess

from .places import ROOT
from .table import Row


# name in Benchmarks, comparison, how many times as fast, nanoseconds, allocations
OPERATIONS = [
    ("generate a core", "UUID()", 40, 50, 0),
    ("generate and write readable", None, None, 80, 0),
    ("generate and write readable with slots", None, None, 80, 0),
    ("generate a String, compact", "UUID().uuidString", 25, None, 1),
    ("parse compact as ID<K>", "UUID(uuidString:)", 10, 30, 0),
    ("parse uuid as Core", "UUID(uuidString:)", 10, 30, 0),
    ("parse readable as ID<K>", "UUID(uuidString:)", 10, 60, 0),
    ("parse compact among all forms", "UUID(uuidString:)", 10, 30, 0),
    ("parse uuid among all forms", "UUID(uuidString:)", 10, 30, 0),
    ("parse readable among all forms", "UUID(uuidString:)", 10, 60, 0),
    ("parse readable with slots", "UUID(uuidString:)", None, None, None),
]
# name in Benchmarks, one thread of the same, how many times as many in sum
THREADS = [
    ("two threads, one generator", "one thread", 1.3),
    ("two threads, a leased generator each", "one thread, leased", 1.8),
    ("two threads, arithmetic only", "one thread, arithmetic only", None),
]


def run_benchmarks() -> dict:
    """Runs the package Benchmarks; gives medians by name of benchmark and metric."""
    command = ["swift", "package", "--package-path", str(ROOT / "Benchmarks"), "benchmark",
               "--target", "IDs", "--format", "jmh", "--path", "stdout", "--no-progress"]
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    line = next(line for line in result.stdout.splitlines() if line.startswith("[{"))
    figures = {}
    for element in json.loads(line):
        name = element["benchmark"].removeprefix("package.benchmark.IDs.").replace("_", " ")
        metrics = element["secondaryMetrics"]
        figures[name] = {
            metric: values["scorePercentiles"]["50.0"] for metric, values in metrics.items()
        }
    return figures


def operation_rows(figures: dict) -> list:
    # A sample is a thousand operations: its microseconds are the nanoseconds of one.
    def nanoseconds(name):
        return figures[name]["Time (wall clock)"]

    rows = []
    for name, other, times, limit, allocations in OPERATIONS:
        own, counted = nanoseconds(name), figures[name]["Allocations"] / 1000
        instructions = figures[name].get("Instructions", 0) / 1000
        ratio = nanoseconds(other) / own if other else None
        targets = []
        if times:
            targets.append((f"{times}×", ratio >= times))
        if limit:
            targets.append((f"≤ {limit} ns", own <= limit))
        if allocations is not None:
            targets.append((f"{allocations} alloc.", counted == allocations))
        comparison = "–"
        if other:
            others = figures[other]["Allocations"] / 1000
            comparison = f"`{other}` {nanoseconds(other):,.0f} ns, {others:g} alloc."
        rows.append(Row(name, f"{own:.1f} ns", comparison, f"{ratio:.1f}×" if ratio else "–",
                        f"{counted:g}", f"{instructions:,.0f}" if instructions else "–", targets))
    for name, other, times in THREADS:
        ratio = 2 * nanoseconds(other) / nanoseconds(name)
        # A sample is a million operations a thread.
        sum_of_both, single = 2e6 / nanoseconds(name), 1e6 / nanoseconds(other)
        targets = [(f"{times}× in sum", ratio >= times)] if times else []
        rows.append(Row(name, f"{sum_of_both:.1f} M/s", f"{other} {single:.1f} M/s",
                        f"{ratio:.2f}×", targets=targets))
    return rows
