"""The value of an ID: a kind and a core, and the text it came from."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta, timezone
from functools import total_ordering

from . import _core, _slots, _text
from ._errors import IDError

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


@total_ordering
class ID:
    """A parsed ID. It never changes; kind and core alone decide equality, hash and order.

    What `signet.parse` returns. An ID is a name, never a credential.
    """

    __slots__ = ("_core", "_fields", "_legacy", "form", "is_declared", "kind")

    kind: str | None
    """What it names; None for the bare text of a UUID."""
    form: str
    """The form of the text: `readable`, `compact`, `uuid`, `checked` or `classic`."""
    is_declared: bool
    """Whether the catalog declares the kind."""

    _core: int
    _fields: tuple[tuple[str, str], ...]
    _legacy: tuple[int, int, int] | None

    def __init__(
        self,
        kind: str | None,
        core: int,
        form: str,
        fields: tuple[tuple[str, str], ...] = (),
        is_declared: bool = False,
        legacy: tuple[int, int, int] | None = None,
    ) -> None:
        give = object.__setattr__
        give(self, "kind", kind)
        give(self, "form", form)
        give(self, "is_declared", is_declared)
        give(self, "_core", core)
        give(self, "_fields", fields)
        give(self, "_legacy", legacy)

    # What it consists of

    @property
    def uuid(self) -> uuid.UUID:
        """The core; of a classic text, the one derived from it (version 8)."""
        return uuid.UUID(int=self._core)

    @property
    def version(self) -> int:
        """The UUID version, 1 to 8: 7 if Signet minted it, 8 if it is derived, else adopted."""
        return _core.version(self._core)

    @property
    def time(self) -> int | None:
        """When it was made, in Unix milliseconds; None where neither text nor core says."""
        if self._legacy is not None:
            return self._legacy[0]
        return _core.time(self._core) if self.version == 7 else None

    @property
    def datetime(self) -> datetime | None:
        """When it was made, in UTC."""
        return None if self.time is None else _EPOCH + timedelta(milliseconds=self.time)

    @property
    def counter(self) -> int | None:
        """The counter, 0 to 262143; of a classic text, whatever number it has."""
        if self._legacy is not None:
            return self._legacy[1]
        return _core.counter(self._core) if self.version == 7 else None

    @property
    def tail(self) -> str | None:
        """The random digits on the right: 14, of a classic text 8."""
        if self._legacy is not None:
            return f"{self._legacy[2]:08x}"
        return f"{_core.tail(self._core):014x}" if self.version == 7 else None

    @property
    def slots(self) -> dict[str, str]:
        """The slots that the text came with, by name, without escapes.

        Those of an undeclared kind are called `slot1`, `slot2` and so on.
        """
        return {name: _slots.value_of(field) for name, field in self._fields}

    @property
    def owner(self) -> str | None:
        """Whose it is, if the text says so. Authorization compares the stored owner, never this."""
        return self.slots.get("owner")

    @property
    def owner_tag(self) -> _slots.OwnerTag | None:
        """The owner's tag, if the text has one."""
        return _slots.tag_of(dict(self._fields).get("owner", ""))

    def is_sibling(self, other: ID) -> bool:
        """Whether both were minted as one family: their cores are equal."""
        return self._core == other._core

    # As text

    def text(self, form: str) -> str:
        """Writes it in any form.

        Raises:
            IDError: `kind_missing` for the bare text of a UUID; `no_readable_form` for a core that
                Signet did not mint; `read_as_other_kind` for the readable text of an undeclared
                kind that begins with a declared one.
        """
        if form == "uuid":
            return _core.uuid_text(self._core)
        if self.kind is None:
            raise IDError("kind_missing")
        if form in ("readable", "classic") and not self.is_declared:
            _text.require_own_text(self.kind)
        slots = "".join([f"{field}_" for _, field in self._fields])
        return _text.write(form, self.kind, slots, self._core)

    @property
    def readable(self) -> str:
        """The text for people, with the slots it came with; raises as `text` does."""
        return self.text("readable")

    @property
    def compact(self) -> str:
        """The text for URLs, JSON and columns; raises as `text` does."""
        return self.text("compact")

    @property
    def checked(self) -> str:
        """The compact text and six digits that catch typing errors; raises as `text` does."""
        return self.text("checked")

    def __str__(self) -> str:
        """The compact text; of the bare text of a UUID, that."""
        return self.text("uuid" if self.kind is None else "compact")

    def __repr__(self) -> str:
        return f"<signet.ID {self}>"

    # As a value

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an ID never changes")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an ID never changes")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ID):
            return NotImplemented
        return self._core == other._core and self.kind == other.kind

    def __lt__(self, other: ID) -> bool:
        return (self._core, self.kind or "") < (other._core, other.kind or "")

    def __hash__(self) -> int:
        return hash((self._core, self.kind))

    def __reduce__(self) -> tuple[type[ID], tuple[object, ...]]:
        values = (self.kind, self._core, self.form, self._fields, self.is_declared, self._legacy)
        return ID, values
