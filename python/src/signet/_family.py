"""IDs that were made together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Family(tuple[str, ...]):
    """IDs of several kinds with one core, in the order of the kinds.

    A tuple to unpack, and by name what is not a tuple's own: `ids.thread`, or `ids.of("thread")`.
    """

    kinds: tuple[str, ...]
    """The kinds, in order."""

    def __new__(cls, kinds: Iterable[str], ids: Iterable[str]) -> Family:
        """Puts kinds and IDs together, one of each."""
        self = super().__new__(cls, ids)
        self.kinds = tuple(kinds)
        return self

    def of(self, kind: str) -> str:
        """Gives the ID of a kind.

        Raises:
            KeyError: If the family has none.
        """
        if kind not in self.kinds:
            raise KeyError(kind)
        return self[self.kinds.index(kind)]

    def __getattr__(self, name: str) -> str:
        try:
            return self.of(name)
        except (KeyError, RecursionError):
            raise AttributeError(f"the family has no ID of the kind {name!r}") from None

    def __reduce__(self) -> tuple[type[Family], tuple[tuple[str, ...], tuple[str, ...]]]:
        return Family, (self.kinds, tuple(self))

    def __repr__(self) -> str:
        pairs = ", ".join(f"{kind}={text!r}" for kind, text in zip(self.kinds, self))
        return f"Family({pairs})"
