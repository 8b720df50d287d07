"""`IdMigrationBridge`: old and new identifiers side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import _core, _detect, _legacy, _text
from .._errors import IDError
from .._id import ID
from .._legacy import LegacyText
from .._parse import is_valid, parse
from . import _runs
from ._expiring import ExpiringTable

if TYPE_CHECKING:
    from collections.abc import Iterable

_TODAY = "signet"


@dataclass(frozen=True)
class MigrationSafety:
    """Whether a set of identifiers can be translated."""

    is_safe: bool
    """Whether each has a translation, and no two the same."""
    families: dict[str, int]
    """How many there are of each family; `signet` are today's."""
    unknown: tuple[int, ...]
    """The positions of those that look like no known family."""
    conflicts: tuple[tuple[int, int], ...]
    """Pairs of positions: different texts with the same translation."""


class IdMigrationBridge:
    """Translates identifiers of earlier generators, both ways.

    Forwards needs no table: the same text gets the same ID on every machine. The way back is known
    for UUIDs, whose bits are adopted, and for what this bridge has translated, up to a number.

    Args:
        capacity: How many originals it remembers.
        lifetime: How long it remembers one that nobody asks for, in seconds.
    """

    def __init__(self, capacity: int = 100_000, lifetime: float = 86_400.0) -> None:
        self._originals: ExpiringTable[str, str] = ExpiringTable(capacity, lifetime)

    @staticmethod
    def detect(id_value: str) -> LegacyText | None:
        """Tells the family of a legacy text; None for what looks like none, and today's."""
        return _found(id_value)

    @staticmethod
    def is_legacy(id_value: str) -> bool:
        """Whether a text is of an earlier generator; today's IDs never are."""
        return _found(id_value) is not None

    def translate(self, id_value: str, kind: str | None = None) -> str:
        """Gives the compact text of the ID that stands for a legacy text; of an ID, its own.

        Args:
            id_value: The text, byte for byte.
            kind: What it names, where the text does not say.

        Raises:
            IDError: `kind_missing` if neither says what it names; `unknown_form` if it looks like
                no known family; `wrong_kind`.
        """
        found = _found(id_value)
        if found is None:
            return parse(id_value, kind).compact
        kind = kind or found.kind
        if kind is None:
            raise IDError("kind_missing", 0)
        core = _legacy.derive(id_value, kind) if found.adopted is None else found.adopted
        text = _text.write("compact", kind, "", core)
        self._originals.put(text, id_value)
        return text

    def translate_back(self, id_value: str) -> str | None:
        """Gives the text that an ID stands for: of an adopted UUID, that; None if it is unknown."""
        parsed = parse(id_value)
        original = self._originals.get(str(parsed))
        if original is None and parsed.version not in (7, 8):
            return str(parsed.uuid)
        return original

    def find_matching_ids(self, id_value: str, candidates: Iterable[str]) -> list[str]:
        """Finds among candidates all names of the same resource, and what was made with it.

        These are texts of the same ID in other forms, siblings with the same core, what it was
        translated from or to, a run of a thread and the thread of a run.
        """
        mine = self._names(id_value)
        return [text for text in candidates if text == id_value or mine & self._names(text)]

    @staticmethod
    def validate_migration_safety(ids: Iterable[str], kind: str | None = None) -> MigrationSafety:
        """Says whether a set of identifiers can be translated, and what is in the way.

        Args:
            ids: The texts. The same one may stand more than once.
            kind: What they name, where the text does not say.
        """
        families: Counter[str] = Counter()
        unknown: list[int] = []
        conflicts: list[tuple[int, int]] = []
        seen: dict[ID | str, tuple[int, str]] = {}
        bridge = IdMigrationBridge(capacity=1)
        for position, text in enumerate(ids):
            found = _found(text)
            families[_family(text, found)] += 1
            try:
                translation = bridge.translate(text, kind)
            except IDError:
                unknown.append(position)
                continue
            first, original = seen.setdefault(translation, (position, text))
            if original != text:
                conflicts.append((first, position))
        is_safe = not unknown and not conflicts
        return MigrationSafety(is_safe, dict(families), tuple(unknown), tuple(conflicts))

    def _names(self, text: str) -> set[str]:
        """What a resource is known by: the cores of its texts and of the thread that it names."""
        names = {text}
        try:
            parsed = parse(text)
        except IDError:
            found = _found(text)
            if found is not None and found.adopted is not None:
                names.add(f"{found.adopted:032x}")
            elif found is not None and found.kind is not None:
                names.add(f"{_legacy.derive(text, found.kind):032x}")
        else:
            names.add(parsed.uuid.hex)
            original = self._originals.get(str(parsed))
            if original is not None:
                names.add(original)
        thread = _runs.thread_of(text)
        if thread is not None:
            names.add(thread)
            names.add(parse(_runs.compact_thread(thread)).uuid.hex)
        return names


def _found(text: str) -> LegacyText | None:
    """Detects, and does not call legacy the UUID of an ID that Signet made."""
    found = _detect.detect(text)
    if found is None or found.adopted is None or _core.version(found.adopted) != 7:
        return found
    return None if is_valid(text) else found


def _family(text: str, found: LegacyText | None) -> str:
    if found is not None:
        return found.family
    return _TODAY if is_valid(text) else "unknown"
