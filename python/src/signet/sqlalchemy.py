"""Column types for SQLAlchemy 2."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import String, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from ._columns import as_text, as_uuid, compact_length
from ._id import ID


class SignetID(TypeDecorator[str]):
    """A text column for IDs of one kind, `session_01j7nsj96je00838djrfaebxg7`.

        id: Mapped[str] = mapped_column(SignetID("session"), primary_key=True,
                                        default=partial(signet.new, "session"))

    Whatever form an ID is given in, its compact text is stored and comes back: equal IDs are equal
    texts. What is none, or of another kind, is refused when it is bound.

    Args:
        kind: The kind.
    """

    impl = String
    cache_ok = True

    def __init__(self, kind: str) -> None:
        super().__init__(compact_length(kind))
        self.kind = kind

    def process_bind_param(self, value: object | None, dialect: Dialect) -> str | None:
        """Makes the compact text of an ID in any form."""
        return None if value is None else as_text(value, self.kind)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """Gives the text as it is stored."""
        return None if value is None else str(value)


class SignetUUID(TypeDecorator[str]):
    """A native `uuid` column for IDs of one kind: 16 bytes stored, the compact text in Python.

    Args:
        kind: The kind.
    """

    impl = Uuid
    cache_ok = True

    def __init__(self, kind: str) -> None:
        super().__init__(as_uuid=True)
        compact_length(kind)
        self.kind = kind

    def process_bind_param(self, value: object | None, dialect: Dialect) -> uuid.UUID | None:
        """Makes the UUID of an ID in any form."""
        return None if value is None else as_uuid(value, self.kind)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """Gives the compact text."""
        return None if value is None else ID(self.kind, value.int, "compact").compact
