"""Keys: owner tags that hide a user from logs, and seals that prove where an ID comes from."""

from __future__ import annotations

import hashlib
import hmac
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import _base32, _parse
from ._errors import IDError, SealError
from ._id import ID
from ._slots import OwnerTag

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Unix milliseconds of 2020-01-01T00:00Z, from which a seal's minutes count.
_EPOCH = 1_577_836_800_000
_MINUTE = 60_000
_CODE_DIGITS = 16


@dataclass(frozen=True)
class UnsealedID:
    """An ID whose seal was verified."""

    id: ID
    """The ID."""
    key: int
    """The number of the key that sealed it."""
    expiry: int | None
    """When the seal expires, in Unix milliseconds, or None."""


class KeyRing:
    """Numbered keys of 256 bits: one that is used, and older ones that still verify.

    A key's number is written into what it makes. To replace a key, add the new one, make it
    current, and drop the old one when nothing of its making is left.

    Args:
        keys: Keys of 32 bytes by number, 0 to 31.
        current: The number of the key to use; None is the highest.

    Raises:
        SealError: `no_key`, `bad_key_number`, `unknown_key` or `bad_key_length`.
    """

    __slots__ = ("__keys", "current")

    def __init__(self, keys: Mapping[int, bytes], current: int | None = None) -> None:
        if not keys:
            raise SealError("no_key")
        if not all(0 <= number < 32 for number in keys):
            raise SealError("bad_key_number")
        self.current = max(keys) if current is None else current
        if self.current not in keys:
            raise SealError("unknown_key")
        if any(len(key) != 32 for key in keys.values()):
            raise SealError("bad_key_length")
        self.__keys = {number: bytes(key) for number, key in keys.items()}

    def owner_tag(self, owner: str, *, tenant: str, epoch: int | None = None) -> OwnerTag:
        """Makes the tag that stands for an owner: HMAC-SHA256, of which the first 55 bits.

        Args:
            owner: The owner's whole identifier.
            tenant: The owner's tenant: equal owners of two tenants have different tags.
            epoch: The number of the key, or None for the current one.

        Raises:
            SealError: `zero_byte` or `unknown_key`.
        """
        epoch = self.current if epoch is None else epoch
        code = self._code(epoch, "signet/owner/1", tenant, owner)
        return OwnerTag(epoch, code >> 256 - 55)

    def is_tag(self, tag: OwnerTag, owner: str, *, tenant: str) -> bool:
        """Whether a tag may be an owner's: a filter, not a proof.

        False as well when the key of the tag's epoch is not in the ring.

        Raises:
            SealError: `zero_byte`.
        """
        if tag.epoch not in self.__keys:
            return False
        return self.owner_tag(owner, tenant=tenant, epoch=tag.epoch) == tag

    def seal(self, id: ID | str, *, audience: str, expiry: int | None = None) -> str:  # noqa: A002
        """Seals an ID: proves later that it came from a holder of the key, for one audience.

        Args:
            id: The ID, with its kind.
            audience: For whom the text is made, such as the name of a service.
            expiry: When the seal ends, in Unix milliseconds, rounded down to a minute; or None.

        Raises:
            SealError: `zero_byte` or `expiry_out_of_range`.
            IDError: If the text is no ID with a kind.
        """
        minutes = 0
        if expiry is not None:
            minutes = (expiry - _EPOCH) // _MINUTE
            if not 0 < minutes < 1 << 30:
                raise SealError("expiry_out_of_range")
        compact = (id if isinstance(id, ID) else _parse.parse(id)).compact
        code = self._seal_code(self.current, compact, audience, minutes)
        end = "" if expiry is None else _base32.encode(minutes, 6)
        return f"{compact}_{_base32.DIGITS[self.current]}{end}{code}"

    def unseal(self, text: str, *, audience: str, now: int | None = None) -> UnsealedID:
        """Verifies a sealed text; the codes are compared in constant time, before the expiry.

        Args:
            text: The sealed text.
            audience: For whom the text must have been made.
            now: Unix milliseconds; None is the system's clock.

        Raises:
            SealError: `malformed` with its cause, `not_sealed`, `unknown_key`, `mismatch` or
                `expired`.
        """
        try:
            _parse.parse(text)
        except IDError as error:
            if error.code != "seal_unverified":
                raise SealError("malformed") from error
        else:
            raise SealError("not_sealed")
        compact, _, seal = text.rpartition("_")
        key = _base32.DIGITS.index(seal[0])
        end = seal[1:-_CODE_DIGITS]
        minutes = _base32.decode(end.encode(), 0, len(end)) if end else 0
        # With six digits, 0 would stand for no expiry: there is one spelling for that.
        if end and not minutes:
            raise SealError("mismatch")
        expected = self._seal_code(key, compact, audience, minutes)
        if not hmac.compare_digest(seal[-_CODE_DIGITS:], expected):
            raise SealError("mismatch")
        expiry = _EPOCH + minutes * _MINUTE if end else None
        if expiry is not None and expiry <= (time.time_ns() // 1_000_000 if now is None else now):
            raise SealError("expired")
        return UnsealedID(_parse.parse(compact), key, expiry)

    def _seal_code(self, key: int, compact: str, audience: str, minutes: int) -> str:
        tail = minutes.to_bytes(8, "big") + compact.encode()
        code = self._code(key, "signet/seal/1", audience, tail=b"\0" + tail)
        return _base32.encode(code >> 256 - 80, _CODE_DIGITS)

    def _code(self, key: int, *fields: str, tail: bytes = b"") -> int:
        """HMAC-SHA256 (RFC 2104) over fields with zero bytes between them."""
        if key not in self.__keys:
            raise SealError("unknown_key")
        if any("\0" in field for field in fields):
            raise SealError("zero_byte")
        message = "\0".join(fields).encode() + tail
        return int.from_bytes(hmac.new(self.__keys[key], message, hashlib.sha256).digest(), "big")

    def __repr__(self) -> str:
        return f"<KeyRing of {len(self.__keys)} keys, current {self.current}>"

    def __reduce__(self) -> str:
        raise TypeError("keys are not to be pickled")
