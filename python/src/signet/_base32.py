"""Crockford's base32 in lower case, and the check that catches typing errors.

Reading is strict: no upper case, no look-alikes, no hyphens.
"""

from __future__ import annotations

from ._errors import IDError, byte_fault

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
DIGIT_BYTES = DIGITS.encode()
CHECK_COUNT = 6

#: The digits that `int(…, 32)` reads instead.
_TO_INT = bytes.maketrans(DIGIT_BYTES, b"0123456789abcdefghijklmnopqrstuv")
#: The two digits of each number of ten bits.
PAIRS = tuple(first + second for first in DIGITS for second in DIGITS)
#: The constant of bech32m (BIP 350).
_CONSTANT = 0x2BC830A3
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(number: int, count: int) -> str:
    """Writes the lowest `5 * count` bits of a number, the highest first."""
    if count & 1:
        return encode(number >> 5, count - 1) + DIGITS[number & 31]
    return "".join([PAIRS[number >> shift & 1023] for shift in range(5 * count - 10, -1, -10)])


def validate(text: bytes, start: int, end: int) -> None:
    """Checks that a range holds digits only.

    Raises:
        IDError: With the offset of the first byte that is none.
    """
    if text[start:end].translate(None, DIGIT_BYTES):
        for offset in range(start, end):
            if text[offset] not in DIGIT_BYTES:
                raise IDError(byte_fault(text[offset], "bad_base32"), offset)


def decode(text: bytes, start: int, end: int) -> int:
    """Reads the digits of a range, which holds one at least.

    Raises:
        IDError: With the offset of the first byte that is no digit.
    """
    validate(text, start, end)
    return int(text[start:end].translate(_TO_INT), 32)


def check(head: str, digits: str) -> str:
    """Gives the six digits that guard a head and its base32 digits: bech32m (BIP 350).

    The head's letters are reduced to their lowest five bits, `_` to 0; a 0 stands between head and
    digits. The check finds every substitution of up to four digits and a swapped kind, and proves
    nothing.
    """
    symbols = [0 if letter == "_" else ord(letter) & 31 for letter in head]
    symbols.append(0)
    symbols.extend(map(DIGITS.index, digits))
    symbols.extend([0] * CHECK_COUNT)
    state = 1
    for symbol in symbols:
        top = state >> 25
        state = (state & 0x1FFFFFF) << 5 ^ symbol
        for bit, generator in enumerate(_GENERATORS):
            if top >> bit & 1:
                state ^= generator
    return encode(state ^ _CONSTANT, CHECK_COUNT)
