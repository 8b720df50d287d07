"""Where things are, and how much is measured."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
OUTPUT = ROOT / ".build" / "bench"
SIGNET = ROOT / ".build" / "release" / "signet"
LINES = 1_000_000
