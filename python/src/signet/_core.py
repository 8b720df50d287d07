"""The 128 bits of an ID, a UUID of RFC 9562, as one integer.

A generated core is of version 7 (section 5.7). From the left: 48 bits of Unix time in milliseconds,
an 18-bit counter around the version and variant bits, a tail of 56 random bits. A *word* is time
and counter as the generator holds them, `time << 18 | counter`.
"""

from __future__ import annotations

from functools import lru_cache

from . import _base32
from ._errors import IDError, byte_fault

BASE32_COUNT = 26
MAXIMUM_COUNTER = (1 << 18) - 1
MINIMUM_TIME = 1_000_000_000_000
MAXIMUM_TIME = 9_999_999_999_999
HEX_DIGITS = b"0123456789abcdef"

_TAIL = (1 << 56) - 1
_HYPHENS = (8, 13, 18, 23)
_FAULT_PLACES = {"wrong_version": 14, "wrong_variant": 19}


def from_word(word: int, tail: int) -> int:
    """Lays out a word and a tail: version and variant go around the counter's halves."""
    high = word >> 18 << 16 | 0x7000 | word >> 6 & 0xFFF
    return high << 64 | 1 << 63 | (word & 63) << 56 | tail


def fault(core: int) -> str | None:
    """Says what keeps 128 bits from being a core, or None."""
    variant = core >> 62 & 3
    if variant == 2 and 1 <= core >> 76 & 15 <= 8:
        return None
    if core == 0:
        return "nil_uuid"
    if core == (1 << 128) - 1:
        return "max_uuid"
    return "wrong_version" if variant == 2 else "wrong_variant"


def version(core: int) -> int:
    """Gives the UUID version, 1 to 8; generated cores are of version 7."""
    return core >> 76 & 15


def time(core: int) -> int:
    """Gives the Unix milliseconds of a core of version 7."""
    return core >> 80


def counter(core: int) -> int:
    """Gives the counter of a core of version 7, 0 to 262143."""
    return (core >> 64 & 0xFFF) << 6 | core >> 56 & 63


def tail(core: int) -> int:
    """Gives the last 56 bits."""
    return core & _TAIL


def is_readable(core: int) -> bool:
    """Whether the core has a readable form: version 7 and a time of 13 digits."""
    return version(core) == 7 and MINIMUM_TIME <= core >> 80 <= MAXIMUM_TIME


def uuid_text(core: int) -> str:
    """Writes a UUID in lower case with its four hyphens (RFC 9562, section 4)."""
    digits = f"{core:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


@lru_cache(maxsize=64)
def _time_digits(time: int) -> str:
    """Writes the ten digits of a time, which IDs of one millisecond share."""
    return _base32.encode(time, 10)


def base32_text(core: int) -> str:
    """Writes 26 digits, two zero bits and the 128 of the core."""
    pairs = _base32.PAIRS
    upper = core >> 40 & 0xFFFFFFFFFF
    lower = core & 0xFFFFFFFFFF
    return (
        f"{_time_digits(core >> 80)}"
        f"{pairs[upper >> 30]}{pairs[upper >> 20 & 1023]}"
        f"{pairs[upper >> 10 & 1023]}{pairs[upper & 1023]}"
        f"{pairs[lower >> 30]}{pairs[lower >> 20 & 1023]}"
        f"{pairs[lower >> 10 & 1023]}{pairs[lower & 1023]}"
    )


def from_base32(text: bytes, start: int) -> int:
    """Reads the 26 digits at an offset.

    Raises:
        IDError: With the offset of the first bad digit, or of the core.
    """
    core = _base32.decode(text, start, start + BASE32_COUNT)
    if core >> 128:
        raise IDError("core_overflow", start)
    reason = fault(core)
    if reason is not None:
        raise IDError(reason, start)
    return core


def from_uuid(text: bytes) -> int:
    """Reads the 36 bytes of a UUID in lower case with its four hyphens.

    Raises:
        IDError: With the offset of the first fault.
    """
    digits = text.translate(None, b"-")
    hyphens = all(text[place] == 0x2D for place in _HYPHENS)
    if not hyphens or len(digits) != 32 or digits.translate(None, HEX_DIGITS):
        for offset, byte in enumerate(text):
            expected = b"-" if offset in _HYPHENS else HEX_DIGITS
            if byte not in expected:
                raise IDError(byte_fault(byte, "bad_hex"), offset)
    core = int(digits, 16)
    reason = fault(core)
    if reason is not None:
        raise IDError(reason, _FAULT_PLACES.get(reason, 0))
    return core
