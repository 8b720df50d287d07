"""Rewriting beside ast-grep."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from .places import OUTPUT, ROOT, SIGNET
from .processes import PAIRS, corpus, tool
from .table import Row


# A rewrite by pattern: it proves nothing, adds no import, and knows no kinds.
PATTERNS = [
    ("str(uuid.uuid4())", 'signet.new("id")'), ("uuid.uuid4().hex[:8]", 'signet.new("id")'),
    ("uuid.uuid4().hex", 'signet.uuid("id").hex'), ("uuid.uuid4()", 'signet.uuid("id")'),
]


def rewritten(tree: pathlib.Path, folder: pathlib.Path, command: list) -> float:
    """Runs a command in a fresh copy of a tree; gives its seconds.

    The copy stays: the file system has work left for some time after files are removed.
    """
    copy = shutil.copytree(tree, pathlib.Path(tempfile.mkdtemp(dir=folder)) / "tree")
    # The journal belongs to the copy, not to this repository.
    (copy / "signet.yml").write_text("version: 1\n")
    os.sync()
    start = time.monotonic()
    status = subprocess.run(command, cwd=copy, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL).returncode
    seconds = time.monotonic() - start
    if status not in (0, 1):
        sys.exit(f"bench: {' '.join(command)} ended with status {status}")
    return seconds


def fix_rows() -> list:
    tree = OUTPUT / "fix"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run([str(ROOT / "scripts" / "fix-tree"), corpus(), str(tree)], check=True)
    fix = [str(SIGNET), "fix", "--level", "unsafe", "--write", "--quiet"]
    plain = [*fix, "--no-interpreter"]
    rules = OUTPUT / "ast-grep.yml"
    rules.write_text("\n---\n".join(
        f"id: r{number}\nlanguage: python\nrule: {{pattern: '{pattern}'}}\nfix: '{fix}'"
        for number, (pattern, fix) in enumerate(PATTERNS)))
    what = "fix 10,000 places in 2,000 files"
    rows = []
    copies = OUTPUT / "fix-copies"
    copies.mkdir(exist_ok=True)
    if rewriter := tool("ast-grep", "ast-grep-cli"):
        other = [rewriter, "scan", "--rule", str(rules), "--update-all", "."]
        pairs = [(rewritten(tree, copies, plain), rewritten(tree, copies, other))
                 for _ in range(PAIRS)]
        own, others = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
        ratio = statistics.median(other / own for own, other in pairs)
        rows.append(Row(f"{what}, proof and journal included", f"{own * 1000:.0f} ms",
                        f"ast-grep, four patterns {others * 1000:.0f} ms", f"{ratio:.2f}×",
                        targets=[("not slower", ratio >= 1), ("3×", ratio >= 3)]))
    checked = statistics.median(rewritten(tree, copies, fix) for _ in range(3))
    shutil.rmtree(copies)
    rows.append(Row("the same with the check by CPython", f"{checked * 1000:.0f} ms"))
    return rows
