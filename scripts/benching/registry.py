"""Live resources, at two sizes."""
import json
import subprocess
import sys

from .places import ROOT
from .table import Row


# name in Benchmarks/Registry, sizes, the most that one may take in nanoseconds
STEPS = [
    ("issue", 2_000, 30_000), ("look up", 2_000, None), ("touch", 2_000, None),
    ("names", None, None), ("release", 2_000, None), ("cascade", 2_000, None),
]


def registry_rows() -> list:
    """Runs Benchmarks/Registry: each step at two sizes, in memory and in SQLite."""
    package = ["--package-path", str(ROOT / "Benchmarks"), "-c", "release"]
    subprocess.run(["swift", "build", *package, "--product", "Registry"], check=True,
                   stdout=sys.stderr)
    program = ROOT / "Benchmarks" / ".build" / "release" / "Registry"
    figures = json.loads(subprocess.run([program], check=True, capture_output=True).stdout)
    rows = []
    for store, small, large, column in [("memory", 1000, 1_000_000, 1), ("sqlite", 1000, 100_000, 2)]:
        for step in STEPS:
            few, many = figures[f"{store} {step[0]} {small}"], figures[f"{store} {step[0]} {large}"]
            limit = step[column]
            targets = [(f"≤ {limit / 1000:g} µs", many <= limit)] if limit else []
            rows.append(Row(f"registry in {store}, {step[0]}, of {large:,}", f"{many / 1000:.1f} µs",
                            f"of {small:,} {few / 1000:.1f} µs", f"{few / many:.2f}×",
                            targets=targets))
    megabytes = figures["memory megabytes"]
    rows.append(Row("registry in memory, a million nodes", f"{megabytes:.0f} MB",
                    targets=[("< 400 MB", megabytes < 400)]))
    return rows
