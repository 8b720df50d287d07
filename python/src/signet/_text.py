"""Writing: from a kind, slots and a core to text."""

from __future__ import annotations

from functools import lru_cache

from . import _base32, _core, _kinds, _slots
from ._errors import IDError

FORMS = ("readable", "compact", "uuid", "classic", "checked")
MAXIMUM_COUNT = 255


def readable(head: str, word: int, tail: str) -> str:
    """Writes a readable text behind its head, the kind and the slots with a `_` behind each.

    Raises:
        IDError: `too_long`, over 255 bytes.
    """
    text = f"{head}{word >> 18}_{word & 262143:06d}_{tail}"
    if len(text) > MAXIMUM_COUNT:
        raise IDError("too_long")
    return text


def write(form: str, kind: str, slots: str, core: int) -> str:
    """Writes a core in any form that needs no key.

    Args:
        form: One of `FORMS`.
        kind: A valid kind.
        slots: The fields of a readable or classic text with a `_` behind each, or nothing.
        core: The core.

    Raises:
        IDError: `no_readable_form` or `too_long`.
        ValueError: If there is no such form.
    """
    if form == "uuid":
        return _core.uuid_text(core)
    if form in ("compact", "checked"):
        digits = _core.base32_text(core)
        check = f"_{_base32.check(kind, digits)}" if form == "checked" else ""
        return f"{kind}_{digits}{check}"
    if form not in FORMS:
        raise ValueError(f"form is one of {', '.join(FORMS)}")
    if not _core.is_readable(core):
        raise IDError("no_readable_form", kind=kind)
    time, counter = _core.time(core), _core.counter(core)
    if form == "classic":
        return f"{kind}_{slots}{time}_{counter}_{core & 0xFFFFFFFF:08x}"
    return readable(f"{kind}_{slots}", time << 18 | counter, f"{_core.tail(core):014x}")


def require_own_text(kind: str) -> None:
    """Refuses the readable text of an undeclared kind that begins with a declared one.

    Raises:
        IDError: `read_as_other_kind`.
    """
    declaration = _kinds.current.longest_kind(kind)
    if declaration is not None and declaration.kind != kind:
        raise IDError("read_as_other_kind", None, kind, declaration.kind)


@lru_cache(maxsize=2048, typed=True)
def fill(kind: str, owner: _slots.Owner | None, names: tuple[str, ...], *values: object) -> str:
    """Fills a kind's shape: the fields in order with a `_` behind each.

    A declared kind gets all its required slots or none at all. An undeclared one takes what it is
    given, the owner last. A value of None is not given. Results are kept, because most IDs are made
    for who was there a moment ago.

    Raises:
        IDError: `slot_unknown`, `slot_missing`, or what is wrong with a value.
        TypeError: If a value is neither text, number nor UUID.
    """
    if None in values:
        names = tuple(name for name, value in zip(names, values) if value is not None)
        values = tuple(value for value in values if value is not None)
    policy, places = _plan(kind, names, owner is not None)
    text = ""
    for place in places:
        if place < 0:
            text += f"{_owner_field(kind, owner, policy)}_"
        else:
            text += f"{_slots.escaped(_slots.text_of(values[place]))}_"
    return text


def forget_fills() -> None:
    """Makes shapes be filled anew, because other kinds apply."""
    fill.cache_clear()
    _plan.cache_clear()


@lru_cache(maxsize=1024)
def _plan(kind: str, names: tuple[str, ...], has_owner: bool) -> tuple[str, tuple[int, ...]]:
    """Gives the owner's policy, and where the value of each slot stands; -1 is the owner."""
    given = {name: place for place, name in enumerate(names)}
    if has_owner:
        given[_kinds.OWNER] = -1
    declaration = _kinds.current.get(kind)
    if declaration is None or not given:
        return "plain", tuple(given.values())
    order = declaration.slot_names[: len(given)]
    if not given.keys() <= set(declaration.slot_names):
        raise IDError("slot_unknown", kind=kind)
    if len(given) < declaration.required_count or given.keys() != set(order):
        raise IDError("slot_missing", kind=kind)
    return declaration.owner_policy, tuple(given[name] for name in order)


def _owner_field(kind: str, owner: object, policy: str) -> str:
    if policy == "none":
        raise IDError("owner_not_written", kind=kind)
    if isinstance(owner, _slots.OwnerTag):
        return str(owner)
    if policy == "tag":
        raise IDError("owner_needs_tag", kind=kind)
    return _slots.escaped_owner(_slots.text_of(owner), kind)
