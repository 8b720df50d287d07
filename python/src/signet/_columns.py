"""What the field types share: from a value in any form to what a column holds."""

from __future__ import annotations

import uuid

from . import _core, _kinds
from ._id import ID
from ._parse import parse


def compact_length(kind: str) -> int:
    """Gives the length of a kind's compact texts, of which all have the same.

    Raises:
        IDError: If the kind is malformed.
    """
    _kinds.validate_kind(kind.encode(errors="surrogatepass"))
    return len(kind) + 1 + _core.BASE32_COUNT


def as_id(value: object, kind: str) -> ID:
    """Makes an ID of a kind from a text in any form, an ID or a UUID.

    Raises:
        IDError: If it is none, or of another kind. A classic text stands for the ID derived from
            it.
        TypeError: If it is neither.
    """
    if isinstance(value, ID):
        value = value.compact if value.kind is not None else str(value)
    elif isinstance(value, uuid.UUID):
        value = str(value)
    elif not isinstance(value, str):
        raise TypeError(f"an ID is a str, a signet.ID or a UUID, not {type(value).__name__}")
    return parse(value, kind)


def as_text(value: object, kind: str) -> str:
    """Makes the compact text; raises as `as_id`."""
    return as_id(value, kind).compact


def as_uuid(value: object, kind: str) -> uuid.UUID:
    """Makes the UUID; raises as `as_id`."""
    return as_id(value, kind).uuid
