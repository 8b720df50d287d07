"""The fields between the kind and the time of a readable text.

Letters, digits, `-` and `.` stand for themselves; any other byte, and a `.` at the beginning, is
written as `~` and two digits. A slot that begins with `.` is an owner tag.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import Union

from . import _base32
from ._errors import IDError, byte_fault

MAXIMUM_COUNT = 48
TAG_COUNT = 13
UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."

_PLAIN = re.compile(r"[A-Za-z0-9-][A-Za-z0-9.-]{0,47}")
_PLAIN_BYTES = re.compile(_PLAIN.pattern.encode())
_ESCAPE = re.compile(rb"~([0-9a-f]{2})")
_TELEPHONE = re.compile(r"\+[0-9]{7,15}")
_ESCAPED = [chr(byte) if byte in UNRESERVED else f"~{byte:02x}" for byte in range(256)]


@dataclass(frozen=True)
class OwnerTag:
    """A keyed tag that stands for an owner in a readable text: a key's epoch and 55 bits of a MAC.

    It lets logs be filtered by owner without naming the owner. It is a filter, not a proof.
    """

    epoch: int
    """The number of the key, 0 to 31."""
    bits: int
    """The 55 bits."""

    def __str__(self) -> str:
        return f".{_base32.DIGITS[self.epoch]}{_base32.encode(self.bits, 11)}"


#: What a slot may hold. The text of it is written, whole.
SlotValue = Union[str, int, uuid.UUID]
#: Whose an ID is: the whole identifier, or the keyed tag of it.
Owner = Union[str, int, uuid.UUID, OwnerTag]


def text_of(value: object) -> str:
    """Gives the text of a slot's value.

    Raises:
        TypeError: If it is neither text, number nor UUID. A member of an enumeration that is a
            `str` counts as its text.
    """
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, uuid.UUID) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    raise TypeError(f"a slot holds a str, an int or a UUID, not {type(value).__name__}")


def escaped(value: str) -> str:
    """Escapes a value.

    Raises:
        IDError: `slot_empty`, `slot_too_long` (over 48 bytes), or `slot_not_utf8` for a text that
            UTF-8 cannot hold.
    """
    if _PLAIN.fullmatch(value):
        return value
    if not value:
        raise IDError("slot_empty")
    try:
        data = value.encode()
    except UnicodeEncodeError:
        raise IDError("slot_not_utf8") from None
    if len(data) > MAXIMUM_COUNT:
        raise IDError("slot_too_long")
    text = "".join([_ESCAPED[byte] for byte in data])
    return f"~2e{text[1:]}" if text[0] == "." else text


def escaped_owner(owner: str, kind: str) -> str:
    """Escapes an owner's whole identifier.

    Raises:
        IDError: `owner_is_email`, `owner_is_telephone` (`+` and 7 to 15 digits, ITU-T E.164), both
            of which are personal data; `owner_too_long`; or as `escaped`.
    """
    if _PLAIN.fullmatch(owner):
        return owner
    if len(owner.encode(errors="surrogatepass")) > MAXIMUM_COUNT:
        raise IDError("owner_too_long", kind=kind)
    if 0 < owner.rfind("@") < len(owner) - 1:
        raise IDError("owner_is_email", kind=kind)
    if _TELEPHONE.fullmatch(owner):
        raise IDError("owner_is_telephone", kind=kind)
    return escaped(owner)


def value_of(field: str) -> str:
    """Gives the value that a valid field spells; a tag holds no escape and spells itself."""
    if "~" not in field:
        return field
    return _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), field.encode()).decode()


def tag_of(field: str) -> OwnerTag | None:
    """Gives the owner tag that a valid field holds, or None."""
    if not field.startswith("."):
        return None
    number = _base32.decode(field.encode(), 1, TAG_COUNT)
    return OwnerTag(number >> 55, number & (1 << 55) - 1)


def is_valid(field: bytes) -> bool:
    """Whether bytes are a field as today's texts have it."""
    try:
        validate(field, 0, len(field), may_be_tag=True)
    except IDError:
        return False
    return True


def validate(text: bytes, start: int, end: int, *, may_be_tag: bool) -> None:
    """Checks one field of a text, which stands in a range; only the owner's may be a tag.

    Raises:
        IDError: With the offset of the first fault.
    """
    if start == end:
        raise IDError("slot_empty", start)
    if text[start] == 0x2E:
        if not may_be_tag:
            raise IDError("tag_misplaced", start)
        if end - start != TAG_COUNT:
            raise IDError("tag_malformed", start)
        _base32.validate(text, start + 1, end)
        return
    if _PLAIN_BYTES.fullmatch(text, start, end):
        return
    value = bytearray()
    offset = start
    while offset < end:
        byte = text[offset]
        if byte in UNRESERVED:
            offset += 1
        else:
            byte = _escape(text, offset, start, end)
            offset += 3
        value.append(byte)
        if len(value) > MAXIMUM_COUNT:
            raise IDError("slot_too_long", start)
    try:
        value.decode()
    except UnicodeDecodeError:
        raise IDError("slot_not_utf8", start) from None


def _escape(text: bytes, offset: int, start: int, end: int) -> int:
    """Reads the byte that the escape at an offset of a field stands for."""
    if text[offset] != 0x7E:
        raise IDError(byte_fault(text[offset], "slot_malformed"), offset)
    match = _ESCAPE.match(text, offset, end)
    if match is None:
        raise IDError("escape_malformed", offset)
    byte = int(match[1], 16)
    if byte in UNRESERVED and not (byte == 0x2E and offset == start):
        raise IDError("escape_unneeded", offset)
    return byte
