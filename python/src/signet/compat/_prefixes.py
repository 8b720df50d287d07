"""From the prefixes of earlier generators to kinds and slots."""

from __future__ import annotations

import re

from .. import _generator, _kinds, _mint, _text
from .._errors import IDError

_OTHER = re.compile(r"[^a-z0-9]+")


def mint(prefix: str, form: str) -> str:
    """Makes an ID whose text begins with a prefix, and that parses.

    The leading fields of the prefix are a declared kind and what follows its slots, if they fit its
    shape. Else the whole prefix is the kind, in lower case and with `_` for what no kind holds; if
    its readable text would be read as another kind, the compact one is made.

    Raises:
        IDError: For a prefix without a letter or with more than 32 bytes; once kinds are loaded,
            for one that is not declared.
    """
    kind, slots = split(prefix)
    if slots or _kinds.current.get(kind) is not None or form not in ("readable", "classic"):
        owner = slots.pop(_kinds.OWNER, None)
        return _mint.new(kind, owner=owner, form=form, **slots)
    try:
        return _mint.new(kind, form=form)
    except IDError as error:
        if error.code != "read_as_other_kind":
            raise
    if form == "classic":
        # What earlier generators wrote says of itself that it is read with some latitude.
        return _text.write(form, kind, "", _generator.shared.core())
    return _mint.new(kind, form="compact")


def split(prefix: str) -> tuple[str, dict[str, str]]:
    """Splits a prefix into a kind and slots, of which the last takes what is left."""
    declaration = _kinds.current.longest_kind(prefix)
    if declaration is not None:
        rest = prefix[len(declaration.kind) + 1 :]
        if not rest:
            return declaration.kind, {}
        names = declaration.slot_names
        values = rest.split("_", max(len(names) - 1, 0))
        if names and len(values) >= declaration.required_count and all(values):
            return declaration.kind, dict(zip(names, values))
    labels = [label for label in _OTHER.split(prefix.lower()) if label]
    return "_".join([label if label[0].isalpha() else f"n{label}" for label in labels]), {}
