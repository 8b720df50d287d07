"""Runs whole processes, alone or in turn, and finds what they are compared with."""
import os
import shutil
import statistics
import subprocess
import sys
import time

from .places import OUTPUT, ROOT


PAIRS = 7


def run(command: list, source=None) -> float:
    """Runs a command; gives its seconds."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL)
    status = process.wait()
    seconds = time.monotonic() - start
    if status not in (0, 1):
        sys.exit(f"bench: {' '.join(command)} ended with status {status}")
    return seconds


# A process counts the memory that its parent held when it was started, so a small one starts it.
LAUNCHER = """import os, sys
output = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=output)
print(os.wait4(child, 0)[2].ru_maxrss)"""


def peak(command: list) -> float:
    """Runs a command; gives its peak memory in megabytes."""
    launcher = [sys.executable, "-I", "-S", "-c", LAUNCHER, *command]
    unit = 1 if sys.platform == "darwin" else 1024
    return int(subprocess.run(launcher, check=True, capture_output=True).stdout) * unit / 1e6


def ripgrep() -> str:
    if not shutil.which("rg"):
        root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*root, "apt-get", "install", "-y", "-qq", "ripgrep"], check=True,
                       stdout=sys.stderr)
    return shutil.which("rg")


def paired(own: list, other: list) -> tuple:
    """Runs two commands in turns; gives both medians in seconds and the median ratio."""
    run(own), run(other)  # warm the page cache
    pairs = []
    for index in range(PAIRS):
        # Each goes first every other time.
        ordered = [run(command) for command in ([own, other] if index % 2 else [other, own])]
        pairs.append(ordered if index % 2 else ordered[::-1])
    medians = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    return (*medians, statistics.median(first / second for first, second in pairs))


def tool(name: str, package: str) -> str:
    """A program of a package from PyPI, or "" without the network."""
    tools = OUTPUT / "tools"
    if not (tools / "bin" / name).exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(tools),
                        "--upgrade", "--disable-pip-version-check", package], check=False)
    return str(tools / "bin" / name) if (tools / "bin" / name).exists() else ""


def corpus() -> str:
    """A tree of Python."""
    return os.environ.get("BENCH_TREE") or subprocess.run(
        [str(ROOT / "scripts" / "corpus")], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.strip()
