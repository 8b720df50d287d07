"""The surface of the earlier system, on today's IDs.

For code that cannot be rewritten yet: the same names and the same order of arguments, without what
was wrong. Owners are written whole; thread and run are found for each other; everything that is
made parses; sessions and registries are bounded, expire, and never show one user's to another.
"""

from __future__ import annotations

from .._legacy import LegacyText
from ._bridge import IdMigrationBridge, MigrationSafety
from ._generator import IdComponents, UnifiedIdGenerator, create_user_execution_context_factory
from ._manager import (
    IDMetadata,
    IDType,
    UnifiedIDManager,
    generate_id,
    get_id_manager,
    is_valid_id_format,
)

__all__ = [
    "IDMetadata",
    "IDType",
    "IdComponents",
    "IdMigrationBridge",
    "LegacyText",
    "MigrationSafety",
    "UnifiedIDManager",
    "UnifiedIdGenerator",
    "create_user_execution_context_factory",
    "generate_id",
    "get_id_manager",
    "is_valid_id_format",
]
