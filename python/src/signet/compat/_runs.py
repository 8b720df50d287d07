"""Which thread a run belongs to.

A run that was made together with its thread has its core. One that was made later names its thread
in its slot. Either way the text suffices; no table is asked.
"""

from __future__ import annotations

import re

from .. import _legacy, _mint, _slots, _text
from .._errors import IDError
from .._parse import parse

_OF_THREAD = re.compile(r"run_(thread_.+)_[0-9]{5,13}_[0-9a-f]{8}", re.DOTALL)
_COUNTED = re.compile(r"run_(.+_[0-9]+_[0-9a-f]{8})", re.DOTALL)


def run_of(thread_id: str, form: str = "readable") -> str:
    """Makes the ID of a run inside of a thread, which its text names in the slot.

    A thread's text of up to 48 bytes is named as it is; a longer one by the compact text of the
    same ID, or of the ID derived from it. Forms without slots are written as readable.
    """
    form = "classic" if form == "classic" else "readable"
    is_short = len(thread_id.encode(errors="surrogatepass")) <= _slots.MAXIMUM_COUNT
    named = thread_id if is_short else compact_thread(thread_id)
    return _mint.new("run", form=form, operation=named)


def compact_thread(thread_id: str) -> str:
    """Gives the compact text of a thread; of an earlier generator's, that of the derived ID."""
    try:
        return parse(thread_id, "thread").compact
    except IDError:
        return _text.write("compact", "thread", "", _legacy.derive(thread_id, "thread"))


def thread_of(run_id: str) -> str | None:
    """Gives the thread that a run belongs to, or None for a text that names none.

    Earlier generators that gave thread and run numbers of their own left nothing to find: the
    thread that a classic text of theirs leads to does not exist.
    """
    try:
        run = parse(run_id)
    except IDError:
        return _thread_of_legacy(run_id)
    if run.kind != "run":
        return None
    if run.slots.get("operation", "").startswith("thread_"):
        return run.slots["operation"]
    if run.form in ("readable", "classic"):
        # What was made together differs in the kind alone.
        return f"thread_{run_id[4:]}"
    return _text.write("compact", "thread", "", run._core)


def _thread_of_legacy(run_id: str) -> str | None:
    match = _OF_THREAD.fullmatch(run_id)
    if match is not None:
        return match[1]
    match = _COUNTED.fullmatch(run_id)
    return None if match is None else f"thread_{match[1]}"
