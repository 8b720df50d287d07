"""`UnifiedIDManager`, the registry of the earlier system."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .. import _core, _kinds, _mint, _text
from .._errors import IDError
from .._legacy import adopt
from .._parse import parse
from . import _prefixes, _runs
from ._expiring import ExpiringTable
from ._generator import UnifiedIdGenerator


class IDType(Enum):
    """What the earlier system called kinds."""

    USER = "user"
    SESSION = "session"
    REQUEST = "request"
    AGENT = "agent"
    TOOL = "tool"
    TRANSACTION = "transaction"
    WEBSOCKET = "websocket"
    EXECUTION = "execution"
    TRACE = "trace"
    METRIC = "metric"
    THREAD = "thread"
    RUN = "run"

    @property
    def kind(self) -> str:
        """The kind that it is."""
        return _KINDS.get(self, self.value)


_KINDS = {
    IDType.REQUEST: "req",
    IDType.TRANSACTION: "tx",
    IDType.WEBSOCKET: "ws_conn",
    IDType.EXECUTION: "exec",
}


@dataclass
class IDMetadata:
    """What the registry knows of an ID."""

    id_value: str
    id_type: IDType
    created_at: float
    prefix: str | None = None
    context: dict[str, Any] = field(default_factory=dict)
    released_at: float | None = None

    @property
    def user_id(self) -> str | None:
        """Whose it is, if the context says so."""
        user = self.context.get("user_id")
        return None if user is None else str(user)


class UnifiedIDManager:
    """Names and argument orders of the earlier registry, which no longer grows for ever.

    Args:
        capacity: How many IDs it knows; the one not looked at for longest makes room.
        lifetime: How long it knows an ID that nobody looks at, in seconds.
    """

    def __init__(self, capacity: int = 100_000, lifetime: float = 86_400.0) -> None:
        self._known: ExpiringTable[str, IDMetadata] = ExpiringTable(capacity, lifetime)

    def generate_id(
        self,
        id_type: IDType,
        prefix: str | None = None,
        context: dict[str, Any] | None = None,
    ) -> str:
        """Makes an ID and registers it.

        The slots of its kind are taken from the context, the owner from its `user_id`, if all that
        the kind requires is there. With a prefix the kind is `{prefix}_{kind}`.
        """
        context = dict(context or {})
        if prefix:
            text = _prefixes.mint(f"{prefix}_{id_type.kind}", UnifiedIdGenerator.form)
        else:
            text = self._mint(id_type.kind, context)
        self._known.put(text, IDMetadata(text, id_type, time.time(), prefix, context))
        return text

    def register_existing_id(
        self, id_value: str, id_type: IDType, context: dict[str, Any] | None = None
    ) -> bool:
        """Registers an ID of any format; False if it is known already."""
        with self._known.lock:
            if self._known.get(id_value) is not None:
                return False
            metadata = IDMetadata(id_value, id_type, time.time(), None, dict(context or {}))
            self._known.put(id_value, metadata)
            return True

    def get_id_metadata(self, id_value: str) -> IDMetadata | None:
        """Gives what is known of an ID."""
        return self._known.get(id_value)

    def is_valid_id(self, id_value: str, id_type: IDType | None = None) -> bool:
        """Whether an ID is registered, as of a type."""
        metadata = self._known.get(id_value)
        return metadata is not None and id_type in (None, metadata.id_type)

    def release_id(self, id_value: str) -> bool:
        """Ends the use of an ID; False if it is not known."""
        metadata = self._known.get(id_value)
        if metadata is None:
            return False
        metadata.released_at = time.time()
        return True

    def get_active_ids(self, id_type: IDType, user_id: str | None = None) -> set[str]:
        """Gives the IDs of a type that are in use, perhaps only those of a user."""
        return {
            text
            for text, metadata in self._known.items()
            if metadata.id_type is id_type
            and metadata.released_at is None
            and user_id in (None, metadata.user_id)
        }

    def count_active_ids(self, id_type: IDType, user_id: str | None = None) -> int:
        """Counts the IDs of a type that are in use."""
        return len(self.get_active_ids(id_type, user_id))

    def cleanup_released_ids(self, max_age_seconds: float = 3600) -> int:
        """Forgets IDs that were released some time ago; gives their number."""
        limit = time.time() - max_age_seconds
        released = [
            text
            for text, metadata in self._known.items()
            if metadata.released_at is not None and metadata.released_at <= limit
        ]
        return sum(self._known.pop(text) is not None for text in released)

    def get_stats(self) -> dict[str, Any]:
        """Counts what is known, and what is in use by type."""
        active = dict.fromkeys((id_type.value for id_type in IDType), 0)
        known = self._known.items()
        for _, metadata in known:
            active[metadata.id_type.value] += metadata.released_at is None
        return {
            "total_registered": len(known),
            "total_active": sum(active.values()),
            "active_by_type": active,
            "capacity": self._known.capacity,
        }

    def clear_all(self) -> None:
        """Forgets all IDs."""
        self._known.clear()

    # Threads and runs

    @staticmethod
    def generate_thread_id() -> str:
        """Makes the ID of a thread, with its kind in front."""
        return _mint.new("thread")

    @staticmethod
    def generate_run_id(thread_id: str) -> str:
        """Makes the ID of a run inside of a thread, which its text names."""
        return _runs.run_of(thread_id, UnifiedIdGenerator.form)

    @staticmethod
    def extract_thread_id(run_id: str) -> str:
        """Gives the thread that a run belongs to; nothing for a text that names none."""
        return _runs.thread_of(run_id) or ""

    @staticmethod
    def validate_run_id(run_id: str) -> bool:
        """Whether a text is the ID of a run that names its thread."""
        return isinstance(run_id, str) and _runs.thread_of(run_id) is not None

    @classmethod
    def parse_run_id(cls, run_id: str) -> dict[str, Any]:
        """Takes the ID of a run apart: `thread_id`, `timestamp`, `uuid_part`, `valid`."""
        parsed = UnifiedIdGenerator.parse_id(run_id) if cls.validate_run_id(run_id) else None
        return {
            "thread_id": cls.extract_thread_id(run_id) if parsed else "",
            "timestamp": str(parsed.timestamp or "") if parsed else "",
            "uuid_part": parsed.random if parsed else "",
            "valid": parsed is not None,
        }

    # UUIDs

    @staticmethod
    def convert_uuid_to_structured(uuid_id: str, id_type: IDType, prefix: str | None = None) -> str:
        """Adopts a UUID in any spelling: the same 128 bits, with a kind.

        Raises:
            ValueError: If it is none.
        """
        core = adopt(uuid_id)
        if core is None:
            raise IDError("unknown_form", 0)
        kind = f"{prefix}_{id_type.kind}" if prefix else id_type.kind
        _kinds.validate_kind(kind.encode(errors="surrogatepass"))
        return _text.write("compact", kind, "", core)

    @staticmethod
    def convert_structured_to_uuid(structured_id: str) -> str | None:
        """Gives the UUID of an ID, the same 128 bits; None for a text that is none."""
        try:
            return _core.uuid_text(parse(structured_id)._core)
        except IDError:
            return None

    @staticmethod
    def _mint(kind: str, context: dict[str, Any]) -> str:
        declaration = _kinds.current.get(kind)
        names = () if declaration is None else declaration.slot_names
        owner = context.get("user_id")
        given = {name: context.get(name) for name in names if name != _kinds.OWNER}
        taken = [name for name in names if (owner if name == _kinds.OWNER else given[name])]
        count = len(taken)
        is_whole = tuple(taken) == names[:count]
        if not count or not is_whole or count < getattr(declaration, "required_count", 0):
            return _mint.new(kind, form=UnifiedIdGenerator.form)
        slots = {name: given[name] for name in taken if name != _kinds.OWNER}
        whose = owner if _kinds.OWNER in taken else None
        return _mint.new(kind, owner=whose, form=UnifiedIdGenerator.form, **slots)


_shared = UnifiedIDManager()


def get_id_manager() -> UnifiedIDManager:
    """Gives the registry of this process."""
    return _shared


def generate_id(
    id_type: IDType, prefix: str | None = None, context: dict[str, Any] | None = None
) -> str:
    """Makes an ID and registers it with the registry of this process."""
    return _shared.generate_id(id_type, prefix, context)


def is_valid_id_format(id_value: str) -> bool:
    """Whether a text is an ID, today's or of an earlier generator."""
    return UnifiedIdGenerator.is_valid_id(id_value)
