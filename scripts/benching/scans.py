"""Scanning beside ripgrep and ruff."""
import os
import pathlib
import tempfile

from .places import OUTPUT, SIGNET
from .processes import corpus, paired, peak, ripgrep, tool
from .table import Row


def scan_rows() -> list:
    tree = corpus()
    files = [path for path in pathlib.Path(tree).rglob("*.py") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    what = f"scan {len(files):,} files, {size / 1e6:.0f} MB of Python"
    scan = [str(SIGNET), "scan", "--include", "*.py", "--format", "jsonl", "--fail-on", "never"]
    uuid, everything = [*scan, "--no-cache", "--focus", "uuid", tree], [*scan, "--no-cache", tree]
    # All read every file of the tree, whatever a .gitignore above it says.
    search = [ripgrep(), "--no-ignore", "--glob", "*.py", r"uuid4\(", tree]
    own, other, ratio = paired(uuid, search)
    rows = [
        Row(f"{what}, focus uuid", f"{own * 1000:.0f} ms, {size / own / 1e6:.0f} MB/s",
            f"`rg 'uuid4\\('` {other * 1000:.0f} ms", f"{ratio:.2f}× its time",
            targets=[("≤ 2× its time", ratio <= 2)]),
    ]
    if linter := tool("ruff", "ruff==0.17.6"):
        settings = OUTPUT / "ruff.toml"
        settings.write_text('[lint]\nselect = ["TID251"]\n[lint.flake8-tidy-imports.banned-api]\n'
                            '"uuid.uuid4".msg = "banned"\n')
        lint = [linter, "check", "--config", str(settings), "--no-cache", "--quiet", tree]
        own, other, ratio = paired(everything, lint)
        rows.append(
            Row(f"{what}, all rules", f"{own * 1000:.0f} ms, {size / own / 1e6:.0f} MB/s",
                f"ruff with one banned API {other * 1000:.0f} ms", f"{1 / ratio:.2f}×",
                targets=[("2×", ratio <= 0.5)]))
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        again, first, ratio = paired([*scan, tree], everything)
        del os.environ["XDG_CACHE_HOME"]
    rows.append(
        Row("the same again, unchanged", f"{again * 1000:.0f} ms",
            f"without cache {first * 1000:.0f} ms", f"{1 / ratio:.1f}×",
            targets=[("5×", ratio <= 0.2)]))
    memory, others = peak(everything), peak(search)
    limit = 300 * max(1, len(files) / 10_000)
    rows.append(
        Row("scan with all rules, peak memory", f"{memory:.0f} MB", f"`rg` {others:.0f} MB",
            targets=[("≤ 300 MB for 10,000 files", memory <= limit)]))
    return rows
