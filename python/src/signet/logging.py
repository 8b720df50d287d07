"""A logging filter that writes IDs short."""

from __future__ import annotations

import logging
import re

from ._errors import IDError
from ._parse import parse

#: What may be an ID: no word character, escape or hyphen before or behind it.
_CANDIDATE = re.compile(r"(?<![\w.~-])[a-z0-9][\w.~-]{23,254}(?![\w~-])", re.ASCII)


class ShortIDs(logging.Filter):
    """Shortens the IDs in messages to the kind and the last digits: `session~d4e5f607`.

    The digits are those on the right end, of the UUID in hexadecimal: they are random, while those
    on the left are the time, and all forms of an ID are shortened to the same text (compare W3C
    Trace Context, level 2, on the right-most seven bytes). A `~` is no part of any ID, so that no
    short text is ever taken for one.

    Args:
        name: As for `logging.Filter`: of loggers outside of it nothing is changed.
        digits: How many digits to keep, 4 to 14.
    """

    def __init__(self, name: str = "", *, digits: int = 8) -> None:
        super().__init__(name)
        if not 4 <= digits <= 14:
            raise ValueError("digits is 4 to 14")
        self.digits = digits

    def filter(self, record: logging.LogRecord) -> bool:
        """Shortens the IDs of a record's message; lets every record pass."""
        if super().filter(record):
            message = record.getMessage()
            short = self.shorten(message)
            if short != message:
                record.msg, record.args = short, ()
        return True

    def shorten(self, message: str) -> str:
        """Shortens the IDs of a text."""
        return _CANDIDATE.sub(self._replace, message)

    def _replace(self, match: re.Match[str]) -> str:
        text = match[0]
        end = text[len(text.rstrip(".")) :]
        try:
            parsed = parse(text[: len(text) - len(end)])
        except IDError:
            return text
        # A classic text has no core of its own; its digits are what can be searched for.
        digits = parsed.tail if parsed.form == "classic" else parsed.uuid.hex
        return f"{parsed.kind or ''}~{(digits or '')[-self.digits :]}{end}"
