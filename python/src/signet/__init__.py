"""The one place where a backend's identifiers come from.

    >>> import signet
    >>> signet.new("session", type="auth", owner="user123")  # doctest: +ELLIPSIS
    'session_auth_user123_1...'

An ID is a kind plus 128 bits, a UUID of version 7 (RFC 9562). IDs of one process increase strictly,
across threads and whatever its clock does; a forked child never repeats its parent's.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._errors import IDError, SealError
from ._family import Family
from ._id import ID
from ._keys import KeyRing, UnsealedID
from ._mint import family, load_kinds, new, uuid
from ._parse import is_valid, parse
from ._secret import Secret
from ._slots import OwnerTag

if TYPE_CHECKING:
    from . import compat, testing

__version__ = "0.1.0"

__all__ = [
    "ID",
    "Family",
    "IDError",
    "KeyRing",
    "OwnerTag",
    "SealError",
    "Secret",
    "UnsealedID",
    "compat",
    "family",
    "is_valid",
    "load_kinds",
    "new",
    "parse",
    "testing",
    "uuid",
]

# Migrations, pickles and tracebacks name things by the module that owns them: this one.
for _public in (IDError, SealError, Family, ID, KeyRing, UnsealedID, Secret, OwnerTag):
    _public.__module__ = __name__
for _function in (family, load_kinds, new, uuid, is_valid, parse):
    _function.__module__ = __name__
del _public, _function


def __getattr__(name: str) -> object:
    """Imports what is asked for the first time; a program that needs neither pays for neither."""
    if name in ("compat", "testing"):
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
