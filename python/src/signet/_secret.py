"""What grants access, as opposed to an ID, which only names."""

from __future__ import annotations

import hashlib
import hmac
import os

from . import _base32, _kinds, _parse
from ._errors import IDError, SealError

_COUNT = 32


class Secret:
    """256 random bits that grant access.

    Show the text once, to the one it is for, and store the digest. The description is redacted, and
    a secret is neither hashable nor to be pickled, so that it does not slip into a log or a cache.

    Args:
        kind: What it gives access to.

    Raises:
        SealError: `entropy_unavailable`; no weak secret is ever made.
        IDError: If the kind is malformed.
    """

    __slots__ = ("__bytes", "_kind")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, kind: str, /) -> None:
        _kinds.validate_kind(kind.encode(errors="surrogatepass"))
        self._kind = kind
        try:
            self.__bytes = os.urandom(_COUNT)
        except (OSError, NotImplementedError) as error:
            raise SealError("entropy_unavailable") from error

    @classmethod
    def from_bytes(cls, kind: str, value: bytes, /) -> Secret:
        """Makes a secret of bits that are known, such as those of a test.

        Raises:
            SealError: `bad_key_length` if they are not 32 bytes.
            IDError: If the kind is malformed.
        """
        if len(value) != _COUNT:
            raise SealError("bad_key_length")
        secret = cls(kind)
        secret.__bytes = bytes(value)
        return secret

    @classmethod
    def parse(cls, text: str, kind: str | None = None) -> Secret:
        """Parses the text of a secret.

        Raises:
            SealError: `malformed` with its cause, also for one of another kind.
        """
        try:
            _parse.parse(text)
        except IDError as error:
            if error.code != "secret_not_id":
                raise SealError("malformed") from error
        else:
            raise SealError("malformed")
        found, number = _parse.read_secret(text.encode())
        if number >> 8 * _COUNT:
            raise SealError("malformed")
        if kind is not None and found != kind:
            raise SealError("malformed") from IDError("wrong_kind", 0)
        return cls.from_bytes(found, number.to_bytes(_COUNT, "big"))

    @property
    def kind(self) -> str:
        """What it gives access to."""
        return self._kind

    @property
    def text(self) -> str:
        """The text to hand over, such as `session_sk_…`; never log it."""
        digits = _base32.encode(int.from_bytes(self.__bytes, "big"), 52)
        head = f"{self._kind}_sk"
        return f"{head}_{digits}{_base32.check(head, digits)}"

    @property
    def digest(self) -> bytes:
        """SHA-256 of the 32 bytes: what to store."""
        return hashlib.sha256(self.__bytes).digest()

    def matches(self, digest: bytes) -> bool:
        """Whether a stored digest is this secret's, compared in constant time."""
        return hmac.compare_digest(self.digest, digest)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return self._kind == other._kind and hmac.compare_digest(self.__bytes, other.__bytes)

    def __repr__(self) -> str:
        return f"{self._kind}_sk_(redacted)"

    def __reduce__(self) -> str:
        raise TypeError("a secret is not to be pickled")
