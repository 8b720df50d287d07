"""Reading: from text to an ID, or an error that says at which byte it is wrong.

The length of the last field tells the form. All work is done on the UTF-8 of the text, so that
offsets are those of bytes.
"""

from __future__ import annotations

from . import _base32, _core, _kinds, _legacy, _slots
from ._errors import IDError, byte_fault
from ._id import ID

MAXIMUM_COUNT = 255
_DECIMAL_DIGITS = b"0123456789"
_CLASSIC_HEAD = _slots.UNRESERVED + b"_~"
_READABLE_COUNT = 36
_SEAL_COUNTS = (17, 23)
_SECRET_COUNT = 58


def parse(text: str, kind: str | None = None) -> ID:
    """Parses an ID in any form.

    Args:
        text: The text, with nothing before or after it.
        kind: The kind that is expected. It also names what the bare text of a UUID is, and tells
            where the kind of an undeclared kind ends and its slots begin.

    Returns:
        What the text says. A classic text, of an earlier generator, gets the core derived from it.

    Raises:
        IDError: With the offset of the fault. It never repeats the text.
        TypeError: If the text is no `str`: a number, say, out of JSON.
    """
    if not isinstance(text, str):
        raise TypeError(f"an ID is a str, not {type(text).__name__}")
    parsed = _parse(text.encode(errors="surrogatepass"), kind)
    if kind is None or parsed.kind == kind:
        return parsed
    if parsed.kind is None:
        _kinds.validate_kind(kind.encode(errors="surrogatepass"))
        return ID(kind, parsed._core, "uuid", (), _kinds.current.get(kind) is not None)
    expected = kind if _kinds.current.get(kind) is not None else None
    raise IDError("wrong_kind", 0, expected)


def is_valid(text: object, kind: str | None = None) -> bool:
    """Whether `parse` would accept something; never raises."""
    try:
        parse(text, kind)  # type: ignore[arg-type]
    except (IDError, TypeError):
        return False
    return True


def _parse(text: bytes, expected: str | None) -> ID:
    if not text:
        raise IDError("empty", 0)
    if len(text) > MAXIMUM_COUNT:
        raise IDError("too_long", MAXIMUM_COUNT)
    last = text.rfind(b"_")
    count = len(text) - 1 - last
    if count == _core.BASE32_COUNT:
        return _compact(text, "compact")
    if count == 14 and has_readable_fields(text):
        return _readable(text, expected)
    if count == 36 and last < 0:
        return ID(None, _core.from_uuid(text), "uuid")
    if count == _base32.CHECK_COUNT and has_compact(text, last):
        return _checked(text, last)
    if count in _SEAL_COUNTS and has_compact(text, last):
        _compact(text[:last], "sealed")
        _base32.validate(text, last + 1, len(text))
        raise IDError("seal_unverified", 0)
    if count == _SECRET_COUNT and has_secret_mark(text, last):
        read_secret(text)
        raise IDError("secret_not_id", 0)
    if count == 8 and last > 0:
        return _classic(text, last, expected)
    for offset, byte in enumerate(text):
        if byte <= 0x20 or byte >= 0x7F:
            raise IDError(byte_fault(byte, "unknown_form"), offset)
    raise IDError("unknown_form", last + 1)


def has_readable_fields(text: bytes) -> bool:
    """Whether the fields of fixed width stand at the end: time, counter and tail."""
    marks = (text[-15:-14], text[-22:-21], text[-36:-35])
    return len(text) > _READABLE_COUNT and marks == (b"_", b"_", b"_")


def has_compact(text: bytes, end: int) -> bool:
    """Whether a compact text ends before an offset."""
    return end > 0 and end - 1 - text.rfind(b"_", 0, end) == _core.BASE32_COUNT


def has_secret_mark(text: bytes, end: int) -> bool:
    """Whether `_sk` stands before an offset."""
    return end > 3 and text[end - 3 : end] == b"_sk"


def read_secret(text: bytes) -> tuple[str, int]:
    """Reads `{kind}_sk_{52 digits}{check}`, a text that has the mark: kind and 260 bits.

    Raises:
        IDError: With the offset of the fault.
    """
    digits = len(text) - _SECRET_COUNT
    kind = _kind(text[: digits - 4])
    _base32.validate(text, digits, len(text))
    head, code = text[: digits - 1].decode(), text[digits:].decode()
    if _base32.check(head, code[:-6]) != code[-6:]:
        raise IDError("check_mismatch", len(text) - 6)
    return kind, _base32.decode(text, digits, digits + 52)


def _kind(name: bytes) -> str:
    _kinds.validate_kind(name)
    return name.decode()


def _compact(text: bytes, form: str) -> ID:
    start = len(text) - _core.BASE32_COUNT
    if start < 2:
        raise IDError("kind_missing", 0)
    kind = _kind(text[: start - 1])
    core = _core.from_base32(text, start)
    return ID(kind, core, form, (), _kinds.current.get(kind) is not None)


def _checked(text: bytes, last: int) -> ID:
    parsed = _compact(text[:last], "checked")
    _base32.validate(text, last + 1, len(text))
    head, digits = text[: last - 27].decode(), text[last - 26 : last].decode()
    if _base32.check(head, digits) != text[last + 1 :].decode():
        raise IDError("check_mismatch", last + 1)
    return parsed


def _readable(text: bytes, expected: str | None) -> ID:
    start = len(text) - _READABLE_COUNT
    kind, declaration, end = _split(text, start, expected)
    fields = _fields(text, end, start, declaration, kind)
    time, counter, tail = text[start + 1 : -22], text[-21:-15], text[-14:]
    if (time + counter).translate(None, _DECIMAL_DIGITS) or tail.translate(None, _core.HEX_DIGITS):
        raise _readable_fault(text, start)
    if time[0] == 0x30:
        raise IDError("time_out_of_range", start + 1)
    if int(counter) > _core.MAXIMUM_COUNTER:
        raise IDError("counter_out_of_range", start + 15)
    core = _core.from_word(int(time) << 18 | int(counter), int(tail, 16))
    return ID(kind, core, "readable", fields, declaration is not None)


def _readable_fault(text: bytes, start: int) -> IDError:
    for offset in range(start + 1, len(text)):
        place = offset - start
        if place in (14, 21):
            continue
        digits, reason = _DECIMAL_DIGITS, "bad_decimal"
        if place > 21:
            digits, reason = _core.HEX_DIGITS, "bad_hex"
        if text[offset] not in digits:
            return IDError(byte_fault(text[offset], reason), offset)
    return IDError("unknown_form", start)


def _split(
    text: bytes, end: int, expected: str | None
) -> tuple[str, _kinds.Declaration | None, int]:
    """Splits the head of a readable text: the kind, what is declared of it, and where it ends.

    The longest declared kind that the leading fields spell is the kind. Where there is none, it is
    the expected one if they spell that, or else as many labels as there are.
    """
    head = text[:end].decode("latin-1")
    declaration = _kinds.current.longest_kind(head)
    if declaration is not None:
        return declaration.kind, declaration, len(declaration.kind)
    if expected is not None and f"{head}_".startswith(f"{expected}_"):
        return _kind(text[: len(expected)]), None, len(expected)
    match = _kinds.LEADING_LABELS.match(text, 0, end)
    count = match.end() if match else end
    return _kind(text[:count]), None, count


def _fields(
    text: bytes, start: int, end: int, declaration: _kinds.Declaration | None, kind: str
) -> tuple[tuple[str, str], ...]:
    """Validates the slots in a range, which begins with the `_` behind the kind."""
    if start == end:
        return ()
    fields = []
    names = None if declaration is None else declaration.slot_names
    offset = start + 1
    for index, field in enumerate(text[offset:end].split(b"_")):
        name = f"slot{index + 1}"
        if names is not None:
            if index == len(names):
                raise IDError("slots_too_many", offset, kind)
            name = names[index]
        may_be_tag = names is None or name == _kinds.OWNER
        _slots.validate(text, offset, offset + len(field), may_be_tag=may_be_tag)
        fields.append((name, field.decode()))
        offset += len(field) + 1
    if declaration is not None and len(fields) < declaration.required_count:
        raise IDError("slot_missing", end, kind)
    return tuple(fields)


def _classic(text: bytes, last: int, expected: str | None) -> ID:
    """Parses `{kind}_{slots}_{13 digits}_{digits}_{8 hex digits}`.

    Earlier generators did not escape slots: the last of the shape takes what is left. Slots that
    are escaped as today's are read as such.
    """
    number = text.rfind(b"_", 0, last) + 1
    time = text.rfind(b"_", 0, max(number - 1, 0)) + 1
    if time < 2 or number - time != 14 or last == number:
        raise IDError("unknown_form", last + 1)
    ranges = (
        (last + 1, len(text), _core.HEX_DIGITS, "bad_hex"),
        (time, number - 1, _DECIMAL_DIGITS, "bad_decimal"),
        (number, last, _DECIMAL_DIGITS, "bad_decimal"),
    )
    for start, end, digits, reason in ranges:
        for offset in range(start, end):
            if text[offset] not in digits:
                raise IDError(byte_fault(text[offset], reason), offset)
    if text[time] == 0x30:
        raise IDError("time_out_of_range", time)
    kind, fields, is_declared = _classic_head(text, time - 1, expected)
    core = _legacy.derive(text.decode(), kind)
    values = int(text[time : number - 1]), int(text[number:last]), int(text[last + 1 :], 16)
    return ID(kind, core, "classic", fields, is_declared, values)


def _classic_head(
    text: bytes, end: int, expected: str | None
) -> tuple[str, tuple[tuple[str, str], ...], bool]:
    for offset in range(end):
        if text[offset] not in _CLASSIC_HEAD:
            raise IDError(byte_fault(text[offset], "slot_malformed"), offset)
    head = text[:end].decode()
    declaration = _kinds.current.longest_kind(head)
    if declaration is None:
        if expected is None or not head.startswith(f"{expected}_"):
            return _kind(text[:end]), (), False
        parts = head[len(expected) + 1 :].split("_")
        names = [f"slot{index + 1}" for index in range(len(parts))]
        kind = _kind(expected.encode())
    else:
        kind = declaration.kind
        if len(kind) == end:
            return kind, (), True
        names = list(declaration.slot_names)
        parts = head[len(kind) + 1 :].split("_", max(len(names) - 1, 0))
    try:
        fields = [
            part if _slots.is_valid(part.encode()) else _slots.escaped(part) for part in parts
        ]
    except IDError as error:
        raise IDError(error.code, len(kind) + 1) from None
    padded = names + [f"slot{index + 1}" for index in range(len(names), len(fields))]
    return kind, tuple(zip(padded, fields)), declaration is not None
