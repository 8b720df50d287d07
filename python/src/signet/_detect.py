"""Telling the texts of earlier generators apart."""

from __future__ import annotations

from . import _legacy, _parse
from ._errors import IDError
from ._legacy import LegacyText


def detect(text: str) -> LegacyText | None:
    """Detects the family of a legacy text.

    Returns:
        None when it looks like no known family, and for texts of today's forms. A resource is never
        guessed: what a text tells is how certain that is, and no more.
    """
    data = text.encode(errors="surrogatepass")
    if not 4 < len(data) <= _parse.MAXIMUM_COUNT:
        return None
    adopted = _legacy.adopt(text)
    if adopted is not None:
        return LegacyText("uuid", "certain", adopted=adopted)
    try:
        parsed = _parse.parse(text)
    except IDError:
        if _is_laid_out_as_today(data):
            return None
        return _legacy.family_of(text)
    if parsed.form != "classic":
        return None
    if parsed.is_declared:
        return LegacyText("classic", "certain", parsed.kind, parsed.time)
    return LegacyText("classic", "likely", None, parsed.time)


def _is_laid_out_as_today(text: bytes) -> bool:
    """Whether the text has the layout of one of today's forms, in which something is wrong."""
    last = text.rfind(b"_")
    return (
        _parse.has_readable_fields(text)
        or _parse.has_compact(text, last)
        or _parse.has_secret_mark(text, last)
    )
