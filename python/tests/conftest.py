"""What the tests share."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest

import signet

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEY = bytes(range(32))


def vectors(name):
    """Reads a file of the format's vectors."""
    return json.loads((ROOT / "Vectors" / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def built_in_kinds():
    """Keeps the kinds that one test loads from the next one."""
    with signet.testing.kinds():
        yield


@pytest.fixture(scope="session")
def command():
    """The command line, which the Swift sources make; SIGNET names another than the built one."""
    built = ROOT / ".build" / "release" / "signet"
    path = os.environ.get("SIGNET") or (str(built) if built.is_file() else shutil.which("signet"))
    if not path:
        pytest.skip("there is no signet to compare with")

    def run(*arguments, lines=()):
        done = subprocess.run(
            [os.path.abspath(path), *arguments],
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=os.sep,  # no configuration of a project applies there
        )
        assert done.returncode in (0, 1), done.stderr
        return done.stdout.splitlines()

    return run
