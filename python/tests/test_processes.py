"""Forked children and other processes never repeat an ID."""

import os
import signal
import subprocess
import sys
import threading

import pytest

import signet
from signet.compat import UnifiedIdGenerator

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")


def child_ids(make):
    """Runs a function in a forked child, and gives the lines that it returns."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        signal.alarm(30)  # a child that waits for ever is to fail, not its test to hang
        try:
            os.close(reader)
            with os.fdopen(writer, "w") as pipe:
                pipe.write("\n".join(make()))
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        lines = pipe.read().split("\n")
    assert os.waitpid(pid, 0)[1] == 0
    return lines


def some():
    return [signet.new("run") for _ in range(1_000)]


def tails(ids):
    return {text[-14:] for text in ids}


@needs_fork
def test_children_take_no_tail_of_their_parents():
    signet.new("run")
    children = [child_ids(some) for _ in range(4)]
    children.append(some())
    children.append(child_ids(lambda: child_ids(some)))
    assert len(set().union(*map(tails, children))) == 6_000


@needs_fork
def test_a_child_of_a_test_with_fixed_ids_has_its_own_entropy_behind_it():
    signet.new("run")

    def leave_and_make():
        context.__exit__(None, None, None)
        return some()

    context = signet.testing.fixed()
    context.__enter__()
    try:
        made = child_ids(leave_and_make)
    finally:
        context.__exit__(None, None, None)
    assert len(tails(made) | tails(some())) == 2_000


@needs_fork
def test_a_child_is_not_stopped_by_what_its_parent_was_doing():
    """A thread of the parent moves the word and looks at sessions while another one forks."""
    generator = signet._generator.shared
    sessions = UnifiedIdGenerator._sessions
    held, done = threading.Event(), threading.Event()

    def hold():
        with generator._moving, sessions.lock:
            held.set()
            done.wait(10)

    def make():
        session = UnifiedIdGenerator.get_or_create_user_session("child")
        return [str(generator._moving.locked()), session["thread_id"], *some()]

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(10)
    try:
        made = child_ids(make)
    finally:
        done.set()
        thread.join()
    assert made[0] == "False"
    assert signet.is_valid(made[1], "thread")
    assert made[2:] == sorted(made[2:])


def test_processes_make_different_ids():
    script = "import signet\nfor _ in range(20000): print(signet.new('run'))"
    running = [
        subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    made = [process.communicate()[0].split() for process in running]
    assert all(ids == sorted(ids) for ids in made)
    assert len(set().union(*map(tails, made))) == 80_000
