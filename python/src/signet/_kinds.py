"""Kinds, what is declared of them, and the catalog that holds the declarations."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ._errors import IDError, byte_fault

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

MAXIMUM_COUNT = 32
#: The keys of a line of `signet kinds list --json` that hold texts.
_TEXTS = ("kind", "owner", "form", "summary")
OWNER = "owner"

#: As many labels as a text begins with.
LEADING_LABELS = re.compile(rb"[a-z][a-z0-9]*(?:_[a-z][a-z0-9]*(?![^_]))*(?![^_])")
_KIND = re.compile(rb"[a-z][a-z0-9]*(?:_[a-z][a-z0-9]*)*")
_LABEL = re.compile(r"[a-z][a-z0-9]{0,31}")
_LABEL_BYTES = b"abcdefghijklmnopqrstuvwxyz0123456789_"


def validate_kind(name: bytes) -> None:
    """Checks the name of a kind: labels joined by `_`, at most 32 bytes.

    Raises:
        IDError: `kind_missing`, `kind_too_long` or `kind_malformed`, with the offset of the fault.
    """
    if not name:
        raise IDError("kind_missing", 0)
    if len(name) > MAXIMUM_COUNT:
        raise IDError("kind_too_long", MAXIMUM_COUNT)
    if _KIND.fullmatch(name):
        return
    starts_label = True
    for offset, byte in enumerate(name):
        if byte not in (_LABEL_BYTES[:26] if starts_label else _LABEL_BYTES):
            raise IDError(byte_fault(byte, "kind_malformed"), offset)
        starts_label = byte == 0x5F
    raise IDError("kind_malformed", len(name) - 1)


class Slot(NamedTuple):
    """One place in the shape of a kind's readable texts."""

    name: str
    """One label, such as `type` or `owner`."""
    is_required: bool
    """Whether a readable text that has slots must have this one."""


@dataclass(frozen=True)
class Declaration:
    """What the catalog says about a kind."""

    kind: str
    """The kind."""
    shape: tuple[Slot, ...] = ()
    """The slots of its readable texts, in order: required ones first."""
    owner_policy: str = "none"
    """How the owner is written: `none`, `plain` or `tag`."""
    form: str = "readable"
    """The form in which IDs are written unless another is asked for."""
    summary: str = ""
    """One sentence that says what the kind names."""
    is_built_in: bool = False
    """Whether the format itself declares the kind."""

    def __post_init__(self) -> None:
        validate_kind(self.kind.encode())
        seen: set[str] = set()
        was_optional = False
        for slot in self.shape:
            if not _LABEL.fullmatch(slot.name):
                raise IDError("slot_name_malformed", kind=self.kind)
            if slot.name in seen:
                raise IDError("slot_declared_twice", kind=self.kind)
            if slot.is_required and was_optional:
                raise IDError("slot_order", kind=self.kind)
            seen.add(slot.name)
            was_optional = not slot.is_required
        if self.owner_policy != "none" and OWNER not in seen:
            raise IDError("policy_without_owner", kind=self.kind)

    @property
    def slot_names(self) -> tuple[str, ...]:
        """The names of the slots, in order."""
        return tuple(slot.name for slot in self.shape)

    @property
    def required_count(self) -> int:
        """How many slots are required."""
        return sum(slot.is_required for slot in self.shape)

    def is_confusable_with(self, longer: Declaration) -> bool:
        """Whether a text of this kind followed by slots could be one of the other, longer kind.

        Texts are split by the longest declared kind. So `thread_chat` takes every text of `thread`
        whose slot is `chat`, unless that slot only ever holds a tag.
        """
        if not longer.kind.startswith(f"{self.kind}_"):
            return False
        count = longer.kind.count("_", len(self.kind))
        taken = self.slot_names[:count]
        return count <= len(self.shape) and not (OWNER in taken and self.owner_policy == "tag")


class Catalog:
    """The declared kinds: the single source of truth for what an ID may name.

    It refuses to exist when two of its kinds could not be told apart in a text. A *closed* catalog
    refuses to mint kinds that it does not declare.
    """

    __slots__ = ("_declarations", "_longest", "is_closed")

    def __init__(self, declarations: Iterable[Declaration], *, is_closed: bool) -> None:
        ordered = sorted(declarations, key=lambda declaration: declaration.kind)
        self._declarations: dict[str, Declaration] = {}
        self.is_closed = is_closed
        for position, declaration in enumerate(ordered):
            if declaration.kind in self._declarations:
                raise IDError("kind_declared_twice", kind=declaration.kind)
            self._declarations[declaration.kind] = declaration
            for other in ordered[position + 1 :]:
                if declaration.is_confusable_with(other):
                    raise IDError("kind_ambiguous", None, other.kind, declaration.kind)
        labels = (declaration.kind.count("_") + 1 for declaration in ordered)
        self._longest = max(labels, default=0)

    def get(self, kind: str) -> Declaration | None:
        """Gives the declaration of a kind, or None."""
        return self._declarations.get(kind)

    def kinds(self) -> list[str]:
        """Lists the declared kinds in order."""
        return list(self._declarations)

    def longest_kind(self, head: str) -> Declaration | None:
        """Finds the longest declared kind that the leading fields of a text's head spell."""
        fields = head.split("_", self._longest)[: self._longest]
        while fields:
            declaration = self._declarations.get("_".join(fields))
            if declaration is not None:
                return declaration
            fields.pop()
        return None


def read_catalog(path: str | os.PathLike[str]) -> Catalog:
    """Reads what `signet kinds list --json` prints: one object a line.

    Raises:
        IDError: If it is something else, or two kinds could not be told apart.
        OSError: If the file cannot be read.
    """
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if line.strip()]
    try:
        declarations = [_declaration(json.loads(line)) for line in lines]
    except IDError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError):
        raise IDError("catalog_malformed") from None
    if not declarations:
        raise IDError("catalog_malformed")
    return Catalog(declarations, is_closed=True)


def _declaration(fields: dict[str, object]) -> Declaration:
    slots = fields["slots"]
    kind, owner, form, summary = (str(fields[key]) for key in _TEXTS)
    if not isinstance(slots, list) or owner not in ("none", "plain", "tag"):
        raise ValueError("not a declaration")
    shape = tuple(Slot(slot.rstrip("?"), not slot.endswith("?")) for slot in slots)
    return Declaration(kind, shape, owner, form, summary, bool(fields["built_in"]))


def _built_in(kind: str, slots: str, summary: str) -> Declaration:
    shape = tuple(Slot(slot.rstrip("?"), not slot.endswith("?")) for slot in slots.split())
    policy = "plain" if any(slot.name == OWNER for slot in shape) else "none"
    return Declaration(kind, shape, policy, summary=summary, is_built_in=True)


#: The kinds that the format declares.
BUILT_IN = Catalog(
    (
        _built_in("user", "", "an account"),
        _built_in("session", "type owner", "an authenticated session"),
        _built_in("jwt_token", "", "a token's jti"),
        _built_in("thread", "operation", "a conversation"),
        _built_in("run", "operation", "one run inside a thread"),
        _built_in("req", "operation?", "one request"),
        _built_in("ws_conn", "owner", "a WebSocket connection"),
        _built_in("ws_client", "owner", "a WebSocket client device"),
        _built_in("event", "type?", "a delivered event"),
        _built_in("bypass", "", "a recorded bypass of event validation"),
        _built_in("error", "type? owner?", "an error record"),
        _built_in("msg", "type owner", "a chat message"),
        _built_in("agent", "type owner", "an agent instance"),
        _built_in("exec", "agent owner", "one execution of an agent"),
        _built_in("tool", "name", "one tool call"),
        _built_in("state", "", "a state checkpoint"),
        _built_in("report", "type?", "an error or analysis report"),
        _built_in("timing", "", "a timing record"),
        _built_in("audit", "", "an audit record"),
        _built_in("tx", "", "a transaction"),
        _built_in("alert", "type?", "an alert"),
        _built_in("redis_client", "owner?", "a Redis client from a factory"),
        _built_in("clickhouse_client", "owner?", "a ClickHouse client from a factory"),
        _built_in("db_conn", "owner?", "a database connection from a factory"),
        _built_in("migration", "", "a run of a code or data migration"),
    ),
    is_closed=False,
)

#: The catalog that applies. `signet.load_kinds` replaces it.
current = BUILT_IN
