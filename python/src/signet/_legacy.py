"""Texts of generators that came before: what they look like, and the cores they get."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from . import _core, _kinds

_CUT = re.compile(r"[0-9a-f]{4,16}")
_RANDOM = re.compile(r"[0-9a-f]{8}")
_NUMBER = re.compile(r"[0-9]+")
_TIME = re.compile(r"[1-9][0-9]{12}")
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
_UUID = re.compile(
    r"(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class LegacyText:
    """What the text of an earlier generator looks like, and what it tells."""

    family: str
    """`uuid`, `classic`, `counted`, `run_of_thread`, `truncated` or `timed`."""
    certainty: str
    """`certain` or `likely`; there is no number, because none would be a probability."""
    kind: str | None = None
    """The declared kind that the leading fields spell, if any."""
    time: int | None = None
    """The milliseconds in the text, if any."""
    adopted: int | None = None
    """The core of a UUID in any spelling; the cores of other families are derived."""


def milliseconds(text: str) -> int | None:
    """Finds the time at the end of a legacy text.

    That is `_` and 13 digits from 1000000000000 on, alone or with `_` and 4 to 16 hexadecimal
    digits, or with `_`, a number, `_` and 8 hexadecimal digits behind them.
    """
    fields = text.split("_")
    last = fields[-1]
    candidates = [1]
    if _CUT.fullmatch(last):
        candidates.append(2)
    if _RANDOM.fullmatch(last) and len(fields) > 2 and _NUMBER.fullmatch(fields[-2]):
        candidates.append(3)
    for place in candidates:
        # What stands first has no `_` before it.
        if len(fields) > place and _TIME.fullmatch(fields[-place]):
            return int(fields[-place])
    return None


def derive(original: str, kind: str) -> int:
    """Derives the core of a legacy text: the same on every machine and in every language.

    The first 128 bits of SHA-256 over `signet/legacy/1`, the kind and the original with a zero byte
    between them, as a UUID of version 8 (RFC 9562, section 5.8). The time at the end of the text,
    if there is one, takes the first 48 bits: migrated rows keep their age and their place.
    """
    message = b"\0".join((b"signet/legacy/1", kind.encode(), original.encode()))
    core = int.from_bytes(hashlib.sha256(message).digest()[:16], "big")
    time = milliseconds(original)
    if time is not None:
        core = time << 80 | core & (1 << 80) - 1
    return core & ~(15 << 76 | 3 << 62) | 8 << 76 | 2 << 62


def adopt(text: str) -> int | None:
    """Reads a UUID in any spelling: dashed, 32 digits, upper case, `urn:uuid:`, in braces."""
    if text[:1] == "{" and text[-1:] == "}":
        text = text[1:-1]
        if text[:1] in "uU":
            return None
    match = _UUID.fullmatch(text)
    if match is None:
        return None
    core = int(match[1].replace("-", ""), 16)
    return None if _core.fault(core) else core


def family_of(text: str) -> LegacyText | None:
    """Tells the family of a text that is no ID and no UUID, or None for what looks like none."""
    prefix, _, last = text.rpartition("_")
    if not _PREFIX.fullmatch(prefix.replace("_", "-")):
        return None
    time = milliseconds(text)
    family = _family(text, last, prefix.rpartition("_"), time)
    if family is None:
        return None
    declaration = _kinds.current.longest_kind(prefix)
    kind = None if declaration is None else declaration.kind
    return LegacyText(family, "likely", kind, time)


def _family(text: str, last: str, before: tuple[str, str, str], time: int | None) -> str | None:
    number = before[2] if before[1] and _NUMBER.fullmatch(before[2]) else ""
    if number and _RANDOM.fullmatch(last):
        if 5 <= len(number) <= 13 and text.startswith("run_thread_"):
            return "run_of_thread"
        if time is None:
            return "counted"
    if time is not None:
        return "timed"
    if not _CUT.fullmatch(last):
        return None
    # A short word of the letters a to f is a word: it takes a digit to be a cut UUID.
    has_digit = any(digit in "0123456789" for digit in last)
    return "truncated" if has_digit or len(last) >= 8 else None
