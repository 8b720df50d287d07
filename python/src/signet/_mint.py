"""Making IDs: `signet.new`, `signet.family`, `signet.uuid`."""

from __future__ import annotations

import uuid as _uuid
from functools import lru_cache
from typing import TYPE_CHECKING, Union

from . import _core, _generator, _kinds, _text
from ._errors import IDError
from ._family import Family
from ._id import ID
from ._parse import parse

if TYPE_CHECKING:
    import os

    from ._slots import Owner, SlotValue

#: What names the core that a new ID is to share.
Sibling = Union[str, ID, _uuid.UUID]

#: The heads of readable texts without slots, of kinds that were checked. It stays small: names of
#: kinds are written in programs.
_heads: dict[str, str] = {}
_HEADS_COUNT = 1024


def new(
    kind: str,
    /,
    *,
    owner: Owner | None = None,
    form: str = "readable",
    sibling_of: Sibling | None = None,
    **slots: SlotValue | None,
) -> str:
    """Makes an ID.

        signet.new("session", type="auth", owner=user_id)

    Args:
        kind: What it names: lower-case labels joined by `_`, at most 32 bytes.
        owner: Whose it is: the whole identifier, never cut, at most 48 bytes. None is nobody.
        form: `readable`, `compact`, `uuid`, `checked`, or `classic`, which loses 24 random bits and
            serves consumers that still validate 8 digits.
        sibling_of: Another ID, in any form: the new one shares its core.
        slots: What the readable text is to say, by the names of the kind's shape. They may be left
            out all together. A kind that is not declared takes any, in the order given.

    Raises:
        IDError: If the kind is malformed or, once kinds are loaded, undeclared; for a slot that the
            kind does not have, one that is missing beside others, or one that is too long; for an
            owner that is an e-mail address or a telephone number; when clock or entropy fail.
        TypeError: If a slot is neither text, number nor UUID.
        ValueError: If there is no such form. (`IDError` is a `ValueError` as well.)
    """
    if owner is None and sibling_of is None and form == "readable" and not slots:
        # What nearly every call comes to, written out: each call of a function costs a tenth.
        head = _heads.get(kind)
        if head is not None:
            generator = _generator.shared
            word = (
                generator.next_word()
                if generator.clock() < generator.limit
                else generator.advance()
            )
            try:
                tail = generator.pop_tail()
            except IndexError:
                tail = generator.refill()
            return f"{head}{word >> 18}_{word & 262143:06d}_{tail}"
    _require_kind(kind)
    fields = (
        _text.fill(kind, owner, tuple(slots), *slots.values()) if slots or owner is not None else ""
    )
    if form == "readable":
        head = _head(kind)
        if sibling_of is None:
            return _text.readable(head + fields, *_generator.shared.mint())
    elif form == "classic":
        _text.require_own_text(kind)
    core = _generator.shared.core() if sibling_of is None else core_of(sibling_of)
    return _text.write(form, kind, fields, core)


def family(
    *kinds: str,
    owner: Owner | None = None,
    form: str = "readable",
    **slots: SlotValue | None,
) -> Family:
    """Makes one ID of each kind, all with the same core: siblings need no table to be found.

        thread, run, request = signet.family("thread", "run", "req", operation="chat")

    Args:
        kinds: What they name, each once.
        owner: Whose they are; only kinds with an owner in their shape take it.
        form: As for `new`.
        slots: Each kind takes those of its shape. A kind that is not declared takes all of them.

    Raises:
        IDError: As `new`, and `slot_unknown` for a slot that none of the kinds has.
        ValueError: If a kind stands twice.
    """
    heads = _family_heads(kinds, owner, form, tuple(slots), *slots.values())
    if form == "readable":
        word, tail = _generator.shared.mint()
        return Family(kinds, [_text.readable(kind + fields, word, tail) for kind, fields in heads])
    core = _generator.shared.core()
    return Family(kinds, [_text.write(form, kind[:-1], fields, core) for kind, fields in heads])


@lru_cache(maxsize=2048, typed=True)
def _family_heads(
    kinds: tuple[str, ...],
    owner: Owner | None,
    form: str,
    names: tuple[str, ...],
    *values: object,
) -> tuple[tuple[str, str], ...]:
    """Gives each kind with a `_` behind it, and the slots that it takes."""
    if len(set(kinds)) < len(kinds):
        raise ValueError("a family has each kind once")
    given = {name: value for name, value in zip(names, values) if value is not None}
    if owner is not None:
        given[_kinds.OWNER] = owner
    untaken = set(given)
    heads = []
    for kind in kinds:
        _require_kind(kind)
        if form in ("readable", "classic"):
            _text.require_own_text(kind)
        declaration = _kinds.current.get(kind)
        shape = given if declaration is None else declaration.slot_names
        taken = [name for name in shape if name in given]
        untaken.difference_update(taken)
        whose = owner if _kinds.OWNER in taken else None
        others = [name for name in taken if name != _kinds.OWNER]
        fields = _text.fill(kind, whose, tuple(others), *[given[name] for name in others])
        heads.append((f"{kind}_", fields))
    if untaken:
        raise IDError("slot_unknown")
    return tuple(heads)


def uuid(kind: str | None = None, /) -> _uuid.UUID:
    """Makes a UUID of version 7, for code and columns that want the object.

    It can be handed over uncalled where a factory is wanted: `default=signet.uuid`.

    Args:
        kind: What it names. The UUID does not say so; a name that is wrong is refused.

    Raises:
        IDError: If the kind is malformed or, once kinds are loaded, undeclared; when clock or
            entropy fail.
    """
    if kind is not None:
        _require_kind(kind)
    return _uuid.UUID(int=_generator.shared.core())


def load_kinds(path: str | os.PathLike[str]) -> None:
    """Takes the kinds from a file that `signet kinds list --json` printed.

    From then on a kind that is not among them is refused wherever an ID is made. Parsing still
    accepts it, as undeclared. Call it once, when the program starts.

    Raises:
        IDError: If the file holds something else, or two kinds that no text could tell apart; then
            nothing changes.
        OSError: If the file cannot be read.
    """
    use_catalog(_kinds.read_catalog(path))


def use_catalog(catalog: _kinds.Catalog) -> None:
    """Makes a catalog the one that applies."""
    _kinds.current = catalog
    _heads.clear()
    _text.forget_fills()
    _family_heads.cache_clear()


def core_of(value: Sibling) -> int:
    """Gives the core of an ID in any form.

    Raises:
        IDError: If a text is none.
        TypeError: If it is neither text, ID nor UUID.
    """
    if isinstance(value, _uuid.UUID):
        reason = _core.fault(value.int)
        if reason is not None:
            raise IDError(reason)
        return value.int
    return (value if isinstance(value, ID) else parse(value))._core


def _require_kind(kind: str) -> None:
    if kind in _heads or _kinds.current.get(kind) is not None:
        return
    if not isinstance(kind, str):
        raise TypeError(f"a kind is a str, not {type(kind).__name__}")
    _kinds.validate_kind(kind.encode(errors="surrogatepass"))
    if _kinds.current.is_closed:
        raise IDError("kind_undeclared", kind=kind)


def _head(kind: str) -> str:
    head = _heads.get(kind)
    if head is None:
        _text.require_own_text(kind)
        head = f"{kind}_"
        if len(_heads) < _HEADS_COUNT:
            _heads[kind] = head
    return head
